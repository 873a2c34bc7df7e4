package dev.rolewise.systemtest;

import dev.rolewise.runtime.cluster.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged suite as a user runs it: one process, {@code java -jar rolewise.jar}, on a free port
 * with its own data folder. Whoever starts one closes it; nothing is left running.
 */
final class RunningSuite implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);

  /** A test that looks everywhere from one address would be taken for somebody who guesses. */
  private static final String MANY_WRONG_TOKENS = "-Drolewise.limits.wrong-tokens-per-minute=10000";

  /** No suite here lives long enough to earn back what the second compiler costs. */
  static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path log;
  private final int port;
  private final Path data;

  private RunningSuite(Process process, Path log, int port, Path data) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.data = data;
  }

  /** The program that {@code deploy/local} packages. */
  static Path jar() {
    Path jar = Path.of("..", "local", "target", "rolewise.jar").toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: build deploy/local first.");
    }
    return jar;
  }

  /**
   * Starts on a free port and returns once the suite answers. A folder that is missing is taken for
   * one in which a suite has been before.
   */
  static RunningSuite start(Path data, String... options) throws IOException, InterruptedException {
    prepare(data);
    return start(currentJava(), List.of(MANY_WRONG_TOKENS), data, options);
  }

  /** As {@link #start}, for the first time in this folder. */
  static RunningSuite startNew(Path java, Path data) throws IOException, InterruptedException {
    return start(java, List.of(MANY_WRONG_TOKENS), data);
  }

  /** As {@link #start} with these settings, as {@code -Drolewise.…}, and no others. */
  static RunningSuite configured(Path data, String... properties)
      throws IOException, InterruptedException {
    prepare(data);
    return start(currentJava(), List.of(properties), data);
  }

  private static void prepare(Path data) throws IOException, InterruptedException {
    if (!Files.exists(data)) {
      PreparedSuite.fill(data);
    }
  }

  private static RunningSuite start(
      Path java, List<String> properties, Path data, String... options)
      throws IOException, InterruptedException {
    int port = FreePorts.next();
    Files.createDirectories(data);
    Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "suite-", ".log");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(QUICK_START);
    command.addAll(properties);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    RunningSuite suite = new RunningSuite(process, log, port, data);
    try {
      suite.awaitAnswer();
    } catch (RuntimeException failed) {
      suite.kill();
      throw failed;
    }
    return suite;
  }

  static Path currentJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /** The folder it keeps everything in. */
  Path data() {
    return data;
  }

  Api api() {
    return new Api(url());
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ctrl-C. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("The suite did not stop within " + STOP + ":\n" + log());
    }
    return process.exitValue();
  }

  /** kill -9: no goodbye to anybody. PostgreSQL, a child, is left to find out by itself. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      try {
        stop();
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private void awaitAnswer() throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    Api api = api();
    while (System.nanoTime() < deadline) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "The suite ended with " + process.exitValue() + " instead of starting:\n" + log());
      }
      if (api.answers("/api/v1/instruments")) {
        return;
      }
    }
    throw new IllegalStateException("The suite did not answer within " + START + ":\n" + log());
  }
}
