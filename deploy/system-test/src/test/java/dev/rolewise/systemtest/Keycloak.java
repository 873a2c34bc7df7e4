package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Keycloak on a free port, with one realm, one client and a few people. */
final class Keycloak implements AutoCloseable {
  static final String CLIENT = "rolewise";
  static final String SECRET = "of-the-client-0123456789";
  static final String PASSWORD = "for-everybody-42";

  private static final Duration START = Duration.ofMinutes(4);

  private final Process process;
  private final Path log;
  private final int port;

  private Keycloak(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  static String issuer(int port) {
    return "http://localhost:" + port + "/realms/rolewise";
  }

  /** Starts the distribution in {@code home} for one client at {@code origin}. */
  static Keycloak start(Path home, int port, String origin, List<String> people) throws Exception {
    // an earlier run's realm would be kept, with another address of ours in it
    deleteTree(home.resolve("data"));
    Path imports = Files.createDirectories(home.resolve("data/import"));
    Files.writeString(imports.resolve("rolewise-realm.json"), realm(origin, people).encode());
    Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "keycloak-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=http://localhost:" + port,
            "--log-level=warn");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Keycloak keycloak = new Keycloak(process, log, port);
    try {
      keycloak.awaitAnswer();
    } catch (RuntimeException | InterruptedException failed) {
      keycloak.close();
      throw failed;
    }
    return keycloak;
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    children.forEach(ProcessHandle::destroy);
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private void awaitAnswer() throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer(port) + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      if (process.waitFor(500, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Keycloak ended instead of starting: see " + log);
      }
      try {
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // asked again in half a second
      }
    }
    throw new IllegalStateException("Keycloak did not answer within " + START + ": see " + log);
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static JsonObject realm(String origin, List<String> people) {
    JsonArray users = new JsonArray();
    for (String person : people) {
      users.add(
          new JsonObject()
              .put("username", person)
              .put("enabled", true)
              .put("email", person + "@house.example")
              .put("emailVerified", true)
              .put("firstName", person)
              .put("lastName", "Test")
              .put(
                  "credentials",
                  new JsonArray()
                      .add(new JsonObject().put("type", "password").put("value", PASSWORD))));
    }
    return new JsonObject()
        .put("realm", "rolewise")
        .put("enabled", true)
        .put("sslRequired", "none")
        .put("users", users)
        .put(
            "clients",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("clientId", CLIENT)
                        .put("enabled", true)
                        .put("protocol", "openid-connect")
                        .put("publicClient", false)
                        .put("secret", SECRET)
                        .put("standardFlowEnabled", true)
                        .put("directAccessGrantsEnabled", false)
                        .put(
                            "redirectUris",
                            new JsonArray().add(origin + "/api/v1/session/callback"))
                        .put(
                            "attributes",
                            new JsonObject()
                                .put("pkce.code.challenge.method", "S256")
                                .put("post.logout.redirect.uris", origin + "/"))));
  }
}
