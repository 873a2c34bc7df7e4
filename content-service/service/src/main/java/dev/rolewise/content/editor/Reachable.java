package dev.rolewise.content.editor;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.log.Seldom;
import io.vertx.core.Future;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a 503 of whatever the database says. */
final class Reachable {
  private static final Logger LOG = LoggerFactory.getLogger(Reachable.class);
  private static final Seldom SELDOM = new Seldom(Duration.ofSeconds(5));

  private Reachable() {}

  static <T> Future<T> store(Future<T> asked) {
    return asked.recover(cause -> Future.failedFuture(failure(cause)));
  }

  static BusFailure failure(Throwable cause) {
    if (cause instanceof BusFailure known) {
      return known;
    }
    SELDOM.say(
        times ->
            LOG.warn(
                "cannot do what an editor asks of the database, {} times: {}",
                times,
                cause.getMessage()));
    return BusFailure.unavailable();
  }
}
