package dev.rolewise.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.wire.RawConnection;
import dev.rolewise.runtime.config.ConfigurationFaults;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ConnectionLimitTest {

  @Test
  void onlySoManyConnectionsAreOpenAndTheNextHearsWhenToComeBack(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    server.letIn(2);
    try (RawConnection one = RawConnection.to(server.port());
        RawConnection two = RawConnection.to(server.port())) {
      assertEquals(200, status(one, "GET / HTTP/1.1\nHost: a\n\n"));
      assertEquals(200, status(two, "GET / HTTP/1.1\nHost: a\n\n"));
      try (RawConnection surplus = RawConnection.to(server.port())) {
        String answer = surplus.send("GET / HTTP/1.1\nHost: a\n\n").readToEnd();
        assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
        assertTrue(answer.contains("\r\nretry-after: 2\r\n"), answer);
        assertTrue(answer.contains("\r\nconnection: close\r\n"), answer);
        assertTrue(answer.contains("\"code\":\"unavailable\""), answer);
      }
      assertEquals(200, status(one, "GET / HTTP/1.1\nHost: a\n\n"));
      assertEquals(List.of("/", "/", "/"), server.reached());
    }
    awaitOpen(server, 0);
    try (RawConnection next = RawConnection.to(server.port())) {
      assertEquals(200, status(next, "GET / HTTP/1.1\nHost: a\n\n"));
    }
  }

  @Test
  void aFloodOfConnectionsIsClosedWithoutAWord(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    server.letIn(2);
    List<RawConnection> flood = new ArrayList<>();
    try {
      for (int number = 0; number < 2 + 16; number++) {
        flood.add(RawConnection.to(server.port()));
      }
      awaitOpen(server, flood.size());
      try (RawConnection beyond = RawConnection.to(server.port())) {
        assertEquals("", beyond.send("GET / HTTP/1.1\nHost: a\n\n").readToEnd());
      }
      assertEquals(200, status(flood.get(0), "GET / HTTP/1.1\nHost: a\n\n"));
      // one that is told to leave but says nothing does not stay either
      assertEquals("", flood.get(2).readToEnd());
    } finally {
      for (RawConnection connection : flood) {
        connection.close();
      }
    }
    awaitOpen(server, 0);
  }

  @Test
  void streamsLeaveConnectionsForOthers() {
    assertEquals(Limits.USUAL, read(Map.of()));
    assertEquals(75, read(Map.of("limits.connections", 100)).streams());
    ConfigurationFaults faults =
        assertThrows(
            ConfigurationFaults.class,
            () -> read(Map.of("limits.connections", 100, "limits.streams", 100)));
    assertEquals(1, faults.faults().size(), faults.getMessage());
    assertTrue(faults.getMessage().contains("limits.connections, which is 100"));
  }

  private static Limits read(Map<String, ?> settings) {
    SettingsReader reader = new SettingsReader(Settings.of(settings));
    Limits limits = Limits.read(reader);
    return reader.finish(() -> limits);
  }

  private static void awaitOpen(EdgeServer server, int number) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (server.open() != number) {
      assertTrue(System.nanoTime() < end, server.open() + " are open instead of " + number);
      Thread.onSpinWait();
    }
  }

  private static int status(RawConnection connection, String request) throws Exception {
    return Integer.parseInt(connection.send(request).readResponse().substring(9, 12));
  }
}
