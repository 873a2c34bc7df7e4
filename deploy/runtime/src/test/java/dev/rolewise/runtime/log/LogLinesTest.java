package dev.rolewise.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class LogLinesTest {

  private final JsonLine json = new JsonLine("content-service");
  private final PlainLine plain = new PlainLine();

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\r\nb", "a\u0000b", "a\u001b[31mb", "a\u0085b", "a\u2028b", "a\"},{\"b"})
  void whateverIsInItOneEventIsOneLine(String hostile) {
    LoggingEvent event = event("said: " + hostile, null);
    event.addKeyValuePair(new KeyValuePair("requestId", hostile));
    for (String line : List.of(json.doLayout(event), plain.doLayout(event))) {
      assertTrue(line.endsWith("\n"));
      assertFalse(
          line.substring(0, line.length() - 1).matches("(?s).*[\\p{Cntrl}\\u0085\\u2028\\u2029].*"),
          line);
    }
    JsonObject read = new JsonObject(json.doLayout(event));
    assertEquals("said: " + hostile, read.getString("message"));
    assertEquals(hostile, read.getString("requestId"));
  }

  @Test
  void aStackTraceStaysInsideItsLine() {
    String line = json.doLayout(event("broke", new IllegalStateException("first\nsecond")));
    assertEquals(1, line.lines().count());
    JsonObject read = new JsonObject(line);
    assertEquals("content-service", read.getString("service"));
    assertEquals("ERROR", read.getString("level"));
    assertTrue(read.getString("error").contains("LogLinesTest"), line);
  }

  @Test
  void tokensAndTicketsAreMasked() {
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
    String ticket = "0123456789ABCDEFGHJKMNPQRS";
    LoggingEvent event =
        event("Bearer " + token + " and " + ticket, new IllegalStateException(token));
    event.addKeyValuePair(new KeyValuePair("token", token));
    for (String line : List.of(json.doLayout(event), plain.doLayout(event))) {
      assertFalse(line.contains(token), line);
      assertFalse(line.contains(ticket), line);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789ABCDEFGHJKMNPQRS",
        "01234-56789-ABCDE-FGHJK-MNPQR-S0",
        "AB-CD-EF-GH",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "-_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-"
      })
  void rightsAreMaskedWhereverTheyStand(String right) {
    for (String around : List.of("%s", "a %s", "%s b", "(%s)", "ticket=%s", "é%sé", "x/%s/y")) {
      String said = around.formatted(right);
      assertEquals(around.formatted("[masked]"), SafeText.of(said));
    }
    assertEquals(
        right + "x", SafeText.of(right + "x").replace("[masked]", "gone"), "a longer word");
  }

  @Test
  void idsAndHashesAreNotMasked() {
    String id = "123e4567-e89b-42d3-a456-426614174000";
    String hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    assertEquals("id " + id + " hash " + hash, SafeText.of("id " + id + " hash " + hash));
  }

  private static LoggingEvent event(String message, Throwable error) {
    return new LoggingEvent(
        LogLinesTest.class.getName(),
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("dev.rolewise.example"),
        Level.ERROR,
        message,
        error,
        null);
  }
}
