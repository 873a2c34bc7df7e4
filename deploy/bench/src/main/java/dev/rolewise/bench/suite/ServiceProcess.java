package dev.rolewise.bench.suite;

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
public final class ServiceProcess implements AutoCloseable {

  private static final List<String> AS_IN_PODS =
      List.of("-XX:+UseSerialGC", "-XX:ActiveProcessorCount=2");
  private static final long LOOK_MILLIS = 100;
  private static final long ANSWER_MILLIS = 5;
  private static final long PATIENCE_SECONDS = 120;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String name;
  private final Path jar;
  private final Path log;
  private final String heap;
  private final Map<String, String> settings;
  private List<String> options = List.of();
  private Process process;

  ServiceProcess(String name, Path jar, Path log, String heap, Map<String, String> settings) {
    this.name = name;
    this.jar = jar;
    this.log = log;
    this.heap = heap;
    this.settings = Map.copyOf(settings);
  }

  /** This Java, with the heap and the processors of a pod. */
  static List<String> java() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(AS_IN_PODS);
    return line;
  }

  /** Runs a command to its end, or begins to serve without one. */
  public Process launch(String... command) throws IOException {
    List<String> line = new ArrayList<>(java());
    line.addAll(options);
    line.addAll(List.of(heap, "-jar", jar.toString()));
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

  public void migrate() throws IOException, InterruptedException {
    Process migration = launch("migrate");
    if (!migration.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || migration.exitValue() != 0) {
      throw new IllegalStateException(name + " cannot migrate:\n" + Files.readString(log));
    }
  }

  public void serve() throws IOException {
    process = launch();
  }

  /** What Java is told beside that from now on. */
  public void javaOptions(String... given) {
    options = List.of(given);
  }

  public void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!management("/readyz").startsWith("200 ")) {
      if (System.nanoTime() > end || process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(name + " is not ready:\n" + Files.readString(log));
      }
    }
  }

  /** Waits for the first answer of a gateway to anybody who reads what it knows by itself. */
  public void awaitAnswer() throws IOException, InterruptedException {
    URI address =
        URI.create("http://127.0.0.1:" + settings.get("http.port") + "/api/v1/openapi.yaml");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!answers(address)) {
      if (System.nanoTime() > end || process.waitFor(ANSWER_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(name + " does not answer:\n" + Files.readString(log));
      }
    }
  }

  private boolean answers(URI address) throws InterruptedException {
    try {
      return http.send(
                  HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** User and system time so far. */
  public Duration processorTime() throws IOException {
    return ProcessTree.processorTime(process.pid());
  }

  /** The sum of all samples whose line begins like this. */
  public double metric(String begin) throws IOException, InterruptedException {
    return management("/metrics")
        .lines()
        .filter(line -> line.startsWith(begin))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Bytes of heap in use after everything that can go has gone. */
  public double heapInUse() throws IOException, InterruptedException {
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
  public double resident() throws IOException {
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
