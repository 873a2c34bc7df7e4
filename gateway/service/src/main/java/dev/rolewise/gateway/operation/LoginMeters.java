package dev.rolewise.gateway.operation;

import dev.rolewise.gateway.problem.ProblemException;
import dev.rolewise.runtime.metrics.ClosedCounter;
import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts how attempts to sign in ended, of those that came back from the issuer. */
public final class LoginMeters {
  private static final String OK = "ok";
  private static final String REFUSED = "refused";
  private static final String UNAVAILABLE = "unavailable";

  private LoginMeters() {}

  /** Makes them, at 0; to be called when the gateway starts. */
  public static ClosedCounter register(MeterRegistry registry) {
    return ClosedCounter.of(
        registry,
        "rolewise.logins",
        "Attempts to sign in that came back from the issuer",
        "result",
        List.of(OK, REFUSED, UNAVAILABLE));
  }

  /** One ended like this; null for one that went well. */
  static void ended(Throwable failure) {
    String result =
        failure == null ? OK : failure instanceof ProblemException ? REFUSED : UNAVAILABLE;
    register(Meters.here()).increment(result);
  }
}
