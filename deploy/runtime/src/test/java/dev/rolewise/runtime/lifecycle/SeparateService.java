package dev.rolewise.runtime.lifecycle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A service of these tests as a process of its own, and what it says. */
public final class SeparateService implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final Path log;

  private SeparateService(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param main its program
   * @param folder for its log
   * @param settings as in a configuration file
   * @param options of the JVM
   */
  public static SeparateService start(
      Class<?> main, Path folder, Map<String, String> settings, String... options)
      throws IOException {
    Path log = Files.createTempFile(folder, "service-", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.addAll(List.of(options));
    // the test's own log settings would speak before the service has set its logging up
    command.add("-Dlogback.configurationFile=logback.xml");
    settings.forEach((key, value) -> command.add("-Drolewise." + key + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(new File("."))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_"));
    return new SeparateService(builder.start(), log);
  }

  /** Waits until it has said this. */
  public void awaitSaying(String text) throws Exception {
    await(() -> said().contains(text), text);
  }

  /** Waits until this holds, and no longer than the process runs. */
  public void await(BooleanSupplier condition, String what) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end && !condition.getAsBoolean()
          || process.waitFor(50, TimeUnit.MILLISECONDS) && !condition.getAsBoolean()) {
        throw new AssertionError("never \"" + what + "\":\n" + said());
      }
    }
  }

  /** Waits until it has ended; its exit code. */
  public int awaitEnd() throws Exception {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it goes on:\n" + said());
    }
    return process.exitValue();
  }

  /** SIGTERM; returns at once. */
  public void terminate() {
    process.destroy();
  }

  /** SIGSTOP: it keeps its connections and says nothing, until it is closed. */
  public void freeze() throws Exception {
    int sent = new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
    if (sent != 0) {
      throw new IllegalStateException("SIGSTOP could not be sent to " + process.pid());
    }
  }

  /** Everything it has said. */
  public String said() {
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
