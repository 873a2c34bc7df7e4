package dev.rolewise.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import dev.rolewise.runtime.trace.CurrentTrace;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object per event on exactly one line, whatever is in it: time, level, service, logger,
 * thread, message, the trace the line was written for, the event's own key-value pairs (such as
 * {@code requestId}) and the stack trace.
 */
public final class JsonLine extends LayoutBase<ILoggingEvent> {

  private final String service;

  /**
   * @param service name of the service, the same in every line
   */
  public JsonLine(String service) {
    this.service = service;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
    line.put("level", event.getLevel().toString());
    line.put("service", service);
    line.put("logger", event.getLoggerName());
    line.put("thread", event.getThreadName());
    line.put("message", SafeText.of(event.getFormattedMessage()));
    CurrentTrace.get().ifPresent(trace -> line.put("traceId", trace.id()));
    event.getMDCPropertyMap().forEach((key, value) -> line.put(key, SafeText.of(value)));
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        line.put(pair.key, SafeText.of(String.valueOf(pair.value)));
      }
    }
    if (event.getThrowableProxy() != null) {
      line.put("error", SafeText.of(ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
    return write(line);
  }

  /** By hand: a line is written for every request. */
  private static String write(Map<String, String> line) {
    StringBuilder text = new StringBuilder(400);
    line.forEach(
        (key, value) -> {
          text.append(text.isEmpty() ? '{' : ',');
          quote(text, key);
          text.append(':');
          quote(text, value);
        });
    return text.append("}\n").toString();
  }

  private static void quote(StringBuilder text, String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || endsALine(c)) {
        text.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /** For some readers, beside what is below U+0020. */
  private static boolean endsALine(char c) {
    return c == '\u007f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }
}
