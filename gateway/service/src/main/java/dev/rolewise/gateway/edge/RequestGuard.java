package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.edge.EarlyRefusals.Reason;
import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemCode;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Set;

/**
 * Stands before the router. Refuses requests that a proxy in front could have understood
 * differently, and closes their connection, so that no byte of one client is ever taken for
 * another's request. The decoder reads {@code Content-Xength} as Content-Length before anybody can
 * see the name, so a length where none belongs is all there is to go by. A length of exactly 0 is
 * harmless, and some clients send it with a GET.
 */
public final class RequestGuard implements Handler<HttpServerRequest> {

  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
  private static final Set<HttpMethod> WITHOUT_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);

  /** More digits than any body we take. */
  private static final int LONGEST_LENGTH = 9;

  private final ClosingConnections closing;
  private final UnreadableRequests unreadable;
  private final ConnectionLimit connections;
  private final Admission admission;
  private final Handler<HttpServerRequest> router;

  /**
   * @param closing shared with whoever answers failures
   * @param connections whose surplus is only told to come back later
   * @param admission what there is room for
   * @param router gets what is clear
   */
  public RequestGuard(
      ClosingConnections closing,
      UnreadableRequests unreadable,
      ConnectionLimit connections,
      Admission admission,
      Handler<HttpServerRequest> router) {
    this.closing = closing;
    this.unreadable = unreadable;
    this.connections = connections;
    this.admission = admission;
    this.router = router;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (closing.contains(request.connection())) {
      request.connection().close();
    } else if (connections.isSurplus(request.connection())) {
      unreadable.refuse(request, Problem.of(ProblemCode.UNAVAILABLE), Reason.CONNECTIONS);
    } else if (!isClear(request)) {
      unreadable.refuse(request, Problem.ambiguous(), Reason.AMBIGUOUS);
    } else if (admission.refuses(request.uri())) {
      turnAway(request);
    } else {
      router.handle(request);
    }
  }

  /** A small body has come with the head; by its next turn the loop has read it, too. */
  private void turnAway(HttpServerRequest request) {
    Vertx.currentContext()
        .runOnContext(
            turn -> unreadable.turnAway(request, Problem.of(ProblemCode.UNAVAILABLE), Reason.BUSY));
  }

  private static boolean isClear(HttpServerRequest request) {
    return hostIsClear(request) && bodyIsClear(request) && TargetCheck.isClear(request.uri());
  }

  private static boolean hostIsClear(HttpServerRequest request) {
    return request.authority() != null
        && (request.version() == HttpVersion.HTTP_2
            || request.headers().getAll(HttpHeaders.HOST).size() == 1);
  }

  private static boolean bodyIsClear(HttpServerRequest request) {
    List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
    List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    boolean none = encodings.isEmpty() && (lengths.isEmpty() || lengths.equals(List.of("0")));
    if (none) {
      return WITH_BODY.contains(request.method()) || WITHOUT_BODY.contains(request.method());
    }
    boolean counted = encodings.isEmpty() && lengths.size() == 1 && isNumber(lengths.get(0));
    boolean chunked = lengths.isEmpty() && encodings.equals(List.of("chunked"));
    return WITH_BODY.contains(request.method()) && (counted || chunked);
  }

  private static boolean isNumber(String length) {
    return !length.isEmpty()
        && length.length() <= LONGEST_LENGTH
        && length.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
