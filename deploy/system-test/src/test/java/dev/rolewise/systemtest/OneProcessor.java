package dev.rolewise.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * One processor of this machine for all that is to be short of it, and another for those who ask:
 * by {@code taskset}, which also moves what is running already.
 */
final class OneProcessor implements AutoCloseable {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  private final String allowed;
  private final List<ServiceUnderTest> moved = new ArrayList<>();

  private OneProcessor(String allowed) {
    this.allowed = allowed;
  }

  /** Skips the test, visibly, where there is no such program or no second processor. */
  static OneProcessor orSkip() throws IOException, InterruptedException {
    String why = "a processor that is too slow: needs taskset and two processors";
    if (!Files.isReadable(STATUS)) {
      skip(why);
    }
    String allowed =
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith(ALLOWED))
            .map(line -> line.substring(ALLOWED.length()).strip())
            .findFirst()
            .orElse("");
    OneProcessor one = new OneProcessor(allowed);
    try {
      if (one.first().equals(one.last()) || taskset("-c", one.first(), "true") != 0) {
        skip(why);
      }
    } catch (IOException missing) {
      skip(why);
    }
    return one;
  }

  private static void skip(String why) {
    System.out.println("skipped: " + why);
    Assumptions.abort(why);
  }

  /** Moves a running service to the one processor, all its threads. */
  void crowd(ServiceUnderTest service) throws IOException, InterruptedException {
    moved.add(service);
    move(service, first());
  }

  /** Words before the command of whoever asks. */
  List<String> elsewhere() {
    return List.of("taskset", "-c", last());
  }

  private String first() {
    return allowed.split("[-,]")[0];
  }

  private String last() {
    String[] numbers = allowed.split("[-,]");
    return numbers[numbers.length - 1];
  }

  private static void move(ServiceUnderTest service, String to)
      throws IOException, InterruptedException {
    if (taskset("-a", "-c", "-p", to, Long.toString(service.pid())) != 0) {
      throw new IllegalStateException("taskset does not move " + service.kind());
    }
  }

  private static int taskset(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("taskset"));
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  /** Lets them have all processors again. */
  @Override
  public void close() throws IOException, InterruptedException {
    for (ServiceUnderTest service : moved) {
      if (service.isAlive()) {
        move(service, allowed);
      }
    }
  }
}
