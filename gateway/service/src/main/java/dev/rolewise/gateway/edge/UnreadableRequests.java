package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.edge.EarlyRefusals.Reason;
import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemResponses;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;

/** For {@code HttpServer.invalidRequestHandler}: what the decoder could not read as a request. */
public final class UnreadableRequests implements Handler<HttpServerRequest> {

  private final ProblemResponses problems;
  private final ClosingConnections closing;
  private final EarlyRefusals refusals;

  /**
   * @param closing what is left over on these is no request of anybody's and gets no answer
   * @param refusals told about each
   */
  public UnreadableRequests(
      ProblemResponses problems, ClosingConnections closing, EarlyRefusals refusals) {
    this.problems = problems;
    this.closing = closing;
    this.refusals = refusals;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (closing.contains(request.connection())) {
      request.connection().close();
      return;
    }
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      refuse(request, Problem.of(ProblemCode.URI_TOO_LONG), Reason.URI_TOO_LONG);
    } else if (cause instanceof TooLongHttpHeaderException) {
      refuse(request, Problem.of(ProblemCode.HEADERS_TOO_LARGE), Reason.HEADERS_TOO_LARGE);
    } else {
      refuse(request, Problem.of(ProblemCode.BAD_REQUEST), Reason.UNREADABLE);
    }
  }

  void refuse(HttpServerRequest request, Problem problem, Reason reason) {
    answer(request, reason, id -> problems.refuse(request, problem, id));
  }

  /** The same for a request with which nothing is wrong: its connection is kept if it can be. */
  void turnAway(HttpServerRequest request, Problem problem, Reason reason) {
    answer(request, reason, id -> problems.turnAway(request, problem, id));
  }

  private void answer(
      HttpServerRequest request, Reason reason, Function<String, Future<Void>> answer) {
    long began = System.nanoTime();
    String id = RequestIds.next();
    request.response().putHeader(RequestIds.HEADER, id);
    SecurityHeaders.apply(request.response());
    answer.apply(id).onComplete(written -> refusals.answered(reason, request, id, began));
  }
}
