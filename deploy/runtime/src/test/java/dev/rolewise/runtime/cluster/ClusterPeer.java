package dev.rolewise.runtime.cluster;

import com.hazelcast.core.Hazelcast;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.lifecycle.ServiceMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that does nothing but be a member, and loses its place when a file appears. */
public final class ClusterPeer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String LOSE_PLACE = "peer.lose-place";

  private final Process process;
  private final Path log;

  private ClusterPeer(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** The process itself. */
  public static void main(String[] arguments) {
    ServiceMain.main(
        new ServiceDefinition<>(
            "peer",
            reader -> {
              reader.optionalText(LOSE_PLACE).map(Path::of).ifPresent(ClusterPeer::losePlaceOnce);
              return "";
            },
            none -> Optional.empty(),
            (none, readiness) -> List.of()),
        arguments);
  }

  private static void losePlaceOnce(Path file) {
    Thread watch =
        new Thread(
            () -> {
              Object turn = new Object();
              while (!Files.exists(file)) {
                synchronized (turn) {
                  try {
                    turn.wait(50);
                  } catch (InterruptedException ended) {
                    return;
                  }
                }
              }
              Hazelcast.shutdownAll();
            },
            "lose-place");
    watch.setDaemon(true);
    watch.start();
  }

  /** Starts one with these settings, as in a configuration file, and JVM options. */
  static ClusterPeer start(Path folder, Map<String, String> settings, String... options)
      throws IOException {
    Path log = Files.createTempFile(folder, "peer-", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.addAll(List.of(options));
    // the test's own log settings would speak before the service has set its logging up
    command.add("-Dlogback.configurationFile=logback.xml");
    settings.forEach((key, value) -> command.add("-Drolewise." + key + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ClusterPeer.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(new File("."))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_"));
    return new ClusterPeer(builder.start(), log);
  }

  /** Waits until it has said this. */
  void awaitSaying(String text) throws Exception {
    await(() -> said().contains(text), text);
  }

  void await(BooleanSupplier condition, String what) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end && !condition.getAsBoolean()
          || process.waitFor(50, TimeUnit.MILLISECONDS) && !condition.getAsBoolean()) {
        throw new AssertionError("never \"" + what + "\":\n" + said());
      }
    }
  }

  int awaitEnd() throws Exception {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it goes on:\n" + said());
    }
    return process.exitValue();
  }

  String said() {
    try {
      return Files.readString(log);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() throws Exception {
    process.destroyForcibly().waitFor();
  }
}
