package dev.rolewise.runtime.bus;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;

/** What became of one send: the answer, or a failure in the words that the asking side has. */
final class BusOutcome {

  /** Told apart from a 503 of the other side, which is its last word. */
  static final BusFailure NOBODY_THERE = BusFailure.unavailable();

  /** Not even sent: too many are under way. */
  static final BusFailure TOO_MANY = BusFailure.unavailable();

  /** Told apart from a silence after which there may be time to ask again. */
  static final BusFailure NO_TIME_LEFT = BusFailure.timeout();

  private BusOutcome() {}

  /**
   * The answer, or why there is none.
   *
   * @param untilTheLast whether nobody would have waited any longer
   */
  static Future<Message<Object>> of(AsyncResult<Message<Object>> result, boolean untilTheLast) {
    if (result.failed()) {
      return Future.failedFuture(failure(result.cause(), untilTheLast));
    }
    BusFailure refusal = refusal(result.result());
    return refusal == null ? Future.succeededFuture(result.result()) : Future.failedFuture(refusal);
  }

  /**
   * A refusal is the other side's last word, that it is busy or without its database too: asking
   * again at once would only make it busier. The rest may go better the second time.
   */
  static boolean mayAskAgain(Throwable failure) {
    if (failure == NO_TIME_LEFT) {
      return false;
    }
    return failure == NOBODY_THERE
        || failure instanceof BusFailure it && (it.status() == 502 || it.status() == 504);
  }

  /**
   * How it is counted.
   *
   * @param failure null for none
   */
  static String word(Throwable failure) {
    if (failure == null) {
      return BusMeters.OK;
    }
    if (failure == NOBODY_THERE) {
      return BusMeters.NO_HANDLERS;
    }
    if (failure == TOO_MANY) {
      return BusMeters.TOO_MANY;
    }
    int status = failure instanceof BusFailure known ? known.status() : 0;
    return switch (status) {
      case 503 -> BusMeters.UNAVAILABLE;
      case 504 -> BusMeters.TIMEOUT;
      default -> status >= 400 && status < 500 ? BusMeters.REFUSED : BusMeters.FAILED;
    };
  }

  private static BusFailure refusal(Message<Object> message) {
    String status = message.headers().get(BusWire.STATUS);
    if (status == null) {
      return null;
    }
    boolean ours =
        (status.equals("400") || status.equals("409") || status.equals("422"))
            && message.body() instanceof JsonObject;
    return ours
        ? new BusFailure(
            Integer.parseInt(status),
            message.headers().get(BusWire.CODE),
            BusWire.read((JsonObject) message.body()),
            BusWire.details((JsonObject) message.body()))
        : BusFailure.badGateway();
  }

  private static BusFailure failure(Throwable cause, boolean untilTheLast) {
    if (!(cause instanceof ReplyException reply)) {
      return BusFailure.badGateway();
    }
    return switch (reply.failureType()) {
      case TIMEOUT -> untilTheLast ? NO_TIME_LEFT : BusFailure.timeout();
      case NO_HANDLERS -> NOBODY_THERE;
      case RECIPIENT_FAILURE ->
          passed(reply.failureCode())
              ? BusFailure.of(reply.failureCode(), reply.getMessage())
              : BusFailure.badGateway();
      default -> BusFailure.badGateway();
    };
  }

  private static boolean passed(int status) {
    return status >= 400 && status < 500 || status == 503;
  }
}
