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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The suite in one process, as people start it on a laptop. */
public final class LocalSuite implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final String url;

  private LocalSuite(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * @param root of the repository, built
   */
  public static LocalSuite start(Path root, Path folder) throws IOException, InterruptedException {
    int port = Suite.freePort();
    List<String> line = new ArrayList<>(ServiceProcess.java());
    line.addAll(
        List.of(
            "-Xmx64m",
            "-jar",
            root.resolve("deploy/local/target/rolewise.jar").toString(),
            "--data=" + folder.resolve("data"),
            "--port=" + port));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    LocalSuite suite = new LocalSuite(process, "http://127.0.0.1:" + port);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!suite.answers()) {
      if (System.nanoTime() > end || process.waitFor(100, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the suite does not start:\n" + Files.readString(log));
      }
    }
    return suite;
  }

  public String url() {
    return url;
  }

  private boolean answers() throws InterruptedException {
    try {
      return HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(url + "/api/v1/roles"))
                      .timeout(Duration.ofSeconds(5))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What the process alone has used of the processors, its database aside. */
  public Duration processorTime() throws IOException {
    return ProcessTree.alone(process.pid());
  }

  /** Bytes of memory of it and its database; what several processes share is counted once. */
  public double proportional() throws IOException {
    double bytes = 0;
    for (ProcessHandle one :
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
      Path file = Path.of("/proc", Long.toString(one.pid()), "smaps_rollup");
      bytes +=
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("Pss:"))
              .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")))
              .sum();
    }
    return bytes;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
