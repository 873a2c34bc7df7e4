package dev.rolewise.gateway.operation;

import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Asks a service on behalf of a request and answers with what it says; nobody may keep such an
 * answer.
 */
public final class Relay {
  private static final Duration LONG = Duration.ofSeconds(3);

  private final BusClient bus;
  private final Function<RoutingContext, String> requestId;

  public Relay(BusClient bus, Function<RoutingContext, String> requestId) {
    this.bus = bus;
    this.requestId = requestId;
  }

  String requestId(RoutingContext context) {
    return requestId.apply(context);
  }

  BusClient bus() {
    return bus;
  }

  /** A read: may be asked twice when the first try fails. */
  void read(RoutingContext context, String address, JsonObject body) {
    send(context, request(context, address, body).retryingOnce(), 200, UnaryOperator.identity());
  }

  /** A change: asked once, with the patience that a commit needs. */
  void change(RoutingContext context, String address, JsonObject body, int status) {
    change(context, address, body, status, UnaryOperator.identity());
  }

  void change(
      RoutingContext context,
      String address,
      JsonObject body,
      int status,
      UnaryOperator<JsonObject> finish) {
    send(context, request(context, address, body).within(LONG), status, finish);
  }

  /** A change that leaves nothing to say: 204. */
  void remove(RoutingContext context, String address, JsonObject body) {
    bus.json(request(context, address, body).within(LONG))
        .onSuccess(done -> privately(context.response()).setStatusCode(204).end())
        .onFailure(context::fail);
  }

  /** A document that needs a right: finished bytes, never kept by anybody. */
  void document(RoutingContext context, String address, JsonObject body) {
    document(context, address, body, response -> {});
  }

  /**
   * The same as a file to be saved.
   *
   * @param name of plain characters, which need no quotes
   */
  void file(RoutingContext context, String address, JsonObject body, String name) {
    String disposition = "attachment; filename=" + name;
    document(
        context,
        address,
        body,
        response -> response.putHeader(HttpHeaders.CONTENT_DISPOSITION, disposition));
  }

  private void document(
      RoutingContext context,
      String address,
      JsonObject body,
      Consumer<HttpServerResponse> headers) {
    bus.document(request(context, address, body).within(LONG).retryingOnce())
        .onSuccess(
            reply -> {
              String language = reply.headers().get("language");
              HttpServerResponse response = privately(context.response());
              if (language != null) {
                response.putHeader("content-language", language);
              }
              headers.accept(response);
              response
                  .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                  .end(reply.body());
            })
        .onFailure(context::fail);
  }

  private BusRequest request(RoutingContext context, String address, JsonObject body) {
    return BusRequest.to(address, body, requestId.apply(context));
  }

  private void send(
      RoutingContext context, BusRequest request, int status, UnaryOperator<JsonObject> finish) {
    bus.json(request)
        .map(finish::apply)
        .onSuccess(
            json ->
                privately(context.response())
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                    .putHeader("content-language", RequestLocale.forgiving(context))
                    .end(json.toBuffer()))
        .onFailure(context::fail);
  }

  private static HttpServerResponse privately(HttpServerResponse response) {
    return response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
