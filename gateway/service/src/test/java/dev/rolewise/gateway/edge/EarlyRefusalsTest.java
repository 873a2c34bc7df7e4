package dev.rolewise.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.rolewise.gateway.wire.RawConnection;
import dev.rolewise.runtime.metrics.Exposition;
import dev.rolewise.runtime.metrics.ObservedVertx;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class EarlyRefusalsTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.rolewise.gateway.edge");
  private static final List<String> LIKE_EVERY_REQUEST =
      List.of("requestId", "method", "route", "status", "millis", "bytes");

  private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          events.add(event);
        }
      };
  private Vertx vertx;

  @BeforeEach
  void watch() {
    vertx = ObservedVertx.create();
    appender.start();
    LOG.addAppender(appender);
    LOG.setLevel(Level.INFO);
  }

  @AfterEach
  void stopWatching() throws Exception {
    LOG.detachAppender(appender);
    LOG.setLevel(null);
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "ambiguous, 400, GET /canary HTTP/1.1~Host: canary~Content-Length: 3~~abc",
    "ambiguous, 400, GET //canary HTTP/1.1~Host: a~~",
    "unreadable, 400, GET /canary HTTP/1.1~Host: a~Bad canary~~",
    "uri-too-long, 414, GET /canary%5000 HTTP/1.1~Host: a~~",
    "headers-too-large, 431, GET /canary HTTP/1.1~Host: a~X-Canary: %9000~~",
  })
  void eachHasALineLikeThatOfEveryRequestAndCounts(String reason, int status, String text)
      throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    try (RawConnection connection = RawConnection.to(server.port())) {
      String answer = connection.send(request(text)).readToEnd();
      assertTrue(answer.matches("(?s)HTTP/1.[01] " + status + " .*"), answer);
      Map<String, String> line = next("Refused");
      assertEquals(Integer.toString(status), line.get("status"));
      assertEquals(reason, line.get("reason"));
      assertEquals("none", line.get("route"));
      assertEquals("1", line.get("times"));
      assertTrue(answer.contains("x-request-id: " + line.get("requestId") + "\r\n"), answer);
      assertTrue(Integer.parseInt(line.get("bytes")) > 100, line.toString());
      assertTrue(line.keySet().containsAll(LIKE_EVERY_REQUEST), line.toString());
      assertFalse(line.toString().contains("canary"), line.toString());
      assertFalse(line.toString().contains("127.0.0.1"), line.toString());
    }
    assertEquals(1, counted(reason));
    assertEquals(List.of(), server.reached());
  }

  @Test
  void aConnectionTooManyHasALineWhetherItIsAnsweredOrNot() throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    server.letIn(1);
    List<RawConnection> all = new ArrayList<>();
    try {
      for (int number = 0; number < 1 + 16; number++) {
        all.add(RawConnection.to(server.port()));
      }
      String answer = all.get(1).send("GET / HTTP/1.1\nHost: a\n\n").readToEnd();
      assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
      Map<String, String> told = next("Refused");
      assertEquals("connections", told.get("reason"));
      assertEquals("503", told.get("status"));
      all.add(RawConnection.to(server.port()));
      all.add(RawConnection.to(server.port()));
      assertEquals("", all.get(all.size() - 1).readToEnd());
      Map<String, String> closed = next("Cut off");
      assertEquals("connections", closed.get("reason"));
      assertEquals("0", closed.get("status"));
      assertEquals("-", closed.get("requestId"));
    } finally {
      for (RawConnection connection : all) {
        connection.close();
      }
    }
  }

  @Test
  void aHeadThatDripsHasALineAndAConnectionThatSaysNothingHasNone() throws Exception {
    EdgeServer server = EdgeServer.start(vertx, Duration.ofMillis(50), List.of());
    try (RawConnection silent = RawConnection.to(server.port())) {
      assertEquals("", silent.readToEnd());
    }
    try (RawConnection dripping = RawConnection.to(server.port())) {
      assertEquals("", dripping.send("GET /canary HTTP/1.1\nHo").readToEnd());
    }
    Map<String, String> line = next("Cut off");
    assertEquals("slow-head", line.get("reason"));
    assertEquals("1", line.get("times"));
    assertFalse(line.toString().contains("canary"), line.toString());
    assertEquals(1, counted("slow-head"));
  }

  @Test
  void whoeverHasBeenSendingForLongestGoesWhereBodiesTakeTooMuch() throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    String head = "POST /body HTTP/1.1\nHost: a\nContent-Length: 1000\n\n";
    String most = "x".repeat(900);
    try (RawConnection first = RawConnection.to(server.port());
        RawConnection second = RawConnection.to(server.port());
        RawConnection third = RawConnection.to(server.port())) {
      first.send(head + most);
      awaitReached(server, 1);
      second.send(head + most);
      awaitReached(server, 2);
      third.send(head + most);
      assertEquals("", first.readToEnd());
      for (RawConnection kept : List.of(second, third)) {
        assertTrue(kept.send("x".repeat(100)).readResponse().endsWith("body"));
      }
      // what has ended counts no more
      for (int request = 0; request < 10; request++) {
        assertTrue(third.send(head + "x".repeat(1_000)).readResponse().endsWith("body"));
      }
    }
    Map<String, String> line = next("Cut off");
    assertEquals("bodies", line.get("reason"));
    assertEquals(1, counted("bodies"));
  }

  private static void awaitReached(EdgeServer server, int requests) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (server.reached().size() < requests) {
      assertTrue(System.nanoTime() < end, "not reached");
      Thread.onSpinWait();
    }
  }

  @Test
  void requestsWithoutEndAreNotKeptUntilTheirTurn() throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    try (RawConnection patient = RawConnection.to(server.port())) {
      patient.send("GET /victim HTTP/1.1\nHost: a\n\n".repeat(PipelineLimit.MOST));
      for (int answer = 0; answer < PipelineLimit.MOST; answer++) {
        assertTrue(patient.readResponse().endsWith("victim"));
      }
      patient.send("GET / HTTP/1.1\nHost: a\n\n").readResponse();
    }
    try (RawConnection endless = RawConnection.to(server.port())) {
      endless.send("GET /never HTTP/1.1\nHost: a\n\n".repeat(2_000));
      assertEquals("", endless.readToEnd());
    }
    Map<String, String> line = next("Cut off");
    assertEquals("pipelining", line.get("reason"));
    assertEquals("1", line.get("times"));
    assertEquals(PipelineLimit.MOST + 2, server.reached().size(), "one was begun with, no more");
    assertEquals(1, counted("pipelining"));
  }

  /** These get as far as the router, and have their line like everything that does. */
  @Test
  void bodiesThatAreTooLateOrTooLargeHaveTheLineOfTheirRoute() throws Exception {
    EdgeServer server = EdgeServer.start(vertx, Duration.ofMillis(50), List.of());
    for (Map.Entry<String, String> body :
        Map.of("408", "100\n\nab", "413", "2000\n\n" + "x".repeat(2_000)).entrySet()) {
      try (RawConnection connection = RawConnection.to(server.port())) {
        String head = "POST /body HTTP/1.1\nHost: a\nContent-Length: ";
        String answer = connection.send(head + body.getValue()).readToEnd();
        assertTrue(answer.startsWith("HTTP/1.1 " + body.getKey() + " "), answer);
        Map<String, String> line = next("Answered");
        assertEquals(body.getKey(), line.get("status"));
        assertEquals("/body", line.get("route"));
        assertTrue(line.keySet().containsAll(LIKE_EVERY_REQUEST), line.toString());
      }
    }
  }

  @Test
  void aFloodHasALineAtOnceAndThenOnePerIntervalThatSaysHowMany() throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    int flood = 300;
    for (int request = 0; request < flood; request++) {
      try (RawConnection connection = RawConnection.to(server.port())) {
        connection.send("GET //canary HTTP/1.1\nHost: a\n\n").readToEnd();
      }
    }
    long lines = 0;
    for (int told = 0; told < flood; lines++) {
      Map<String, String> line = next("Refused");
      assertEquals("ambiguous", line.get("reason"));
      told += Integer.parseInt(line.get("times"));
      assertTrue(told <= flood, told + " were told");
      assertTrue(lines > 0 || told == 1, "the first waited for others");
    }
    assertTrue(lines <= flood / 10, lines + " lines");
    assertEquals(flood, counted("ambiguous"));
  }

  /** A tilde is the end of a line, a percent sign with a number that many letters. */
  private static String request(String text) {
    int filled = text.indexOf('%');
    if (filled >= 0) {
      String number = text.substring(filled + 1, filled + 5);
      text = text.replace("%" + number, "x".repeat(Integer.parseInt(number)));
    }
    return text.replace('~', '\n');
  }

  private Map<String, String> next(String message) throws InterruptedException {
    ILoggingEvent event = events.poll(10, TimeUnit.SECONDS);
    while (event != null && !event.getMessage().equals(message)) {
      event = events.poll(10, TimeUnit.SECONDS);
    }
    assertTrue(event != null, "no line " + message);
    return event.getKeyValuePairs().stream()
        .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
  }

  private double counted(String reason) throws Exception {
    String name = "rolewise_http_early_refusals_total{reason=\"" + reason + "\"} ";
    return Exposition.text(vertx)
        .await(10, TimeUnit.SECONDS)
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }
}
