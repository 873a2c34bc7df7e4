package dev.rolewise.gateway;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.content.DocumentReads;
import dev.rolewise.gateway.operation.ApiRouter;
import dev.rolewise.gateway.operation.ContentOperations;
import dev.rolewise.gateway.operation.Links;
import dev.rolewise.gateway.operation.MemberOperations;
import dev.rolewise.gateway.operation.Operation;
import dev.rolewise.gateway.operation.Relay;
import dev.rolewise.gateway.operation.RoundOperations;
import dev.rolewise.gateway.operation.TeamOperations;
import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.ProblemResponses;
import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.Listening;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the parts of the gateway together and listens. */
public final class GatewayVerticle extends VerticleBase {
  private static final int LARGEST_BODY = 64 * 1024;
  private static final String CONTRACT = "openapi/rolewise.yaml";

  private final GatewaySettings settings;
  private final Readiness readiness;
  private BusServer hints;
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
    Router router = Router.router(vertx);
    Function<RoutingContext, String> requestId = context -> "";
    ClosingConnections closing = new ClosingConnections();
    new ProblemResponses(RequestLocale::forgiving, requestId, closing).mount(router);
    router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    Relay relay = new Relay(bus, requestId);
    Links links = new Links(() -> publicUrl);
    List<Operation> operations =
        Stream.of(
                new ContentOperations(reads, requestId, contract()).all(),
                new TeamOperations(relay, links).all(),
                new RoundOperations(relay, links, context -> context.fail(404)).all(),
                new MemberOperations(relay).all())
            .flatMap(List::stream)
            .toList();
    ApiRouter.mount(router, operations);
    server = vertx.createHttpServer(new HttpServerOptions()).requestHandler(router);
    return hints
        .start()
        .compose(
            done ->
                Listening.open(server, settings.host(), settings.port(), settings.portSetting()))
        .onSuccess(listening -> publicUrl = publicUrl(listening.actualPort()));
  }

  @Override
  public Future<?> stop() {
    return hints.stop().eventually(server::close);
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
