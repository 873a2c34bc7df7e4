package dev.rolewise.runtime.bus;

import dev.rolewise.runtime.log.Seldom;
import dev.rolewise.runtime.metrics.Meters;
import dev.rolewise.runtime.trace.CurrentTrace;
import dev.rolewise.runtime.trace.Trace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The asking side of the bus. Futures fail with {@link BusFailure} only: the other side's 4xx and
 * 503 as they are, nobody listening as 503, no answer in time as 504, anything else as 502. To each
 * target only so many requests are under way at once; what does not fit is a 503 here and now.
 *
 * <p>What is asked on behalf of a request that came over the bus itself has no more time than that
 * one.
 */
public final class BusClient {

  private static final Logger LOG = LoggerFactory.getLogger(BusClient.class);

  // told apart from a 503 of the other side, which is its last word
  private static final BusFailure NOBODY_THERE = BusFailure.unavailable();
  private static final BusFailure TOO_MANY = BusFailure.unavailable();

  private final Vertx vertx;
  private final BusMeters meters;
  private final Map<String, InFlightLimit> limits = new ConcurrentHashMap<>();
  private final Seldom refusals = new Seldom(Duration.ofSeconds(5));

  private BusClient(Vertx vertx) {
    this.vertx = vertx;
    this.meters = new BusMeters(Meters.of(vertx));
  }

  public static BusClient create(Vertx vertx) {
    return new BusClient(vertx);
  }

  /** Asks for a JSON object. */
  public Future<JsonObject> json(BusRequest request) {
    return ask(request)
        .compose(
            message ->
                message.body() instanceof JsonObject body
                    ? Future.succeededFuture(body)
                    : Future.failedFuture(BusFailure.badGateway()));
  }

  /** Asks for finished bytes. */
  public Future<BusDocument> document(BusRequest request) {
    return ask(request)
        .compose(
            message ->
                message.body() instanceof Buffer body
                    ? Future.succeededFuture(new BusDocument(body, headers(message)))
                    : Future.failedFuture(BusFailure.badGateway()));
  }

  /**
   * Whether one more request to a target would find room now. Whoever asks before doing anything
   * for a request can refuse it for next to nothing.
   *
   * @param target the first word of its addresses
   */
  public boolean hasRoom(String target) {
    InFlightLimit limit = limits.get(target);
    return limit == null || limit.hasRoom();
  }

  /** Publishes a hint to everybody who listens now; nobody has to. */
  public void publish(String address, JsonObject hint) {
    vertx.eventBus().publish(address, hint);
  }

  private Future<Message<Object>> ask(BusRequest request) {
    Future<Message<Object>> first = send(request);
    return request.retryOnce()
        ? first.recover(
            failure -> again(failure) ? sendAgain(request) : Future.failedFuture(failure))
        : first;
  }

  private Future<Message<Object>> sendAgain(BusRequest request) {
    meters.retried(target(request.address()));
    return send(request);
  }

  private Future<Message<Object>> send(BusRequest request) {
    long began = System.nanoTime();
    return deliver(request)
        .onComplete(
            ended ->
                meters.ended(
                    target(request.address()), result(ended.cause()), System.nanoTime() - began));
  }

  private Future<Message<Object>> deliver(BusRequest request) {
    long now = System.currentTimeMillis();
    long deadline = Math.min(now + request.timeout().toMillis(), CallDeadline.current());
    if (deadline <= now) {
      return Future.failedFuture(BusFailure.timeout());
    }
    InFlightLimit limit =
        limits.computeIfAbsent(target(request.address()), target -> new InFlightLimit());
    if (!limit.enter()) {
      refusals.say(times -> sayRefused(request.address(), limit, times));
      return Future.failedFuture(TOO_MANY);
    }
    DeliveryOptions options =
        new DeliveryOptions()
            .setSendTimeout(deadline - now)
            .addHeader(BusWire.DEADLINE, Long.toString(deadline))
            .addHeader(BusWire.REQUEST_ID, request.requestId());
    CurrentTrace.toPassOn().ifPresent(trace -> options.addHeader(Trace.HEADER, trace));
    long sent = System.nanoTime();
    return vertx
        .eventBus()
        .<Object>request(request.address(), request.body(), options)
        .onComplete(
            result -> limit.leave(late(sent, request.timeout()) || overloaded(result.cause())))
        .transform(
            result -> {
              if (result.failed()) {
                return Future.failedFuture(translate(result.cause()));
              }
              BusFailure refusal = refusal(result.result());
              return refusal == null
                  ? Future.succeededFuture(result.result())
                  : Future.failedFuture(refusal);
            });
  }

  /**
   * A refusal is the other side's last word, that it is busy or without its database too: asking
   * again at once would only make it busier. The rest may go better the second time.
   */
  private static boolean again(Throwable failure) {
    return failure == NOBODY_THERE
        || failure instanceof BusFailure it && (it.status() == 502 || it.status() == 504);
  }

  private static String result(Throwable failure) {
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

  /** The first word of an address names the service that answers. */
  private static String target(String address) {
    int dot = address.indexOf('.');
    return dot < 0 ? address : address.substring(0, dot);
  }

  /** Answers that need half of everybody's patience come from a queue that is too long. */
  private static boolean late(long sent, Duration timeout) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent) > timeout.toMillis() / 2;
  }

  private static boolean overloaded(Throwable failure) {
    return failure instanceof ReplyException reply
        && (reply.failureType() == ReplyFailure.TIMEOUT || reply.failureCode() == 503);
  }

  private static void sayRefused(String address, InFlightLimit limit, long times) {
    LOG.warn(
        "{} requests to {} were refused at once: {} are under way and {} may be",
        times,
        target(address),
        limit.inFlight(),
        limit.limit());
  }

  private static BusFailure refusal(Message<Object> message) {
    String status = message.headers().get(BusWire.STATUS);
    if (status == null) {
      return null;
    }
    boolean ours =
        (status.equals("400") || status.equals("422")) && message.body() instanceof JsonObject;
    return ours
        ? new BusFailure(
            Integer.parseInt(status),
            message.headers().get(BusWire.CODE),
            BusWire.read((JsonObject) message.body()))
        : BusFailure.badGateway();
  }

  private static BusFailure translate(Throwable cause) {
    if (!(cause instanceof ReplyException reply)) {
      return BusFailure.badGateway();
    }
    return switch (reply.failureType()) {
      case TIMEOUT -> BusFailure.timeout();
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

  private static Map<String, String> headers(Message<?> message) {
    Map<String, String> headers = new HashMap<>();
    message.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return headers;
  }
}
