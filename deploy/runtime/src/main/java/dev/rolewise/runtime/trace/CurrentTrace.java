package dev.rolewise.runtime.trace;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.List;
import java.util.Optional;

/**
 * The trace of the request being worked on. Kept with the request's own context, which Vert.x makes
 * for each request and each message and restores around whatever comes of it: a reply, a timer, a
 * row, work on another thread.
 */
public final class CurrentTrace {

  private static final ContextLocal<Trace> LOCAL = ContextLocal.registerLocal(Trace.class);

  private CurrentTrace() {}

  /** Has the place for the trace made; to be called before there is any Vert.x. */
  static void register() {
    // loading this class is all there is to it
  }

  /** From here on this context works for this trace. Without a context there is nothing to do. */
  public static void set(Trace trace) {
    Context context = Vertx.currentContext();
    if (context != null) {
      LOCAL.put(context, trace);
    }
  }

  /** Takes over what a message says about its trace; nothing, when it says nothing valid. */
  public static void takeOver(String header) {
    if (header != null) {
      Trace.named(List.of(header)).ifPresent(CurrentTrace::set);
    }
  }

  /** The trace, where there is one. */
  public static Optional<Trace> get() {
    Context context = Vertx.currentContext();
    return context == null ? Optional.empty() : Optional.ofNullable(LOCAL.get(context));
  }

  /** What to tell a service that is asked for something; empty when it shall not know. */
  public static Optional<String> toPassOn() {
    return get().filter(Trace::passedOn).map(Trace::header);
  }
}
