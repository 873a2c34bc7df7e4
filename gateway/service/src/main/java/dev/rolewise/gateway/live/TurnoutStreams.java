package dev.rolewise.gateway.live;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.Round;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.gateway.edge.Deadline;
import dev.rolewise.gateway.edge.LimitMeters;
import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemException;
import dev.rolewise.runtime.bus.BusServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** All open streams of this process, fed by one listener on the bus. Safe from any event loop. */
public final class TurnoutStreams {

  private static final long SOONEST_RETURN_MILLIS = 200;
  private static final long LATEST_RETURN_MILLIS = 1_200;

  private final Vertx vertx;
  private final LiveMeters meters;
  private final StreamLimits limits;
  private final OpenStreams open;
  private final SharedReads reads;
  private final BusServer hints;
  private final Map<String, Set<TurnoutStream>> byRound = new ConcurrentHashMap<>();
  private volatile boolean closing;

  public TurnoutStreams(Vertx vertx, StreamLimits limits) {
    this.vertx = vertx;
    this.meters = new LiveMeters(vertx);
    this.limits = limits;
    this.open = new OpenStreams(limits);
    this.reads = new SharedReads(limits.heartbeat().dividedBy(2));
    this.hints = BusServer.create(vertx).hint(AssessmentAddresses.TURNOUT_HINT, this::hear);
  }

  /** Listens from here on; done when hints can arrive. */
  public Future<Void> start() {
    return hints.start();
  }

  /**
   * Answers a request with the stream of a round, once {@code read} has said that it may: listens
   * first and reads then, so that no change falls in between. Fails the request with what the read
   * failed with, 429 when the token has streams enough, 503 when there are too many in all or the
   * process is stopping.
   *
   * @param token whose streams are counted; only its hash is kept
   * @param round id as the request has it
   * @param read asks for the round with the request's own right, every time anew
   */
  public void stream(RoutingContext ctx, String token, String round, Supplier<Future<Round>> read) {
    String key = OpenStreams.key(token);
    OpenStreams.Answer answer = closing ? OpenStreams.Answer.ALL_TAKEN : open.take(key);
    switch (answer) {
      case TOKEN_HAS_ENOUGH -> {
        LimitMeters.refused(LimitMeters.STREAMS_PER_TOKEN);
        ctx.fail(
            new ProblemException(
                Problem.tooManyRequests((int) Math.max(1, limits.heartbeat().toSeconds()))));
      }
      case ALL_TAKEN -> {
        LimitMeters.refused(LimitMeters.STREAMS);
        ctx.fail(ProblemException.of(ProblemCode.UNAVAILABLE));
      }
      case TAKEN -> begin(ctx, key, round.toLowerCase(Locale.ROOT), read);
    }
  }

  /** Streams that are open now. */
  public int size() {
    return open.total();
  }

  /** Takes leave of every browser, each with its own moment to come back, and stops listening. */
  public Future<Void> close() {
    closing = true;
    List<Future<Void>> goodbyes =
        byRound.values().stream()
            .flatMap(Collection::stream)
            .map(stream -> stream.goodbye(returnMillis()))
            .toList();
    return Future.join(goodbyes).otherwiseEmpty().compose(done -> hints.stop());
  }

  private void begin(RoutingContext ctx, String key, String round, Supplier<Future<Round>> read) {
    String shared = key + round;
    TurnoutStream stream =
        new TurnoutStream(
            vertx,
            meters,
            ctx.request(),
            limits,
            () -> reads.now(shared, read),
            () -> reads.lately(shared, read));
    meters.opened();
    byRound.compute(
        round,
        (id, streams) -> {
          Set<TurnoutStream> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
          all.add(stream);
          return all;
        });
    ctx.addEndHandler(
        ended -> {
          meters.closed();
          stream.stop();
          remove(round, stream);
          reads.forget(shared);
          open.giveBack(key);
        });
    reads
        .now(shared, read)
        .onSuccess(
            found -> {
              if (closing) {
                ctx.fail(ProblemException.of(ProblemCode.UNAVAILABLE));
              } else if (!ctx.response().ended() && !ctx.response().closed()) {
                Deadline.lift(ctx);
                stream.start(found);
              }
            })
        .onFailure(ctx::fail);
  }

  private void remove(String round, TurnoutStream stream) {
    byRound.computeIfPresent(
        round,
        (id, streams) -> {
          streams.remove(stream);
          return streams.isEmpty() ? null : streams;
        });
  }

  private void hear(JsonObject message) {
    TurnoutHint hint = TurnoutHint.fromJson(message);
    meters.heard();
    byRound
        .getOrDefault(hint.round().toLowerCase(Locale.ROOT), Set.of())
        .forEach(stream -> stream.hint(hint));
  }

  /** Spread out, so that not everybody comes back in the same instant; within two seconds. */
  private static long returnMillis() {
    return ThreadLocalRandom.current().nextLong(SOONEST_RETURN_MILLIS, LATEST_RETURN_MILLIS);
  }
}
