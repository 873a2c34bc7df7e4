package dev.rolewise.gateway.live;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.contract.round.Round;
import dev.rolewise.assessment.contract.round.Turnout;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.gateway.edge.Deadline;
import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.ProblemResponses;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Streams of one round behind a real server; what the assessment service says is set by hand. */
final class LiveServer {

  static final String ROUND = "5d9c2a77-7d0c-4c1e-9b58-0f3a6d1e2b4c";
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final Vertx vertx;
  private final AtomicReference<Future<Round>> answer = new AtomicReference<>();
  private final TurnoutStreams streams;
  private HttpServer server;

  private LiveServer(Vertx vertx, StreamLimits limits) {
    this.vertx = vertx;
    this.streams = new TurnoutStreams(vertx, limits);
  }

  static LiveServer start(Vertx vertx, StreamLimits limits) throws Exception {
    LiveServer live = new LiveServer(vertx, limits);
    live.says(round("open", 1, 0));
    Router router = Router.router(vertx);
    ProblemResponses.byAcceptLanguage(ctx -> "1", new ClosingConnections()).mount(router);
    router.route().handler(new Deadline(Duration.ofMillis(200)));
    router
        .get("/rounds/:id/live")
        .handler(
            ctx ->
                live.streams.stream(
                    ctx,
                    ctx.request().getHeader("authorization"),
                    ctx.pathParam("id"),
                    live.answer::get));
    HttpServerOptions narrow = new HttpServerOptions().setSendBufferSize(2048);
    live.server =
        live.streams
            .start()
            .compose(ready -> vertx.createHttpServer(narrow).requestHandler(router).listen(0))
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    return live;
  }

  static Round round(String state, int version, int n, Integer... releases) {
    return new Round(
        ROUND,
        state,
        new InstrumentRef("role-gap-scan", 1, "00"),
        4,
        50,
        "open",
        "turnout",
        "after-close",
        1,
        null,
        null,
        "2026-11-23",
        null,
        new Turnout(n, 8, version),
        0,
        List.of(releases));
  }

  static String request(String token) {
    return "GET /rounds/"
        + ROUND.toUpperCase(Locale.ROOT)
        + "/live HTTP/1.1\nHost: a\n"
        + "Authorization: "
        + token
        + "\n\n";
  }

  static String turnout(int version, int n) {
    return "id: "
        + version
        + "\nevent: turnout\ndata: {\"n\":"
        + n
        + ",\"size\":8,\"version\":"
        + version
        + "}\n\n";
  }

  void says(Round round) {
    answer.set(Future.succeededFuture(round));
  }

  void refuses(BusFailure failure) {
    answer.set(Future.failedFuture(failure));
  }

  void hints(int version, int n, String state) {
    vertx
        .eventBus()
        .publish(
            AssessmentAddresses.TURNOUT_HINT,
            new TurnoutHint(ROUND, new Turnout(n, 8, version), state).toJson());
  }

  void hintsRelease(int version, int n) {
    vertx
        .eventBus()
        .publish(
            AssessmentAddresses.TURNOUT_HINT,
            new TurnoutHint(ROUND, new Turnout(n, 8, version), "open", version).toJson());
  }

  void close() throws Exception {
    streams.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  int port() {
    return server.actualPort();
  }

  int size() {
    return streams.size();
  }

  static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError("waited in vain");
      }
      Thread.onSpinWait();
    }
  }
}
