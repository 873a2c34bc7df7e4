package dev.rolewise.gateway;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.content.DocumentReads;
import dev.rolewise.gateway.edge.AccessLog;
import dev.rolewise.gateway.edge.ClientAddresses;
import dev.rolewise.gateway.edge.Deadline;
import dev.rolewise.gateway.edge.RateLimits;
import dev.rolewise.gateway.edge.RequestGuard;
import dev.rolewise.gateway.edge.RequestIds;
import dev.rolewise.gateway.edge.SecurityHeaders;
import dev.rolewise.gateway.edge.UnreadableRequests;
import dev.rolewise.gateway.live.StreamLimits;
import dev.rolewise.gateway.live.TurnoutStreams;
import dev.rolewise.gateway.operation.ApiRouter;
import dev.rolewise.gateway.operation.ContentOperations;
import dev.rolewise.gateway.operation.Links;
import dev.rolewise.gateway.operation.MemberOperations;
import dev.rolewise.gateway.operation.Operation;
import dev.rolewise.gateway.operation.Relay;
import dev.rolewise.gateway.operation.RoundOperations;
import dev.rolewise.gateway.operation.TeamOperations;
import dev.rolewise.gateway.operation.WatchRound;
import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.ProblemResponses;
import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.gateway.site.SecurityText;
import dev.rolewise.gateway.site.SiteFiles;
import dev.rolewise.gateway.site.SiteHandler;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.Listening;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Puts the parts of the gateway together and listens. */
public final class GatewayVerticle extends VerticleBase {
  private static final int LARGEST_BODY = 64 * 1024;
  private static final String CONTRACT = "openapi/rolewise.yaml";

  private final GatewaySettings settings;
  private final Readiness readiness;
  private BusServer hints;
  private TurnoutStreams streams;
  private HttpServer server;
  private String publicUrl;

  /** A verticle to deploy once. */
  public GatewayVerticle(GatewaySettings settings, Readiness readiness) {
    this.settings = settings;
    this.readiness = readiness;
  }

  @Override
  public Future<?> start() {
    BusClient bus = BusClient.create(vertx);
    DocumentReads reads = new DocumentReads(bus);
    hints = BusServer.create(vertx).hint(ContentAddress.PUBLISHED, hint -> reads.forget());
    streams =
        new TurnoutStreams(
            vertx,
            StreamLimits.of(settings.streamsPerToken(), settings.streams(), settings.heartbeat()));
    ClosingConnections closing = new ClosingConnections();
    ProblemResponses problems =
        new ProblemResponses(RequestLocale::forgiving, RequestIds::of, closing);
    return vertx
        .executeBlocking(SiteFiles::read)
        .compose(
            site -> {
              Router router = edge(problems);
              ApiRouter.mount(router, operations(bus, reads));
              router
                  .route()
                  .handler(
                      new SiteHandler(
                          site, new SecurityText(SecurityText.DEFAULT_CONTACT, Instant.now())));
              UnreadableRequests unreadable = new UnreadableRequests(problems);
              server =
                  vertx
                      .createHttpServer(options())
                      .requestHandler(new RequestGuard(closing, unreadable, router))
                      .invalidRequestHandler(unreadable);
              return hints.start().compose(heard -> streams.start());
            })
        .compose(
            done ->
                Listening.open(server, settings.host(), settings.port(), settings.portSetting()))
        .onSuccess(listening -> publicUrl = publicUrl(listening.actualPort()));
  }

  @Override
  public Future<?> stop() {
    return streams.close().eventually(hints::stop).eventually(server::close);
  }

  /** What every request meets, whatever it asks for. */
  private Router edge(ProblemResponses problems) {
    Router router = Router.router(vertx);
    problems.mount(router);
    router.route().handler(new RequestIds());
    router.route().handler(new SecurityHeaders());
    router.route().handler(new AccessLog(router));
    router.route().handler(new Deadline(settings.requestDeadline()));
    RateLimits limits =
        new RateLimits(
            ClientAddresses.trusting(settings.trustedProxies()),
            settings.newTeamsPerHour(),
            settings.wrongTokensPerMinute());
    limits.forgetRegularly(vertx);
    router.route("/api/*").handler(limits.wrongTokens());
    router.post(ApiRouter.PREFIX + "/teams").handler(limits.newTeams());
    router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    return router;
  }

  private List<Operation> operations(BusClient bus, DocumentReads reads) {
    Relay relay = new Relay(bus, RequestIds::of);
    Links links = new Links(() -> publicUrl);
    return Stream.of(
            new ContentOperations(reads, RequestIds::of, contract()).all(),
            new TeamOperations(relay, links).all(),
            new RoundOperations(relay, links, new WatchRound(relay, streams)).all(),
            new MemberOperations(relay).all())
        .flatMap(List::stream)
        .toList();
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(4 * 1024)
        .setMaxHeaderSize(16 * 1024)
        .setIdleTimeout(60)
        .setHandle100ContinueAutomatically(true);
  }

  /** The port that is listened on, once started. */
  public int port() {
    return server.actualPort();
  }

  private String publicUrl(int port) {
    return settings
        .publicUrl()
        .map(Object::toString)
        .orElseGet(
            () -> {
              String host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
              return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
            });
  }

  private String contract() {
    return vertx.fileSystem().readFileBlocking(CONTRACT).toString();
  }
}
