package dev.rolewise.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.vertx.core.internal.threadchecker.BlockedThreadChecker;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Marker;

/**
 * Until a program has begun, an event loop is told to be blocked only when it hangs. On a tenth of
 * a processor it takes seconds to read the classes that it needs for the first time, and the stack
 * of that would bury the one line that says why the program cannot begin.
 */
final class WarmingUp extends TurboFilter {

  private static final String SPEAKER = BlockedThreadChecker.LOGGER_NAME;
  private static final Pattern BLOCKED = Pattern.compile(" has been blocked for (\\d+) ms");

  private final long hangsMillis;

  /**
   * @param hangs after how long a blocked thread is no longer one that reads classes
   */
  WarmingUp(Duration hangs) {
    this.hangsMillis = hangs.toMillis();
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String said, Object[] values, Throwable cause) {
    if (said == null || !logger.getName().equals(SPEAKER)) {
      return FilterReply.NEUTRAL;
    }
    Matcher blocked = BLOCKED.matcher(said);
    boolean hangs = !blocked.find() || Long.parseLong(blocked.group(1)) >= hangsMillis;
    return hangs ? FilterReply.NEUTRAL : FilterReply.DENY;
  }
}
