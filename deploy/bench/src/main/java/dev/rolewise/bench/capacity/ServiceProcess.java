package dev.rolewise.bench.capacity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the three services, in a process with the heap and the processors of its pods. */
final class ServiceProcess implements AutoCloseable {

  private static final List<String> AS_IN_PODS =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=2");
  private static final long LOOK_MILLIS = 100;
  private static final long PATIENCE_SECONDS = 120;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String name;
  private final Path jar;
  private final Path log;
  private final Map<String, String> settings;
  private Process process;

  ServiceProcess(String name, Path jar, Path log, Map<String, String> settings) {
    this.name = name;
    this.jar = jar;
    this.log = log;
    this.settings = Map.copyOf(settings);
  }

  /** Runs a command to its end, or begins to serve without one. */
  Process launch(String... command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(AS_IN_PODS);
    line.addAll(List.of("-jar", jar.toString()));
    line.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    settings.forEach(
        (key, value) ->
            builder
                .environment()
                .put("ROLEWISE_" + key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
    return builder.start();
  }

  void migrate() throws IOException, InterruptedException {
    Process migration = launch("migrate");
    if (!migration.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || migration.exitValue() != 0) {
      throw new IllegalStateException(name + " cannot migrate:\n" + Files.readString(log));
    }
  }

  void serve() throws IOException {
    process = launch();
  }

  void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!management("/readyz").startsWith("200 ")) {
      if (System.nanoTime() > end || process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(name + " is not ready:\n" + Files.readString(log));
      }
    }
  }

  /** User and system time so far. */
  Duration processorTime() throws IOException {
    return ProcessTree.processorTime(process.pid());
  }

  /** The sum of all samples whose line begins like this. */
  double metric(String begin) throws IOException, InterruptedException {
    return management("/metrics")
        .lines()
        .filter(line -> line.startsWith(begin))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Bytes of heap in use after everything that can go has gone. */
  double heapInUse() throws IOException, InterruptedException {
    Process collection =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!collection.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || collection.exitValue() != 0) {
      throw new IllegalStateException("jcmd cannot tell " + name + " to collect its garbage");
    }
    return metric("jvm_memory_used_bytes{area=\"heap\"");
  }

  /** Bytes of memory that the system has given it. */
  double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")))
        .sum();
  }

  private String management(String path) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + settings.get("management.port") + path))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " \n" + answer.body();
    } catch (IOException notYet) {
      return "";
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException stopped) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
