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
 * <p>What is asked on behalf of a request has no more time than that one, whether it came over the
 * bus itself or brings {@linkplain BusRequest#until its own moment}. Once that has passed nothing
 * is sent, which is a 504 like the silence before it.
 */
public final class BusClient {

  private static final Logger LOG = LoggerFactory.getLogger(BusClient.class);

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
            failure ->
                BusOutcome.mayAskAgain(failure) && System.currentTimeMillis() < last(request)
                    ? sendAgain(request)
                    : Future.failedFuture(failure))
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
                    target(request.address()),
                    BusOutcome.word(ended.cause()),
                    System.nanoTime() - began));
  }

  private Future<Message<Object>> deliver(BusRequest request) {
    long now = System.currentTimeMillis();
    long last = last(request);
    long deadline = Math.min(now + request.timeout().toMillis(), last);
    if (deadline <= now) {
      return Future.failedFuture(BusOutcome.NO_TIME_LEFT);
    }
    InFlightLimit limit =
        limits.computeIfAbsent(target(request.address()), target -> new InFlightLimit());
    if (!limit.enter()) {
      refusals.say(times -> sayRefused(request.address(), limit, times));
      return Future.failedFuture(BusOutcome.TOO_MANY);
    }
    DeliveryOptions options =
        new DeliveryOptions()
            .setSendTimeout(deadline - now)
            .addHeader(BusWire.DEADLINE, Long.toString(deadline))
            .addHeader(BusWire.REQUEST_ID, request.requestId());
    CurrentTrace.toPassOn().ifPresent(trace -> options.addHeader(Trace.HEADER, trace));
    Object body = request.body();
    if (request.attachment() != null) {
      options.addHeader(BusWire.BODY, request.body().encode());
      body = request.attachment();
    }
    long sent = System.nanoTime();
    return vertx
        .eventBus()
        .<Object>request(request.address(), body, options)
        .onComplete(
            result -> {
              long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
              limit.leave(LoadSign.of(result.cause(), request.timeout(), deadline - now, waited));
            })
        .transform(result -> BusOutcome.of(result, deadline == last));
  }

  private static long last(BusRequest request) {
    return Math.min(request.deadline(), CallDeadline.current());
  }

  /** The first word of an address names the service that answers. */
  private static String target(String address) {
    int dot = address.indexOf('.');
    return dot < 0 ? address : address.substring(0, dot);
  }

  private static void sayRefused(String address, InFlightLimit limit, long times) {
    LOG.warn(
        "{} requests to {} were refused at once: {} are under way and {} may be",
        times,
        target(address),
        limit.inFlight(),
        limit.limit());
  }

  private static Map<String, String> headers(Message<?> message) {
    Map<String, String> headers = new HashMap<>();
    message.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return headers;
  }
}
