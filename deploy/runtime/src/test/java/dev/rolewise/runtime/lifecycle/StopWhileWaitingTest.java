package dev.rolewise.runtime.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.cluster.FreePorts;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes that are told to stop while they wait for something: they say goodbye and end, and
 * make nobody wait who has nothing to lose with them.
 */
@ExtendWith(PostgresDatabase.class)
class StopWhileWaitingTest {

  /** How a JVM ends that was told to and did not have to be killed. */
  private static final int SIGTERM = 128 + 15;

  /** Usually well below one second; far from the drain delay on the busiest machine. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void configure(TestDatabase database) {
    DatabaseSettings known = database.settings("example");
    settings.put("database.host", known.host());
    settings.put("database.port", Integer.toString(known.port()));
    settings.put("database.name", known.database());
    settings.put("database.user", known.user());
    settings.put("database.password", known.password().reveal());
    settings.put("database.tls", "disable");
    // what cannot be reached in time may fit, and is served with
    settings.put("database.connection-timeout", "10s");
    settings.put("management.host", "127.0.0.1");
    settings.put("management.port", Integer.toString(FreePorts.next()));
    settings.put("drain.delay", "60s");
  }

  @Test
  void forItsTables() throws Exception {
    cluster("1s");
    try (SeparateService other = start()) {
      other.awaitSaying("has not been made yet: run migrate of this program.");
      String first = settings.get("cluster.port");
      settings.put("management.port", Integer.toString(FreePorts.next()));
      settings.put("cluster.port", Integer.toString(FreePorts.next()));
      settings.put("cluster.bus-port", Integer.toString(FreePorts.next()));
      settings.put("cluster.members", "127.0.0.1:" + first);
      try (SeparateService service = start()) {
        service.awaitSaying("has not been made yet: run migrate of this program.");
        other.awaitSaying("the cluster has 2 members");
        assertSaysGoodbyeAndEnds(service, "stopping before the start is complete");
        other.awaitSaying("left: the cluster has 1 members");
      }
    }
  }

  @Test
  void forOthersToJoin() throws Exception {
    cluster("30s");
    try (SeparateService service = start()) {
      service.awaitSaying("looking for others of");
      assertSaysGoodbyeAndEnds(service, "stopping before the start has begun");
    }
  }

  @Test
  void forItsDatabase() throws Exception {
    settings.put("database.port", "1");
    try (SeparateService service = start()) {
      service.awaitSaying("patient-service is ready, health on port");
      assertEquals(503, readiness());
      assertSaysGoodbyeAndEnds(service, "stopping");
    }
  }

  private SeparateService start() throws Exception {
    return SeparateService.start(PatientService.class, folder, settings);
  }

  private void cluster(String wait) {
    settings.put("cluster.host", "127.0.0.1");
    settings.put("cluster.port", Integer.toString(FreePorts.next()));
    settings.put("cluster.bus-port", Integer.toString(FreePorts.next()));
    settings.put("cluster.name", "test-" + settings.get("cluster.port"));
    settings.put("cluster.members", "127.0.0.1:" + settings.get("cluster.port"));
    settings.put("cluster.join-wait", wait);
  }

  private static void assertSaysGoodbyeAndEnds(SeparateService service, String words)
      throws Exception {
    long told = System.nanoTime();
    service.terminate();
    assertEquals(SIGTERM, service.awaitEnd(), service.said());
    Duration took = Duration.ofNanos(System.nanoTime() - told);
    System.out.println("ended " + took.toMillis() + " ms after SIGTERM: " + words);
    assertTrue(took.compareTo(SOON) < 0, took + "\n" + service.said());
    List<String> said = service.said().lines().toList();
    assertEquals(
        1, said.stream().filter(it -> it.contains('"' + words + '"')).count(), said::toString);
    assertTrue(said.get(said.size() - 1).contains("\"stopped after "), said::toString);
    assertTrue(said.stream().noneMatch(it -> it.startsWith("\tat ")), said::toString);
    assertFalse(service.said().contains("\"ERROR\""), said::toString);
  }

  private int readiness() throws Exception {
    URI address = URI.create("http://127.0.0.1:" + settings.get("management.port") + "/readyz");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
