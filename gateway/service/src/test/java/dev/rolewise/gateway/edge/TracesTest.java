package dev.rolewise.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.rolewise.gateway.wire.RawConnection;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(VertxExtension.class)
class TracesTest {

  private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.rolewise.gateway");

  private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          events.add(event);
        }
      };

  @BeforeEach
  void watch() {
    appender.start();
    LOG.addAppender(appender);
    LOG.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stopWatching() {
    LOG.detachAppender(appender);
    LOG.setLevel(null);
  }

  @Test
  void theLineOfARequestNamesItsRouteAndNothingOfTheClient(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    try (RawConnection connection = RawConnection.to(server.port())) {
      connection.send(
          "GET /rounds/canary1?token=canary2 HTTP/1.1\nHost: canary3\nAuthorization: Bearer canary4\n"
              + "Referer: http://a/#canary5\nX-Request-Id: canary6\nUser-Agent: canary7\n\n");
      String answer = connection.readResponse();
      assertFalse(answer.contains("canary"), answer);
      ILoggingEvent line = next("Answered");
      String pairs = String.valueOf(line.getKeyValuePairs());
      assertTrue(pairs.contains("route=\"/rounds/:id\""), pairs);
      assertTrue(pairs.contains("status=\"404\""), pairs);
      assertTrue(pairs.contains("requestId=\"" + id(answer) + "\""), pairs);
      for (ILoggingEvent event : events) {
        String all = event.getFormattedMessage() + event.getKeyValuePairs();
        assertFalse(all.contains("canary") || all.contains("127.0.0.1"), all);
      }
      assertFalse(pairs.contains("canary") || pairs.contains("127.0.0.1"), pairs);
    }
  }

  @Test
  void everyRequestHasItsOwnIdAndTheHeaders(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    try (RawConnection connection = RawConnection.to(server.port())) {
      String first = connection.send("GET / HTTP/1.1\nHost: a\n\n").readResponse();
      String second = connection.send("GET /nowhere HTTP/1.1\nHost: a\n\n").readResponse();
      assertNotEquals(id(first), id(second));
      assertTrue(second.contains("\"requestId\":\"" + id(second) + "\""), second);
      for (String answer : new String[] {first, second}) {
        for (String header :
            new String[] {
              "strict-transport-security: max-age=",
              "x-content-type-options: nosniff",
              "referrer-policy: no-referrer",
              "cross-origin-opener-policy: same-origin",
              "cross-origin-resource-policy: same-origin",
              "permissions-policy: accelerometer=()",
              "require-trusted-types-for 'script'"
            }) {
          assertTrue(answer.contains(header), header);
        }
        assertFalse(answer.contains("access-control-"), answer);
        assertFalse(answer.contains("\r\nserver:"), answer);
      }
    }
  }

  private ILoggingEvent next(String message) throws InterruptedException {
    ILoggingEvent event = events.poll(10, TimeUnit.SECONDS);
    while (event != null && !event.getMessage().equals(message)) {
      event = events.poll(10, TimeUnit.SECONDS);
    }
    return event;
  }

  private static String id(String answer) {
    int at = answer.indexOf("x-request-id: ") + 14;
    String id = answer.substring(at, at + 16);
    assertEquals(0, id.chars().filter(c -> Character.digit(c, 16) < 0).count(), id);
    return id;
  }
}
