package dev.rolewise.gateway.edge;

import dev.rolewise.runtime.trace.CurrentTrace;
import dev.rolewise.runtime.trace.Trace;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Says which trace a request belongs to (W3C Trace Context): the one that its {@code traceparent}
 * names, a new one when that is missing or invalid. The id is in every log line that is written for
 * the request, here and in the services. No answer tells it; {@code tracestate} is not looked at.
 *
 * <p>A trace id is chosen by somebody else: by a proxy that writes it down beside the address or
 * the name of whoever sits behind it, or by whoever hands out a program. What we write down beside
 * such an id can be joined to that person. Drawing a ticket and handing in a sheet are therefore
 * traced {@link #apart}: the id is always a new one, of which nobody outside has heard; it is never
 * passed on, so that no service, no line of its log and nothing done for a whole batch of sheets
 * has it; and it occurs in lines of the gateway alone, which see no answers: the request's own
 * line, with method, pattern, status, time and size, and one about a failure, with its code. Two
 * submissions of one person have nothing in common either.
 */
public final class TraceContext implements Handler<RoutingContext> {

  @Override
  public void handle(RoutingContext ctx) {
    CurrentTrace.set(
        Trace.named(ctx.request().headers().getAll(Trace.HEADER)).orElseGet(Trace::begin));
    ctx.next();
  }

  /** For routes whose requests must not be joined to anything that somebody else knows. */
  public static Handler<RoutingContext> apart() {
    return ctx -> {
      CurrentTrace.set(Trace.apart());
      ctx.next();
    };
  }
}
