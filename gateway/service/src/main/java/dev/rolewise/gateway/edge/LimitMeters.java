package dev.rolewise.gateway.edge;

import dev.rolewise.runtime.metrics.ClosedCounter;
import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what limits refuse, by the name of the limit, never by whoever met it. */
public final class LimitMeters {

  /** Streams of one token. */
  public static final String STREAMS_PER_TOKEN = "streams-per-token";

  /** Streams of this process. */
  public static final String STREAMS = "streams";

  static final String NEW_TEAMS = "new-teams";
  static final String WRONG_TOKENS = "wrong-tokens";
  static final String SIGN_INS = "sign-ins";
  static final String SEARCHES = "searches";
  static final String CONNECTIONS = "connections";

  private LimitMeters() {}

  /** Makes them, at 0; to be called when the gateway starts. */
  public static ClosedCounter register(MeterRegistry registry) {
    return ClosedCounter.of(
        registry,
        "rolewise.limits.refused",
        "Requests, connections and streams that a limit refused",
        "limit",
        List.of(
            NEW_TEAMS, WRONG_TOKENS, SIGN_INS, SEARCHES, CONNECTIONS, STREAMS_PER_TOKEN, STREAMS));
  }

  /** A limit has refused something. */
  public static void refused(String limit) {
    register(Meters.here()).increment(limit);
  }
}
