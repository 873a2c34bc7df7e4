package dev.rolewise.gateway;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.content.DocumentReads;
import dev.rolewise.gateway.edge.AccessLog;
import dev.rolewise.gateway.edge.Admission;
import dev.rolewise.gateway.edge.ClientAddresses;
import dev.rolewise.gateway.edge.ConnectionLimit;
import dev.rolewise.gateway.edge.Deadline;
import dev.rolewise.gateway.edge.EarlyRefusals;
import dev.rolewise.gateway.edge.Farewell;
import dev.rolewise.gateway.edge.KnownVersions;
import dev.rolewise.gateway.edge.LimitMeters;
import dev.rolewise.gateway.edge.Limits;
import dev.rolewise.gateway.edge.RateLimits;
import dev.rolewise.gateway.edge.RequestGuard;
import dev.rolewise.gateway.edge.RequestIds;
import dev.rolewise.gateway.edge.SecurityHeaders;
import dev.rolewise.gateway.edge.TraceContext;
import dev.rolewise.gateway.edge.UnfinishedBodies;
import dev.rolewise.gateway.edge.UnreadableRequests;
import dev.rolewise.gateway.live.StreamLimits;
import dev.rolewise.gateway.live.TurnoutStreams;
import dev.rolewise.gateway.operation.ActionOperations;
import dev.rolewise.gateway.operation.ApiRouter;
import dev.rolewise.gateway.operation.BriefOperations;
import dev.rolewise.gateway.operation.ContentOperations;
import dev.rolewise.gateway.operation.EntryLevels;
import dev.rolewise.gateway.operation.Links;
import dev.rolewise.gateway.operation.LoginMeters;
import dev.rolewise.gateway.operation.MemberOperations;
import dev.rolewise.gateway.operation.Operation;
import dev.rolewise.gateway.operation.PackOperations;
import dev.rolewise.gateway.operation.Relay;
import dev.rolewise.gateway.operation.ReportFileOperations;
import dev.rolewise.gateway.operation.RoundOperations;
import dev.rolewise.gateway.operation.SearchOperations;
import dev.rolewise.gateway.operation.SessionOperations;
import dev.rolewise.gateway.operation.ShareOperations;
import dev.rolewise.gateway.operation.SignIn;
import dev.rolewise.gateway.operation.TeamOperations;
import dev.rolewise.gateway.operation.WatchRound;
import dev.rolewise.gateway.page.LearnPages;
import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.ProblemResponses;
import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.gateway.session.AccessSettings;
import dev.rolewise.gateway.session.Issuer;
import dev.rolewise.gateway.session.RefusalPages;
import dev.rolewise.gateway.session.SessionGate;
import dev.rolewise.gateway.site.SecurityText;
import dev.rolewise.gateway.site.SiteFiles;
import dev.rolewise.gateway.site.SiteHandler;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.lifecycle.Listening;
import dev.rolewise.runtime.metrics.Meters;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts the parts of the gateway together and listens. */
public final class GatewayVerticle extends VerticleBase {
  private static final int IDLE_SECONDS = 75;
  private static final String ASSESSMENT = "assessment";
  private static final String CONTRACT = "openapi/rolewise.yaml";

  private final GatewaySettings settings;
  private final Supplier<Limits> limits;
  private final BooleanSupplier leaving;
  private final ClosingConnections closing = new ClosingConnections();
  private final ProblemResponses problems =
      new ProblemResponses(RequestLocale::forgiving, RequestIds::of, closing);
  private BusServer hints;
  private TurnoutStreams streams;
  private Optional<Issuer> issuer = Optional.empty();
  private HttpServer server;
  private String publicUrl;

  /** A verticle to deploy once. */
  public GatewayVerticle(GatewaySettings settings) {
    this(settings, settings::limits, () -> false);
  }

  /**
   * The same with limits that may change while it runs.
   *
   * @param limits those of the settings at first
   * @param leaving whether the process is on its way out
   */
  public GatewayVerticle(
      GatewaySettings settings, Supplier<Limits> limits, BooleanSupplier leaving) {
    this.settings = settings;
    this.limits = limits;
    this.leaving = leaving;
  }

