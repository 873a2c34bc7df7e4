package dev.rolewise.gateway.operation;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * One operation of the public contract.
 *
 * @param id the contract's operationId
 * @param method the HTTP method
 * @param path below {@code /api/v1}, with {@code {parameters}} as the contract writes them
 * @param takesBody whether the contract describes a body
 * @param largestBody bytes
 * @param gate looks at the head before any of the body is read
 * @param handler answers, or fails the context
 */
public record Operation(
    String id,
    HttpMethod method,
    String path,
    boolean takesBody,
    long largestBody,
    Optional<Handler<RoutingContext>> gate,
    Handler<RoutingContext> handler) {
  private static final int USUAL_BODY = 64 * 1024;

  private Operation(
      String id,
      HttpMethod method,
      String path,
      boolean takesBody,
      Handler<RoutingContext> handler) {
    this(id, method, path, takesBody, USUAL_BODY, Optional.empty(), handler);
  }

  static Operation get(String id, String path, Handler<RoutingContext> handler) {
    return new Operation(id, HttpMethod.GET, path, false, handler);
  }

  static Operation post(String id, String path, Handler<RoutingContext> handler) {
    return new Operation(id, HttpMethod.POST, path, true, handler);
  }

  /**
   * A POST of something large.
   *
   * @param largest bytes of it
   * @param gate calls {@code next} for whoever may send so much
   */
  static Operation upload(
      String id,
      String path,
      long largest,
      Handler<RoutingContext> gate,
      Handler<RoutingContext> handler) {
    return new Operation(id, HttpMethod.POST, path, true, largest, Optional.of(gate), handler);
  }

  /** A POST that says all there is to say with its address. */
  static Operation command(String id, String path, Handler<RoutingContext> handler) {
    return new Operation(id, HttpMethod.POST, path, false, handler);
  }

  static Operation patch(String id, String path, Handler<RoutingContext> handler) {
    return new Operation(id, HttpMethod.PATCH, path, true, handler);
  }

  static Operation delete(String id, String path, Handler<RoutingContext> handler) {
    return new Operation(id, HttpMethod.DELETE, path, false, handler);
  }

  /** The path as the router writes it: {@code :id} for {@code {id}}. */
  public String route() {
    return path.replace("{", ":").replace("}", "");
  }
}
