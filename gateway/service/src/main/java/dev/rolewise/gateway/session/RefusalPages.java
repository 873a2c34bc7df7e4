package dev.rolewise.gateway.session;

import dev.rolewise.gateway.problem.ProblemException;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/**
 * Signing in is the one part of the API that people pass through with the browser itself. When it
 * goes wrong they are sent to a page of ours that says so and what to do; programs get the problem.
 * A failure handler, to be mounted before the one that answers with problems.
 */
public final class RefusalPages implements Handler<RoutingContext> {
  /** Where the pages are; the front end knows the last part. */
  public static final String PLACE = "/sign-in/";

  @Override
  public void handle(RoutingContext context) {
    int status = status(context.failure(), context.statusCode());
    String page =
        switch (status) {
          case 400, 403 -> cancelled(context) ? "cancelled" : "failed";
          case 429, 502, 503, 504 -> "unavailable";
          default -> "";
        };
    if (page.isEmpty() || !wantsPage(context) || context.response().headWritten()) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, PLACE + page)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }

  private static int status(Throwable failure, int otherwise) {
    if (failure instanceof ProblemException known) {
      return known.problem().status();
    }
    return failure instanceof BusFailure refused ? refused.status() : otherwise;
  }

  /** The person said no, as RFC 6749 has it; whoever makes this up reaches a page, no more. */
  private static boolean cancelled(RoutingContext context) {
    return context.queryParam("error").equals(List.of("access_denied"));
  }

  private static boolean wantsPage(RoutingContext context) {
    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }
}
