package dev.rolewise.runtime.bus;

import dev.rolewise.runtime.json.StrictJson;
import dev.rolewise.runtime.log.Seldom;
import dev.rolewise.runtime.metrics.ClosedCounter;
import dev.rolewise.runtime.metrics.Meters;
import dev.rolewise.runtime.trace.CurrentTrace;
import dev.rolewise.runtime.trace.Trace;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving side of the bus. Register handlers, {@link #start}, and {@link #stop} before the
 * verticle closes what its handlers use: stopping awaits the unregistration and the requests under
 * way.
 *
 * <p>A handler fails its future with a {@link BusFailure}; anything else is logged with the request
 * id and reaches the caller as a 502 without a word about it. Requests past their deadline are
 * dropped: nobody waits for them; so is what a handler would still ask of others, see {@link
 * CallDeadline}. A handler that is not done a moment before the deadline has its request answered
 * with 503, since 504 is for those from whom nothing is heard. While too many are under way the
 * next ones are refused with 503.
 */
public final class BusServer {

  private static final Logger LOG = LoggerFactory.getLogger(BusServer.class);

  /** More than one asking side may have under way, less than memory could hold. */
  static final int MOST_IN_FLIGHT = 2 * InFlightLimit.MOST;

  private static final String LATE = "late";
  private static final String TOO_MANY = "too-many";
  private static final String UNFINISHED = "unfinished";

  private final Vertx vertx;
  private final ClosedCounter turnedAway;
  private final Set<String> requests = new HashSet<>();
  private final Set<String> atAnyTime = new HashSet<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final List<MessageConsumer<?>> consumers = new ArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Seldom undated = new Seldom(Duration.ofSeconds(5));
  private final Seldom dropped = new Seldom(Duration.ofSeconds(5));
  private final Seldom unfinished = new Seldom(Duration.ofSeconds(5));
  private final Seldom refused = new Seldom(Duration.ofSeconds(5));
  private final AtomicReference<Promise<Void>> drained = new AtomicReference<>();

  private BusServer(Vertx vertx) {
    this.vertx = vertx;
    this.turnedAway =
        ClosedCounter.of(
            Meters.of(vertx),
            "rolewise.bus.turned.away",
            "Requests from the bus that no handler got to see, or answered in time",
            "reason",
            List.of(LATE, TOO_MANY, UNFINISHED));
  }

  public static BusServer create(Vertx vertx) {
    return new BusServer(vertx);
  }

  /** A handler from a JSON object to a JSON object. */
  public BusServer json(String address, Function<JsonObject, Future<JsonObject>> handler) {
    return jsonCall(address, (body, call) -> handler.apply(body));
  }

  /** As {@link #json}, for a handler that needs the request id or the deadline. */
  public BusServer jsonCall(
      String address, BiFunction<JsonObject, BusCall, Future<JsonObject>> handler) {
    return request(
        address,
        (body, call) ->
            handler.apply(body, call).map(reply -> new Reply(reply, new DeliveryOptions())));
  }

  /**
   * As {@link #json}, also for requests of those who have waited in vain, as far as can be told.
   */
  BusServer jsonAtAnyTime(String address, Function<JsonObject, Future<JsonObject>> handler) {
    atAnyTime.add(address);
    return json(address, handler);
  }

  /** A handler from a JSON object to finished bytes. */
  public BusServer document(String address, Function<JsonObject, Future<BusDocument>> handler) {
    return documentCall(address, (body, call) -> handler.apply(body));
  }

  /** As {@link #document}, for a handler that needs the request id or the deadline. */
  public BusServer documentCall(
      String address, BiFunction<JsonObject, BusCall, Future<BusDocument>> handler) {
    return request(address, (body, call) -> handler.apply(body, call).map(BusServer::reply));
  }

  /** A handler of a large document that comes beside a small JSON object. */
  public BusServer attached(
      String address, BiFunction<JsonObject, Buffer, Future<JsonObject>> handler) {
    requests.add(address);
    registrations.add(
        () ->
            vertx
                .eventBus()
                .<Object>consumer(
                    address,
                    message ->
                        answer(
                            address,
                            message,
                            (body, call) ->
                                handler
                                    .apply(body, attachment(message))
                                    .map(reply -> new Reply(reply, new DeliveryOptions())))));
    return this;
  }

  /** A listener for published hints; a hint that makes it throw is logged and forgotten. */
  public BusServer hint(String address, Consumer<JsonObject> listener) {
    registrations.add(
        () ->
            vertx
                .eventBus()
                .<JsonObject>consumer(address, message -> hear(address, message, listener)));
    return this;
  }

  /** Registers everything; done when every address can be reached. */
  public Future<Void> start() {
    registrations.forEach(registration -> consumers.add(registration.register()));
    return Future.all(consumers.stream().map(MessageConsumer::completion).toList()).mapEmpty();
  }

  /**
   * Makes sure that nobody sends anything more, unregisters everything, then waits until every
   * request under way has its answer.
   */
  public Future<Void> stop() {
    return Withdrawal.of(vertx, requests).compose(done -> unregister()).compose(done -> drain());
  }

  private Future<Void> unregister() {
    List<Future<Void>> unregistered = consumers.stream().map(MessageConsumer::unregister).toList();
    consumers.clear();
    return Future.join(unregistered).<Void>mapEmpty().otherwiseEmpty();
  }

  /** Requests under way at this moment. */
  public int inFlight() {
    return inFlight.get();
  }

  private Future<Void> drain() {
    Promise<Void> promise = Promise.promise();
    drained.set(promise);
    if (inFlight.get() == 0) {
      promise.tryComplete();
    }
    return promise.future();
  }

  private BusServer request(
      String address, BiFunction<JsonObject, BusCall, Future<Reply>> handler) {
    requests.add(address);
    registrations.add(
        () ->
            vertx
                .eventBus()
                .<JsonObject>consumer(address, message -> answer(address, message, handler)));
    return this;
  }

  private void answer(
      String address, Message<?> message, BiFunction<JsonObject, BusCall, Future<Reply>> handler) {
    CurrentTrace.takeOver(message.headers().get(Trace.HEADER));
    BusCall call = atAnyTime.contains(address) ? BusCall.untimed(message) : BusCall.of(message);
    if (call.remainingMillis() == 0) {
      turnedAway.increment(LATE);
      dropped.say(
          times -> LOG.warn("dropped {} requests that came too late, to {}", times, address));
      return;
    }
    if (!call.saidUntilWhen()) {
      undated.say(
          times ->
              LOG.warn("{} requests said in no readable way until when, to {}", times, address));
    }
    if (inFlight.incrementAndGet() > MOST_IN_FLIGHT) {
      inFlight.decrementAndGet();
      turnedAway.increment(TOO_MANY);
      refused.say(
          times -> LOG.warn("refused {} requests, too many are under way: {}", times, address));
      message.fail(503, "unavailable");
      return;
    }
    LastWord word = LastWord.before(vertx, call, () -> tooLate(address, message));
    CallDeadline.set(word.due());
    long began = System.nanoTime();
    // from here on every failure, also a thrown one, becomes a failed future
    Future.succeededFuture()
        .compose(go -> handler.apply(body(message), call))
        .onComplete(
            result -> {
              if (word.take()) {
                if (result.succeeded()) {
                  message.reply(result.result().body(), result.result().options());
                } else if (word.isDue()) {
                  tooLate(address, message);
                } else {
                  fail(address, message, call, result.cause());
                }
              }
              tell(address, result.succeeded(), began);
              if (inFlight.decrementAndGet() == 0 && drained.get() != null) {
                drained.get().tryComplete();
              }
            });
  }

  /** For whoever follows a trace; what goes apart from all traces is not told of here either. */
  private static void tell(String address, boolean succeeded, long beganNanos) {
    if (LOG.isDebugEnabled() && CurrentTrace.get().isPresent()) {
      LOG.atDebug()
          .addKeyValue("address", address)
          .addKeyValue("millis", (System.nanoTime() - beganNanos) / 1_000_000)
          .log(succeeded ? "Done" : "Refused");
    }
  }

  /** Whoever asked still listens, and had better hear when to come back than nothing. */
  private void tooLate(String address, Message<?> message) {
    turnedAway.increment(UNFINISHED);
    unfinished.say(
        times -> LOG.warn("answered {} requests before they were done, to {}", times, address));
    message.fail(503, "unavailable");
  }

  private static void fail(String address, Message<?> message, BusCall call, Throwable cause) {
    if (cause instanceof BusFailure failure) {
      if (failure.faults().isEmpty() && failure.details().isEmpty()) {
        message.fail(failure.status(), failure.code());
      } else {
        message.reply(
            BusWire.write(failure),
            new DeliveryOptions()
                .addHeader(BusWire.STATUS, Integer.toString(failure.status()))
                .addHeader(BusWire.CODE, failure.code()));
      }
      return;
    }
    LOG.atError()
        .addKeyValue("requestId", call.requestId())
        .setCause(cause)
        .log("a request to {} failed unexpectedly", address);
    message.fail(500, "internal");
  }

  private static Buffer attachment(Message<?> message) {
    if (message.body() instanceof Buffer document) {
      return document;
    }
    throw BusFailure.badRequest(List.of(new Fault("", "wrong-type")));
  }

  private static JsonObject body(Message<?> message) {
    String beside = message.headers().get(BusWire.BODY);
    if (beside != null && message.body() instanceof Buffer) {
      return StrictJson.object(Buffer.buffer(beside));
    }
    Object body = message.body();
    if (body instanceof JsonObject object) {
      return object;
    }
    throw BusFailure.badRequest(List.of(new Fault("", "wrong-type")));
  }

  private static void hear(
      String address, Message<JsonObject> message, Consumer<JsonObject> listener) {
    try {
      listener.accept(message.body());
    } catch (RuntimeException unexpected) {
      LOG.error("a hint on {} could not be used", address, unexpected);
    }
  }

  private static Reply reply(BusDocument document) {
    DeliveryOptions options = new DeliveryOptions();
    document.headers().forEach(options::addHeader);
    return new Reply(document.body(), options);
  }

  private record Reply(Object body, DeliveryOptions options) {}

  private interface Registration {
    MessageConsumer<?> register();
  }
}
