package dev.rolewise.assessment.bus;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.log.Seldom;
import dev.rolewise.runtime.postgres.FullDisk;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a database that is away for a moment from a mistake of ours: the first is a 503. */
public final class DatabaseAway {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
  private static final String SCHEMA = "assessment";
  private static final Seldom SELDOM = new Seldom(Duration.ofSeconds(5));

  /** Connection exception, too many connections, shutting down, statement timeout, deadlock. */
  private static final Set<String> PASSING =
      Set.of("53300", "57P01", "57P02", "57P03", "57014", "40P01", "40001", "25006");

  private DatabaseAway() {}

  /**
   * Passes failures on, a database that is away as 503 {@code unavailable}.
   *
   * @param failure why a handler failed
   * @return always failed
   * @param <T> what the handler would have answered
   */
  public static <T> Future<T> translate(Throwable failure) {
    if (failure instanceof PgException refused && FullDisk.STATE.equals(refused.getSqlState())) {
      // said in one line by whoever watches the database, and in its readiness
      FullDisk.noticed(SCHEMA);
      return Future.failedFuture(BusFailure.unavailable());
    }
    if (!(failure instanceof BusFailure) && isAway(failure)) {
      SELDOM.say(
          times ->
              LOG.warn("the database was away for {} requests: {}", times, failure.toString()));
      return Future.failedFuture(BusFailure.unavailable());
    }
    return Future.failedFuture(failure);
  }

  private static boolean isAway(Throwable failure) {
    if (failure instanceof PgException refused) {
      String state = refused.getSqlState();
      return state != null && (state.startsWith("08") || PASSING.contains(state));
    }
    return failure instanceof ClosedConnectionException
        || failure instanceof IOException
        || failure instanceof TimeoutException
        || isOfThePool(failure);
  }

  /**
   * The pool is exhausted, or handed out a connection in the moment of its end; it names none of
   * these with a type of its own.
   */
  private static boolean isOfThePool(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.getClass().getName().startsWith("io.vertx.core.")
        && (message.startsWith("Timeout")
            || message.startsWith("Connection pool")
            || message.startsWith("Connection closed")
            || message.startsWith("Connection is not active"));
  }
}
