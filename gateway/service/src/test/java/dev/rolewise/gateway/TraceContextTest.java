package dev.rolewise.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.gateway.contract.HttpAnswer;
import dev.rolewise.gateway.contract.RunningGateway;
import dev.rolewise.runtime.log.JsonLine;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A caller's trace goes through the gateway; but never along with a sheet or a ticket. */
class TraceContextTest {
  private static final String CHOSEN = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String HEADER = "00-" + CHOSEN + "-00f067aa0ba902b7-01";
  private static final String TOKEN = "mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E";
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.rolewise");

  private final BlockingQueue<JsonObject> lines = new LinkedBlockingQueue<>();
  private final List<String> onTheBus = new CopyOnWriteArrayList<>();
  private final List<MultiMap> messages = new CopyOnWriteArrayList<>();
  private final JsonLine layout = new JsonLine("gateway");
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(new JsonObject(layout.doLayout(event)));
        }
      };
  private final RunningGateway gateway = RunningGateway.start();

  @BeforeEach
  void watch() {
    gateway
        .vertx()
        .eventBus()
        .addInboundInterceptor(
            message -> {
              messages.add(message.message().headers());
              onTheBus.add(message.message().headers() + " " + message.message().body());
              message.next();
            });
    appender.start();
    LOG.addAppender(appender);
    LOG.setLevel(Level.DEBUG);
  }

  @AfterEach
  void close() {
    LOG.detachAppender(appender);
    LOG.setLevel(null);
    gateway.close();
  }

  @Test
  void theTraceOfTheCallerIsInTheLineAndOnTheBusAndInNoAnswer() throws Exception {
    HttpAnswer answer = ask(HttpMethod.GET, "/team", HEADER);
    assertEquals(404, answer.status());
    assertEquals(CHOSEN, line("/api/v1/team").getString("traceId"));
    assertTrue(onTheBus.get(0).contains("traceparent=00-" + CHOSEN + "-"), onTheBus.toString());
    assertFalse(onTheBus.get(0).contains("00f067aa0ba902b7"), "a part of its own");
    assertUntold(answer, CHOSEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "4bf92f3577b34da6a3ce929d0e0e4736 traceId=1"
      })
  void anythingElseBeginsANewTrace(String given) throws Exception {
    HttpAnswer answer = ask(HttpMethod.GET, "/team", given.equals("none") ? null : given);
    String made = line("/api/v1/team").getString("traceId");
    assertTrue(made.matches("[0-9a-f]{32}"), made);
    assertNotEquals(CHOSEN, made);
    assertTrue(onTheBus.get(0).contains("traceparent=00-" + made + "-"), onTheBus.toString());
    assertUntold(answer, made);
  }

  @ParameterizedTest
  @CsvSource({
    "/tickets, /api/v1/tickets",
    "/tickets/, /api/v1/tickets",
    "/sheets, /api/v1/sheets",
    "/sheets/, /api/v1/sheets",
    "/%73heets, /api/v1/sheets",
    "/sheets?x=1, /api/v1/sheets"
  })
  void submissionsHaveATraceThatNobodyElseKnows(String path, String route) throws Exception {
    gateway.services().reply(AssessmentAddresses.TICKET_DRAW, new JsonObject());
    gateway.services().reply(AssessmentAddresses.SHEET_SUBMIT, new JsonObject());
    HttpAnswer answer = ask(HttpMethod.POST, path, HEADER);
    assertEquals(201, answer.status(), answer.text());
    String made = line(route).getString("traceId");
    assertTrue(made.matches("[0-9a-f]{32}"), made);
    assertNotEquals(CHOSEN, made);
    assertEquals(2, messages.size(), "the request and its reply");
    assertNull(messages.get(0).get("traceparent"));
    for (String message : onTheBus) {
      assertFalse(message.contains(made) || message.contains(CHOSEN), message);
    }
    assertUntold(answer, made);
    assertUntold(answer, CHOSEN);

    ask(HttpMethod.POST, path, HEADER);
    assertNotEquals(
        made, line(route).getString("traceId"), "two submissions have nothing in common");
  }

  private HttpAnswer ask(HttpMethod method, String path, String trace) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.set("authorization", "Bearer " + TOKEN).set("idempotency-key", "a".repeat(32));
    if (trace != null) {
      headers.set("traceparent", trace).set("tracestate", "vendor=canary");
    }
    Buffer body = path.contains("heets") ? new JsonObject().toBuffer() : null;
    if (body != null) {
      headers.set("content-type", "application/json");
    }
    Map<String, String> all =
        headers.entries().stream()
            .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return gateway.ask(method, path, all, body);
  }

  private JsonObject line(String route) throws InterruptedException {
    JsonObject line = lines.poll(20, TimeUnit.SECONDS);
    while (line != null && !route.equals(line.getString("route"))) {
      line = lines.poll(20, TimeUnit.SECONDS);
    }
    assertTrue(line != null, "no line about " + route);
    return line;
  }

  private static void assertUntold(HttpAnswer answer, String trace) {
    assertFalse((answer.headers() + answer.text()).contains(trace), answer.toString());
    assertNull(answer.headers().get("traceparent"));
    assertNull(answer.headers().get("traceresponse"));
    assertNull(answer.headers().get("tracestate"));
    assertFalse(answer.headers().contains("server-timing"), answer.toString());
  }
}
