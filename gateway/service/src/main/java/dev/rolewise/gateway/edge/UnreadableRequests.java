package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemResponses;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** For {@code HttpServer.invalidRequestHandler}: what the decoder could not read as a request. */
public final class UnreadableRequests implements Handler<HttpServerRequest> {

  private final ProblemResponses problems;
  private final ClosingConnections closing;

  /**
   * @param closing what is left over on these is no request of anybody's and gets no answer
   */
  public UnreadableRequests(ProblemResponses problems, ClosingConnections closing) {
    this.problems = problems;
    this.closing = closing;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (closing.contains(request.connection())) {
      request.connection().close();
      return;
    }
    Throwable cause = request.decoderResult().cause();
    ProblemCode kind =
        cause instanceof TooLongHttpLineException
            ? ProblemCode.URI_TOO_LONG
            : cause instanceof TooLongHttpHeaderException
                ? ProblemCode.HEADERS_TOO_LARGE
                : ProblemCode.BAD_REQUEST;
    refuse(request, Problem.of(kind));
  }

  void refuse(HttpServerRequest request, Problem problem) {
    String id = RequestIds.next();
    request.response().putHeader(RequestIds.HEADER, id);
    SecurityHeaders.apply(request.response());
    problems.refuse(request, problem, id);
  }
}
