package dev.rolewise.bench.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the benchmark's own in another process, with the heap and processors of a pod. */
public final class HelperProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final Process process;
  private final String said;

  private HelperProcess(Process process) throws IOException {
    this.process = process;
    this.said = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
    if (said == null) {
      throw new IllegalStateException("a program of the benchmark does not start");
    }
  }

  /** Starts it and waits for the first line that it says. */
  public static HelperProcess start(Class<?> program, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(ServiceProcess.java());
    line.addAll(
        List.of("-Xmx64m", "-cp", System.getProperty("java.class.path"), program.getName()));
    line.addAll(List.of(arguments));
    return new HelperProcess(
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Its first line. */
  public String said() {
    return said;
  }

  /** User and system time so far. */
  public Duration processorTime() throws IOException {
    return ProcessTree.processorTime(process.pid());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
