package dev.rolewise.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import dev.rolewise.runtime.trace.CurrentTrace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.slf4j.event.KeyValuePair;

/**
 * Log lines for a person at a terminal: time, level, message, the trace it was written for; a stack
 * trace only follows errors.
 */
public final class PlainLine extends LayoutBase<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line =
        new StringBuilder(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
            .append(' ')
            .append(event.getLevel())
            .append(' ')
            .append(SafeText.oneLine(event.getFormattedMessage()));
    CurrentTrace.get().ifPresent(trace -> line.append(" traceId=").append(trace.id()));
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        line.append(' ')
            .append(pair.key)
            .append('=')
            .append(SafeText.oneLine(String.valueOf(pair.value)));
      }
    }
    line.append('\n');
    if (event.getThrowableProxy() != null) {
      line.append(SafeText.of(ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
    return line.toString();
  }
}
