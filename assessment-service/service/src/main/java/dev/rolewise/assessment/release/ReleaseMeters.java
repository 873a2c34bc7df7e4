package dev.rolewise.assessment.release;

import dev.rolewise.runtime.metrics.ClosedCounter;
import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts releases, and closes that released nothing. */
public final class ReleaseMeters {
  private static final String LIVE = "live";
  private static final String CLOSE = "close";
  private static final String NOTHING = "nothing";

  private ReleaseMeters() {}

  /**
   * Makes them, at 0; to be called when the service starts.
   *
   * @param registry where they are kept
   * @return the counters
   */
  public static ClosedCounter register(MeterRegistry registry) {
    return ClosedCounter.of(
        registry,
        "rolewise.releases",
        "Releases while a round was open, at its close, and closes with too few sheets for one",
        "kind",
        List.of(LIVE, CLOSE, NOTHING));
  }

  static void live() {
    register(Meters.here()).increment(LIVE);
  }

  static void atClose(int released) {
    register(Meters.here()).increment(released > 0 ? CLOSE : NOTHING);
  }
}
