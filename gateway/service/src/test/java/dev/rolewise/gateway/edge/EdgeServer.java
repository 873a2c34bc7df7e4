package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.ProblemResponses;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A server with everything of this package in front, for raw connections. */
final class EdgeServer {

  /** Between two lines about refusals for the same reason. */
  static final Duration INTERVAL = Duration.ofMillis(700);

  /** Bytes of bodies that have not ended. */
  static final int MOST_OF_BODIES = 2_000;

  /** Bytes of an answer that no buffer between here and a client takes whole. */
  static final int LARGE = 16_000_000;

  private static final Limits LIMITS = new Limits(3, 2, 3, 3, 3, 100, 2_000);

  private final List<String> reached = new CopyOnWriteArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private final AtomicReference<Limits> limits = new AtomicReference<>(LIMITS);
  private final AtomicBoolean full = new AtomicBoolean();
  private final Admission admission =
      Admission.to("/api/v1", List.of("/behind/{id}"), () -> !full.get());
  private HttpServer server;
  private ConnectionLimit connections;

  static EdgeServer start(Vertx vertx) throws Exception {
    return start(vertx, Duration.ofSeconds(20), List.of());
  }

  static EdgeServer start(Vertx vertx, Duration deadline, List<String> proxies) throws Exception {
    EdgeServer edge = new EdgeServer();
    ClosingConnections closing = new ClosingConnections();
    ProblemResponses problems = ProblemResponses.byAcceptLanguage(RequestIds::of, closing);
    Router router = Router.router(vertx);
    problems.mount(router);
    RateLimits limits =
        new RateLimits(ClientAddresses.trusting(proxies), edge.limits::get, edge.now::get);
    router
        .route()
        .handler(new RequestIds())
        .handler(new SecurityHeaders())
        .handler(new AccessLog(router))
        .handler(new Deadline(deadline))
        .handler(new UnfinishedBodies(closing));
    router
        .route()
        .handler(
            ctx -> {
              edge.reached.add(ctx.request().path());
              ctx.next();
            });
    router.get("/never").handler(ctx -> {});
    router.post("/refusing").handler(ctx -> ctx.fail(BusFailure.unauthorized()));
    router.post("/hasty").handler(ctx -> ctx.response().end("hasty"));
    NoBody.mount(router.post("/none")).handler(ctx -> ctx.response().end("none"));
    router
        .post("/body")
        .handler(BodyHandler.create(false).setBodyLimit(1024))
        .handler(ctx -> ctx.response().end("body"));
    router.post("/teams").handler(limits.newTeams()).handler(ctx -> ctx.response().end("team"));
    router
        .get("/rounds/:id")
        .handler(limits.wrongTokens())
        .handler(
            ctx -> {
              if (ctx.request().getHeader("authorization").equals("Bearer right")) {
                ctx.response().end("round");
              } else {
                ctx.fail(BusFailure.notFound());
              }
            });
    router.route("/api/v1/behind").handler(ctx -> ctx.response().end("behind"));
    router.route("/api/v1/behinds").handler(ctx -> ctx.response().end("another"));
    router.get("/").handler(ctx -> ctx.response().end("fine"));
    router.get("/large").handler(ctx -> ctx.response().end(Buffer.buffer(new byte[LARGE])));
    router.get("/victim").handler(ctx -> ctx.response().end("victim"));
    router.delete("/").handler(ctx -> ctx.response().end("gone"));
    EarlyRefusals refusals = new EarlyRefusals(vertx, INTERVAL);
    UnreadableRequests unreadable = new UnreadableRequests(problems, closing, refusals);
    edge.connections =
        new ConnectionLimit(
            () -> edge.limits.get().connections(), deadline, refusals, MOST_OF_BODIES);
    edge.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHttp2ClearTextEnabled(false)
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setPerMessageWebSocketCompressionSupported(false))
            .connectionHandler(new KnownVersions(edge.connections))
            .requestHandler(
                new RequestGuard(closing, unreadable, edge.connections, edge.admission, router))
            .invalidRequestHandler(unreadable)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    return edge;
  }

  int port() {
    return server.actualPort();
  }

  /** Paths of requests that got past the guard. */
  List<String> reached() {
    return reached;
  }

  /** From now on at most so many connections. */
  void letIn(int connections) {
    limits.set(limits.get().withConnections(connections));
  }

  /** Whether what is below {@code /api/v1/behind} finds no room from now on. */
  void fill(boolean now) {
    full.set(now);
  }

  /** From now on these limits. */
  void limit(Limits others) {
    limits.set(others);
  }

  /** Connections that are open. */
  int open() {
    return connections.open();
  }

  /** Moves the clock of the limits. */
  void pass(Duration time) {
    now.addAndGet(time.toMillis());
  }
}
