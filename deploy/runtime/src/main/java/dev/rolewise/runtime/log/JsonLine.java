package dev.rolewise.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import dev.rolewise.runtime.trace.CurrentTrace;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
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
    JsonObject line =
        new JsonObject()
            .put("time", Instant.ofEpochMilli(event.getTimeStamp()).toString())
            .put("level", event.getLevel().toString())
            .put("service", service)
            .put("logger", event.getLoggerName())
            .put("thread", event.getThreadName())
            .put("message", SafeText.of(event.getFormattedMessage()));
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
    // the encoder escapes what is below U+0020; these three also end a line for some readers
    return line.encode()
            .replace("\u0085", "\\u0085")
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029")
        + "\n";
  }
}