  @Override
  public Future<?> start() {
    LimitMeters.register(Meters.of(vertx));
    LoginMeters.register(Meters.of(vertx));
    BusClient bus = BusClient.create(vertx);
    DocumentReads reads = new DocumentReads(bus);
    DocumentReads searches = DocumentReads.ofSearches(bus);
    hints =
        BusServer.create(vertx)
            .hint(
                ContentAddress.PUBLISHED,
                hint -> {
                  reads.forget();
                  searches.forget();
                });
    streams = new TurnoutStreams(vertx, StreamLimits.of(limits, settings.heartbeat()));
    Relay relay = new Relay(bus, RequestIds::of);
    Links links = new Links(() -> publicUrl);
    WatchRound watch = new WatchRound(bus, RequestIds::of, streams);
    AccessSettings access = settings.access();
    SessionGate gate = new SessionGate(access.mode(), () -> publicUrl);
    issuer =
        access
            .issuer()
            .filter(known -> access.mode().signsIn())
            .map(known -> new Issuer(vertx, known, Clock.systemUTC()));
    SessionOperations sessions =
        new SessionOperations(
            relay, gate, issuer.map(known -> new SignIn(relay, access, known, () -> publicUrl)));
    List<Operation> behind =
        Stream.of(
                new TeamOperations(relay, links, gate).all(),
                new RoundOperations(relay, links, watch, new EntryLevels(access.mode())).all(),
                new ShareOperations(relay, links).all(),
                new ActionOperations(relay).all(),
                new MemberOperations(relay, gate).all())
            .flatMap(List::stream)
            .toList();
    Admission admission =
        Admission.to(
            ApiRouter.PREFIX,
            behind.stream().map(Operation::path).toList(),
            () -> bus.hasRoom(ASSESSMENT));
    Future<SiteFiles> site = vertx.executeBlocking(SiteFiles::read);
    Future<LearnPages> pages =
        site.compose(
            files ->
                vertx.executeBlocking(
                    () ->
                        new LearnPages(
                            files.entry(), () -> publicUrl, reads, searches, RequestIds::of)));
    Future<String> contract = vertx.fileSystem().readFile(CONTRACT).map(Object::toString);
    return Future.all(pages, contract, hints.start(), streams.start())
        .compose(
            ready ->
                listen(
                    router(
                        Stream.of(
                                // before the documents: a special path before a general one
                                new SearchOperations(searches, RequestIds::of).all(),
                                new ContentOperations(reads, RequestIds::of, contract.result())
                                    .all(),
                                new BriefOperations(reads, relay, RequestIds::of).all(),
                                new ReportFileOperations(relay).all(),
                                behind,
                                new PackOperations(relay).all(),
                                sessions.all())
                            .flatMap(List::stream)
                            .toList(),
                        pages.result(),
                        site.result()),
                    admission))
        .onSuccess(listening -> publicUrl = publicUrl(listening.actualPort()));
  }

  @Override
  public Future<?> stop() {
    return streams
        .close()
        // as long as the longest request may take; the end of the drain is the end in any case
        .eventually(
            () -> server.shutdown(settings.requestDeadline().toMillis(), TimeUnit.MILLISECONDS))
        .eventually(() -> issuer.map(Issuer::close).orElseGet(Future::succeededFuture))
        .eventually(hints::stop);
  }

  /** The port that is listened on, once started. */
  public int port() {
    return server.actualPort();
  }

  private Router router(List<Operation> operations, LearnPages pages, SiteFiles site) {
    Router router = Router.router(vertx);
    RefusalPages refusals = new RefusalPages();
    router.get(ApiRouter.PREFIX + "/session/start").failureHandler(refusals);
    router.get(ApiRouter.PREFIX + "/session/callback").failureHandler(refusals);
    problems.mount(router);
    RateLimits rates = new RateLimits(ClientAddresses.trusting(settings.trustedProxies()), limits);
    rates.forgetRegularly(vertx);
    router
        .route()
        .handler(new Farewell(leaving))
        .handler(new RequestIds())
        .handler(new TraceContext())
        .handler(new SecurityHeaders())
        .handler(new AccessLog(router))
        .handler(new Deadline(settings.requestDeadline()))
        .handler(new UnfinishedBodies(closing));
    router.post(ApiRouter.PREFIX + "/tickets").handler(TraceContext.apart());
    router.post(ApiRouter.PREFIX + "/sheets").handler(TraceContext.apart());
    router.route("/api/*").handler(rates.wrongTokens());
    router.post(ApiRouter.PREFIX + "/teams").handler(rates.newTeams());
    router.post(ApiRouter.PREFIX + "/organiser/recover").handler(rates.wrongCodes());
    router.get(ApiRouter.PREFIX + "/session/start").handler(rates.signIns());
    router.route(ApiRouter.PREFIX + "/search").handler(rates.searches());
    router.route(ApiRouter.PREFIX + "/scenarios/advice").handler(rates.searches());
    ApiRouter.mount(router, operations);
    pages.mount(router, rates.searches());
    router.route().setName("site").handler(new SiteHandler(site, securityText()));
    return router;
  }

  private Future<HttpServer> listen(Router router, Admission admission) {
    EarlyRefusals refusals = new EarlyRefusals(vertx);
    UnreadableRequests unreadable = new UnreadableRequests(problems, closing, refusals);
    ConnectionLimit connections =
        new ConnectionLimit(() -> limits.get().connections(), settings.requestDeadline(), refusals);
    server =
        vertx
            .createHttpServer(options())
            .connectionHandler(new KnownVersions(connections))
            .requestHandler(new RequestGuard(closing, unreadable, connections, admission, router))
            .invalidRequestHandler(unreadable);
    return Listening.open(server, settings.host(), settings.port(), settings.portSetting());
  }

  /**
   * Without HTTP/2 on clear connections, and so without the upgrade to it: a proxy that passes the
   * offer on takes frames for the next client's answer. Without WebSockets either, for which every
   * request would be looked at.
   */
  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setIdleTimeout(IDLE_SECONDS)
        .setHttp2ClearTextEnabled(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }

  private static SecurityText securityText() {
    return new SecurityText(SecurityText.DEFAULT_CONTACT, Instant.now());
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
}
