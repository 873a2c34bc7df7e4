package dev.rolewise.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.wire.RawConnection;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class LimitsTest {

  private static final Duration USUAL = Duration.ofSeconds(20);
  private static final String NEW_TEAM = "POST /teams HTTP/1.1\nHost: a\n\n";
  private static final String RIGHT =
      "GET /rounds/1 HTTP/1.1\nHost: a\nAuthorization: Bearer right\n\n";
  private static final String WRONG =
      "GET /rounds/1 HTTP/1.1\nHost: a\nAuthorization: Bearer wrong\n\n";

  @Test
  void anAddressMakesSoManyTeamsAnHour(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (int team = 0; team < 3; team++) {
        assertEquals(200, status(connection, NEW_TEAM));
        server.pass(Duration.ofMinutes(10));
      }
      String refusal = connection.send(NEW_TEAM).readResponse();
      assertTrue(refusal.startsWith("HTTP/1.1 429 "), refusal);
      assertTrue(refusal.contains("\r\nretry-after: 1800\r\n"), refusal);
      server.pass(Duration.ofMinutes(30));
      assertEquals(200, status(connection, NEW_TEAM));
      assertEquals(429, status(connection, NEW_TEAM));
    }
  }

  @Test
  void wrongTokensMakeAnAddressWait(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (int use = 0; use < 5; use++) {
        assertEquals(200, status(connection, RIGHT));
      }
      assertEquals(404, status(connection, WRONG));
      assertEquals(404, status(connection, WRONG));
      assertEquals(429, status(connection, WRONG));
      assertEquals(429, status(connection, RIGHT));
      server.pass(Duration.ofMinutes(1));
      assertEquals(200, status(connection, RIGHT));
    }
  }

  @Test
  void whatAStrangerSaysAboutItsAddressIsNotBelieved(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (int team = 0; team < 3; team++) {
        assertEquals(200, status(connection, from("192.0.2." + team)));
      }
      assertEquals(429, status(connection, from("192.0.2.9")));
    }
  }

  @Test
  void behindATrustedProxyClientsCountForThemselves(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx, USUAL, List.of("127.0.0.0/8", "10.1.2.3", "::1"));
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (int team = 0; team < 3; team++) {
        assertEquals(200, status(connection, from("192.0.2.1")));
      }
      assertEquals(429, status(connection, from("192.0.2.1")));
      assertEquals(429, status(connection, from("198.51.100." + 7 + ", 192.0.2.1, 10.1.2.3")));
      assertEquals(429, status(connection, from("::ffff:192.0.2.1")));
      assertEquals(200, status(connection, from("192.0.2.2")));
      for (int host = 1; host <= 3; host++) {
        assertEquals(200, status(connection, from("2001:db8:1:2::" + host)));
      }
      assertEquals(429, status(connection, from("2001:db8:1:2:ffff::1")));
      assertEquals(200, status(connection, from("2001:db8:1:3::1")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0/8", "", "::1/129", "1.2.3.4/x"})
  void aTrustedProxyIsNamedByItsAddress(String name) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ClientAddresses.trusting(List.of(name)))
            .getMessage();
    assertTrue(message.contains("\"" + name + "\""), message);
  }

  @Test
  void addressesAreForgottenAfterTheirWindowAndNeverPileUp() {
    AtomicLong now = new AtomicLong();
    SlidingWindow window = new SlidingWindow(() -> 1, 1000, 5, now::get);
    for (int key = 0; key < 100; key++) {
      assertEquals(0, window.take("address " + key));
    }
    assertEquals(5, window.keys());
    assertEquals(1, window.take("address 99"));
    now.set(999);
    assertEquals(1, window.waitSeconds("address 99"));
    now.set(1000);
    assertEquals(0, window.waitSeconds("address 99"));
    assertEquals(0, window.keys());
  }

  @Test
  void aLimitThatChangesHoldsAtOnce(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    String create = "POST /teams HTTP/1.1\nHost: a\n\n";
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (int team = 0; team < 3; team++) {
        assertEquals(200, status(connection, create));
      }
      assertEquals(429, status(connection, create));
      server.limit(new Limits(4, 2, 3, 3, 3, 100, 2_000));
      assertEquals(200, status(connection, create));
      assertEquals(429, status(connection, create));
      server.limit(new Limits(2, 2, 3, 3, 3, 100, 2_000));
      server.pass(Duration.ofMinutes(59));
      assertEquals(429, status(connection, create));
      server.pass(Duration.ofMinutes(1));
      assertEquals(200, status(connection, create));
    }
  }

  @Test
  void aLimitThatHasSunkIsWaitedForAsLongAsItTakes() {
    AtomicLong now = new AtomicLong();
    AtomicInteger limit = new AtomicInteger(3);
    SlidingWindow window = new SlidingWindow(limit::get, 10_000, 5, now::get);
    for (int second = 0; second < 3; second++) {
      now.set(second * 1_000L);
      assertEquals(0, window.take("a"));
    }
    assertEquals(8, window.take("a"));
    limit.set(1);
    assertEquals(10, window.take("a"));
    limit.set(4);
    assertEquals(0, window.take("a"));
  }

  @Test
  void aBodyThatDripsIsCutOff(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx, Duration.ofMillis(50), List.of());
    try (RawConnection connection = RawConnection.to(server.port())) {
      connection.send("POST /body HTTP/1.1\nHost: a\nContent-Length: 100\n\nab");
      String answer = connection.readToEnd();
      assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
    }
  }

  @Test
  void aHeadThatDripsIsCutOff(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx, Duration.ofMillis(50), List.of());
    for (String start : List.of("", "G", "GET / HTTP/1.1\nHost: a\nX-Slow: ")) {
      try (RawConnection connection = RawConnection.to(server.port())) {
        assertEquals("", connection.send(start).readToEnd());
      }
    }
    assertEquals(List.of(), server.reached());
  }

  @Test
  void aLaterHeadThatDripsIsCutOffAndAConnectionThatRestsIsNot(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx, Duration.ofMillis(400), List.of());
    try (RawConnection resting = RawConnection.to(server.port())) {
      assertEquals(200, status(resting, "GET / HTTP/1.1\nHost: a\n\n"));
      assertEquals(200, status(resting, "POST /body HTTP/1.1\nHost: a\nContent-Length: 3\n\nabc"));
      // only now: a connection has to bring its first head in time as well
      try (RawConnection dripping = RawConnection.to(server.port())) {
        assertEquals(200, status(dripping, "GET / HTTP/1.1\nHost: a\n\n"));
        assertEquals("", dripping.send("GET / HTTP/1.1\nHo").readToEnd());
      }
      // the other one has rested for at least as long by now
      assertEquals(200, status(resting, "GET / HTTP/1.1\nHost: a\n\n"));
    }
  }

  @Test
  void anAnswerThatNeverComesIsReplacedInTime(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx, Duration.ofMillis(50), List.of());
    try (RawConnection connection = RawConnection.to(server.port())) {
      String answer = connection.send("GET /never HTTP/1.1\nHost: a\n\n").readToEnd();
      assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
      assertTrue(answer.contains("\r\nretry-after: 2\r\n"), answer);
    }
  }

  private static String from(String chain) {
    return "POST /teams HTTP/1.1\nHost: a\nX-Forwarded-For: " + chain + "\n\n";
  }

  private static int status(RawConnection connection, String request) throws Exception {
    return Integer.parseInt(connection.send(request).readResponse().substring(9, 12));
  }
}
