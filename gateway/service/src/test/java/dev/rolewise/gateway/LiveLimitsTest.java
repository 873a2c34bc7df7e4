package dev.rolewise.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a process of its own, whose configuration file changes while it serves. */
class LiveLimitsTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aChangedLimitHoldsWithinSecondsWithoutARestart() throws Exception {
    int port = freePort();
    Path file = folder.resolve("settings.json");
    write(file, settings(port, 2));
    Process gateway = launch(file);
    try {
      assertEquals(429, statusOnce(port, 429, gateway), "two of them may be asked for");
      write(file, settings(port, 1_000));
      // 503: past the limit, and no service behind this gateway
      assertEquals(503, statusOnce(port, 503, gateway));
      String said = Files.readString(folder.resolve("log"));
      assertTrue(said.contains("in force from now on: limits.new-teams-per-hour"), said);
      gateway.destroy();
      assertTrue(gateway.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } finally {
      gateway.destroyForcibly().waitFor();
    }
  }

  private static String settings(int port, int teams) {
    return "{\"http\": {\"host\": \"127.0.0.1\", \"port\": "
        + port
        + "}, \"management\": {\"host\": \"127.0.0.1\", \"port\": 0}, \"drain\": {\"delay\":"
        + " \"0s\"}, \"limits\": {\"new-teams-per-hour\": "
        + teams
        + "}}";
  }

  /** In one step, as a mounted file changes. */
  private void write(Path file, String settings) throws IOException {
    Path next = Files.writeString(folder.resolve("next.json"), settings);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Asks for a team until that is answered so, or until patience ends. */
  private int statusOnce(int port, int expected, Process gateway) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/teams"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"Noordzij\"}"))
            .build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    int status = 0;
    while (status != expected && System.nanoTime() < end) {
      assertTrue(gateway.isAlive(), Files.readString(folder.resolve("log")));
      try {
        status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      } catch (IOException notYet) {
        status = 0;
      }
      gateway.waitFor(50, TimeUnit.MILLISECONDS);
    }
    return status;
  }

  private Process launch(Path file) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(GatewayMain.class.getName(), "--config", file.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
