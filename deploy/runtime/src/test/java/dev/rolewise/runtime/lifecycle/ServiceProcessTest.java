package dev.rolewise.runtime.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example service as a real process: its commands, its faults, its end. */
@ExtendWith(PostgresDatabase.class)
class ServiceProcessTest {

  // the HTTP/2 client of Java 17 gives up on every stream of a connection that says goodbye
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void configure(TestDatabase database) {
    DatabaseSettings settings = database.settings("example");
    environment.put("ROLEWISE_DATABASE_HOST", settings.host());
    environment.put("ROLEWISE_DATABASE_PORT", Integer.toString(settings.port()));
    environment.put("ROLEWISE_DATABASE_NAME", settings.database());
    environment.put("ROLEWISE_DATABASE_CONNECTION_TIMEOUT", "10s");
    environment.put("ROLEWISE_DATABASE_USER", settings.user());
    environment.put("ROLEWISE_DATABASE_PASSWORD", settings.password().reveal());
    environment.put("ROLEWISE_DATABASE_TLS", "disable");
    environment.put("ROLEWISE_DATABASE_MIGRATION_USER", settings.migration().orElseThrow().user());
    environment.put(
        "ROLEWISE_DATABASE_MIGRATION_PASSWORD",
        settings.migration().orElseThrow().password().reveal());
    environment.put("ROLEWISE_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("ROLEWISE_MANAGEMENT_PORT", "0");
    environment.put("ROLEWISE_DRAIN_DELAY", "0s");
  }

  @Test
  void migratesServesAndStopsWithoutLosingARequest() throws Exception {
    Ended migrated = run("migrate");
    assertEquals(0, migrated.exit(), migrated.output());
    assertTrue(migrated.output().contains("the schema is up to date"), migrated.output());

    Process service = launch();
    try {
      String ready = awaitLine(service, "health on port");
      String slow = awaitLine(service, "slow answers on port");
      int management = number(ready);
      JsonObject health = readyWithin(Duration.ofSeconds(30), management);
      assertEquals(true, health.getBoolean("ready"), health.encode());
      assertEquals(2, health.getJsonArray("checks").size(), health.encode());

      var underWay =
          http.sendAsync(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number(slow) + "/")).build(),
              HttpResponse.BodyHandlers.ofString());
      awaitLine(service, "a request is under way");
      service.destroy();
      assertEquals("answered", underWay.get(20, TimeUnit.SECONDS).body());
      assertTrue(service.waitFor(20, TimeUnit.SECONDS));
    } finally {
      service.destroyForcibly().waitFor();
    }
  }

  /** A busy machine may take its time; every question waits for the checks behind it. */
  private JsonObject readyWithin(Duration patience, int management) throws Exception {
    Instant end = Instant.now().plus(patience);
    JsonObject health;
    do {
      health = new JsonObject(get("http://127.0.0.1:" + management + "/readyz").body());
    } while (!health.getBoolean("ready") && Instant.now().isBefore(end));
    return health;
  }

  @Test
  void endsAfterTheDrainDelay() throws Exception {
    environment.put("ROLEWISE_DRAIN_DELAY", "100ms");
    run("migrate");
    Process service = launch();
    try {
      awaitLine(service, "health on port");
      service.destroy();
      assertTrue(service.waitFor(20, TimeUnit.SECONDS), "still running");
    } finally {
      service.destroyForcibly().waitFor();
    }
  }

  @Test
  void theConfigurationIsPrintedWithoutSecrets() throws Exception {
    Ended ended = run("check-config");
    assertEquals(0, ended.exit(), ended.output());
    assertTrue(ended.output().contains("the configuration is fine"), ended.output());
    assertTrue(ended.output().contains("*****"), ended.output());
    assertFalse(ended.output().contains(environment.get("ROLEWISE_DATABASE_PASSWORD")));
  }

  @Test
  void everyFaultOfTheConfigurationIsALineAndTheExitCodeTwo() throws Exception {
    environment.remove("ROLEWISE_DATABASE_PASSWORD");
    environment.put("ROLEWISE_DATABASE_PORT", "0");
    environment.put("ROLEWISE_DATABSE_NAME", "x");
    for (String command : List.of("serve", "migrate", "check-config")) {
      Ended ended = run(command);
      assertEquals(2, ended.exit(), ended.output());
      assertEquals(3, ended.output().lines().count(), ended.output());
    }
  }

  @Test
  void aManagementPortInUseIsOnePlainLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      environment.put("ROLEWISE_MANAGEMENT_PORT", Integer.toString(taken.getLocalPort()));
      Ended ended = run();
      assertEquals(2, ended.exit(), ended.output());
      assertEquals(
          "Port "
              + taken.getLocalPort()
              + " on 127.0.0.1 is already in use: stop what uses it, or choose"
              + " another one with management.port.",
          ended.output().strip());
    }
  }

  @Test
  void aDatabaseThatIsAwayIsOnePlainLine() throws Exception {
    environment.put("ROLEWISE_DATABASE_PORT", "1");
    for (String command : List.of("serve", "migrate")) {
      Ended ended = run(command);
      assertEquals(2, ended.exit(), ended.output());
      assertEquals(1, ended.output().lines().count(), ended.output());
      assertTrue(ended.output().contains("127.0.0.1:1"), ended.output());
    }
  }

  @Test
  void aWrongPasswordIsOnePlainLineWithoutIt() throws Exception {
    environment.put("ROLEWISE_DATABASE_PASSWORD", "hunter2");
    environment.put("ROLEWISE_DATABASE_MIGRATION_PASSWORD", "hunter2");
    for (String command : List.of("serve", "migrate")) {
      Ended ended = run(command);
      assertEquals(2, ended.exit(), ended.output());
      assertEquals(1, ended.output().lines().count(), ended.output());
      assertFalse(ended.output().contains("hunter2"), ended.output());
    }
  }

  @Test
  void anUnknownOptionIsNamed() throws Exception {
    Ended ended = run("--prot", "1");
    assertEquals(2, ended.exit(), ended.output());
    assertTrue(ended.output().contains("--prot"), ended.output());
  }

  private record Ended(int exit, String output) {}

  private Ended run(String... arguments) throws Exception {
    Process process = launch(arguments);
    String output = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), output);
  }

  private Process launch(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    // the test's own log settings would speak before the service has set its logging up
    command.add("-Dlogback.configurationFile=logback.xml");
    command.add(ExampleService.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private final List<String> seen = new ArrayList<>();

  private String awaitLine(Process process, String part) throws IOException {
    for (String line : seen) {
      if (line.contains(part)) {
        return line;
      }
    }
    for (String line = process.inputReader().readLine();
        line != null;
        line = process.inputReader().readLine()) {
      seen.add(line);
      if (line.contains(part)) {
        return line;
      }
    }
    throw new AssertionError("ended without saying \"" + part + "\": " + seen);
  }

  private static int number(String line) {
    return Integer.parseInt(
        new JsonObject(line).getString("message").replaceAll(".*port (\\d+).*", "$1"));
  }

  private HttpResponse<String> get(String address) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
