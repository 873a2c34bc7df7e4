package dev.rolewise.gateway.operation;

import dev.rolewise.gateway.edge.Deadline;
import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusRequest;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Asks a service on behalf of a request, no longer than that may take, and answers with what it
 * says; nobody may keep such an answer.
 */
public final class Relay {
  private static final Duration LONG = Duration.ofSeconds(3);
  private static final String JSON = "application/json; charset=utf-8";
  private static final String LOCALE = "locale";
  private static final String LANGUAGE = "language";

  /**
   * What was made of a document, as a file to be saved.
   *
   * @param body its bytes
   * @param mediaType value of Content-Type
   * @param fileName of plain characters, which need no quotes
   * @param language the one it is in, or null
   */
  record Made(Buffer body, String mediaType, String fileName, String language) {}

  private final BusClient bus;
  private final Function<RoutingContext, String> requestId;

  public Relay(BusClient bus, Function<RoutingContext, String> requestId) {
    this.bus = bus;
    this.requestId = requestId;
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
        .onSuccess(done -> privately(context, response -> response.setStatusCode(204).end()))
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

  /** The same for bytes that are no JSON. */
  void archive(RoutingContext context, String address, JsonObject body, String name) {
    document(
        context,
        address,
        body,
        response ->
            response
                .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/zip"));
  }

  /** A change that a large document makes, which travels beside the request. */
  void bring(RoutingContext context, String address, JsonObject body, Buffer document) {
    BusRequest request = request(context, address, body).within(LONG).carrying(document);
    send(context, request, 200, UnaryOperator.identity());
  }

  /**
   * A document that something is made of before it is shown.
   *
   * @param make of the document, in time or not at all
   */
  void made(
      RoutingContext context,
      String address,
      JsonObject body,
      Function<BusDocument, Future<Made>> make) {
    first(context, address, asks(context, body))
        .compose(make)
        .onSuccess(
            made ->
                privately(
                    context,
                    response -> {
                      if (made.language() != null) {
                        response.putHeader("content-language", made.language());
                      }
                      response
                          .putHeader(HttpHeaders.CONTENT_TYPE, made.mediaType())
                          .putHeader(
                              HttpHeaders.CONTENT_DISPOSITION,
                              "attachment; filename=" + made.fileName())
                          .end(made.body());
                    }))
        .onFailure(context::fail);
  }

  private void document(
      RoutingContext context,
      String address,
      JsonObject body,
      Consumer<HttpServerResponse> headers) {
    first(context, address, asks(context, body))
        .onSuccess(
            reply ->
                privately(
                    context,
                    response -> {
                      String language = reply.headers().get(LANGUAGE);
                      if (language != null) {
                        response.putHeader("content-language", language);
                      }
                      response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
                      headers.accept(response);
                      response.end(reply.body());
                    }))
        .onFailure(context::fail);
  }

  /** The same in one language after the other that is wished for, where it has one. */
  private static List<JsonObject> asks(RoutingContext context, JsonObject body) {
    return body.containsKey(LOCALE)
        ? RequestLocale.wishes(context).stream()
            .map(locale -> body.copy().put(LOCALE, locale))
            .toList()
        : List.of(body);
  }

  /** The first of these that is in the language it asks for, else the last. */
  private Future<BusDocument> first(RoutingContext context, String address, List<JsonObject> asks) {
    JsonObject ask = asks.get(0);
    return bus.document(request(context, address, ask).within(LONG).retryingOnce())
        .compose(
            reply ->
                asks.size() == 1 || ask.getString(LOCALE).equals(reply.headers().get(LANGUAGE))
                    ? Future.succeededFuture(reply)
                    : first(context, address, asks.subList(1, asks.size())));
  }

  /** For this request alone: what others will use as well must not end with it. */
  BusRequest request(RoutingContext context, String address, JsonObject body) {
    return BusRequest.to(address, body, requestId.apply(context)).until(Deadline.of(context));
  }

  private void send(
      RoutingContext context, BusRequest request, int status, UnaryOperator<JsonObject> finish) {
    bus.json(request)
        .map(finish::apply)
        .onSuccess(
            json ->
                privately(
                    context,
                    response ->
                        response
                            .setStatusCode(status)
                            .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                            .putHeader("content-language", RequestLocale.forgiving(context))
                            .end(json.toBuffer())))
        .onFailure(context::fail);
  }

  /** What comes together with the request's deadline may come after the answer to that. */
  private static void privately(RoutingContext context, Consumer<HttpServerResponse> answer) {
    HttpServerResponse response = context.response();
    if (!response.ended()) {
      answer.accept(response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
    }
  }
}
