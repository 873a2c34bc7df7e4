package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.regex.Pattern;

/**
 * For POST routes that take no body. Many clients send an empty object all the same, and that is
 * harmless. Anything else may be another client's request that a proxy in front did not see as a
 * body: it is refused, at its head where the length shows there, and its connection closed.
 */
public final class NoBody {
  private static final int LONGEST = 16;
  private static final Pattern EMPTY_OBJECT = Pattern.compile("\\s*\\{\\s*}\\s*");

  private NoBody() {}

  /**
   * Puts the check in front of what the route does; the router wants what looks at heads to say so.
   */
  public static Route mount(Route route) {
    return route
        .handler((PlatformHandler) NoBody::checkLength)
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST))
        .handler(NoBody::checkBody);
  }

  /** The decoder has made sure that a length is a number. */
  private static void checkLength(RoutingContext ctx) {
    String length = ctx.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || Long.parseLong(length) <= LONGEST) {
      ctx.next();
    } else {
      ctx.fail(new ProblemException(Problem.ambiguous()));
    }
  }

  private static void checkBody(RoutingContext ctx) {
    Buffer body = ctx.body().buffer();
    if (body == null || body.length() == 0 || EMPTY_OBJECT.matcher(body.toString()).matches()) {
      ctx.next();
    } else {
      ctx.fail(new ProblemException(Problem.ambiguous()));
    }
  }
}
