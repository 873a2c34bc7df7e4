package dev.rolewise.runtime.bus;

import io.vertx.core.eventbus.ReplyException;
import java.time.Duration;

/** What the end of a request says about how busy those are who were asked. */
enum LoadSign {
  /** Somebody answered as soon as answers should come. */
  IN_TIME,

  /** Somebody answered late, or that it is too busy. */
  LATE,

  /** Nobody answered. */
  SILENT,

  /** It says nothing. */
  NONE;

  /**
   * Answers that need half of everybody's patience come from a queue that is too long. Whoever
   * leaves less than that learns nothing from a failure, and cannot make others believe in a queue
   * that is not there.
   *
   * @param failure null for an answer as hoped
   * @param usual everybody's patience
   * @param given how long this one could wait, milliseconds
   * @param waited how long it did
   */
  static LoadSign of(Throwable failure, Duration usual, long given, long waited) {
    long half = usual.toMillis() / 2;
    boolean hurried = given < half;
    if (failure == null) {
      return waited > half ? LATE : IN_TIME;
    }
    if (!(failure instanceof ReplyException reply)) {
      return NONE;
    }
    return switch (reply.failureType()) {
      case TIMEOUT -> hurried ? NONE : SILENT;
      case RECIPIENT_FAILURE -> {
        if (waited > half) {
          yield LATE;
        }
        yield reply.failureCode() != 503 ? IN_TIME : hurried ? NONE : LATE;
      }
      default -> NONE;
    };
  }
}
