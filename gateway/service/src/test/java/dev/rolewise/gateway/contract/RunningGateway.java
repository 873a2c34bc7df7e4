package dev.rolewise.gateway.contract;

import dev.rolewise.gateway.GatewaySettings;
import dev.rolewise.gateway.GatewayVerticle;
import dev.rolewise.gateway.edge.Limits;
import dev.rolewise.gateway.session.AccessSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The whole gateway on a free port, with a stand-in for the services behind it. */
public final class RunningGateway implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Vertx vertx;
  private final ServiceStandIn services;
  private final ContractDocument contract;
  private final GatewayVerticle verticle;
  private final String deployment;
  private final WebClient client;
  private final AtomicBoolean leaving = new AtomicBoolean();

  private RunningGateway(Vertx vertx, GatewaySettings settings) {
    this.vertx = vertx;
    this.services = await(ServiceStandIn.start(vertx));
    this.contract = await(ContractDocument.load(vertx));
    this.verticle = new GatewayVerticle(settings, settings::limits, leaving::get);
    this.deployment = await(vertx.deployVerticle(verticle));
    this.client = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
  }

  /** Starts one with limits that no test meets by accident. */
  public static RunningGateway start() {
    return start(settings(100_000, 100_000));
  }

  /** Starts one with these settings. */
  public static RunningGateway start(GatewaySettings settings) {
    return new RunningGateway(Vertx.vertx(), settings);
  }

  /** Settings for loopback and a free port. */
  public static GatewaySettings settings(int newTeamsPerHour, int wrongTokensPerMinute) {
    return settings(newTeamsPerHour, wrongTokensPerMinute, 100_000);
  }

  /** The same with this many searches a minute for each address. */
  static GatewaySettings settings(int newTeams, int wrongTokens, int searches) {
    return settings(
        Duration.ofSeconds(20),
        new Limits(newTeams, wrongTokens, 120, searches, 3, 100, 2_000),
        Duration.ofSeconds(15));
  }

  /** The same with this much time for each request and a stream's sign of life so often. */
  public static GatewaySettings settings(Duration deadline, Duration heartbeat) {
    return settings(deadline, settings(100_000, 100_000).limits(), heartbeat);
  }

  private static GatewaySettings settings(Duration deadline, Limits limits, Duration heartbeat) {
    return new GatewaySettings(
        "127.0.0.1",
        0,
        "http.port",
        Optional.empty(),
        List.of(),
        deadline,
        limits,
        heartbeat,
        AccessSettings.links());
  }

  public ServiceStandIn services() {
    return services;
  }

  public ContractDocument contract() {
    return contract;
  }

  public Vertx vertx() {
    return vertx;
  }

  /** What a process does first that is told to stop: nobody new shall come. */
  public void leave() {
    leaving.set(true);
  }

  /** Begins to stop the gateway as a process that ends would. */
  public Future<Void> stop() {
    return vertx.undeploy(deployment);
  }

  public int port() {
    return verticle.port();
  }

  /** A request below {@code /api/v1}; null leaves the body out. */
  public HttpAnswer ask(HttpMethod method, String path, Map<String, String> headers, Buffer body) {
    return askAnywhere(method, "/api/v1" + path, headers, body);
  }

  /** A request for any path. */
  public HttpAnswer askAnywhere(
      HttpMethod method, String path, Map<String, String> headers, Buffer body) {
    HttpRequest<Buffer> request = client.request(method, port(), "127.0.0.1", path);
    headers.forEach(request::putHeader);
    HttpResponse<Buffer> response = await(body == null ? request.send() : request.sendBuffer(body));
    String text = response.bodyAsString();
    return new HttpAnswer(response.statusCode(), response.headers(), text == null ? "" : text);
  }

  /** Fails unless the contract describes this answer. */
  public void check(String operationId, HttpAnswer answer) {
    await(contract.check(operationId, answer));
  }

  /** The result, or its failure thrown. */
  public static <T> T await(Future<T> future) {
    try {
      return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException late) {
      throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s", late);
    }
  }

  @Override
  public void close() {
    client.close();
    await(vertx.close());
  }
}
