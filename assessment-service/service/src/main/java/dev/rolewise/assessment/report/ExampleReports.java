package dev.rolewise.assessment.report;

import dev.rolewise.assessment.instrument.PublishedInstrument;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The example report as it was computed last; one for all instances of the service. */
public final class ExampleReports {
  private final AtomicReference<Computed> kept = new AtomicReference<>();

  /** Forgets it: another instrument may have been published. */
  public void forget() {
    kept.set(null);
  }

  Optional<Computed> find() {
    return Optional.ofNullable(kept.get());
  }

  void keep(Computed computed) {
    kept.set(computed);
  }

  /**
   * A computed report.
   *
   * @param instrument with the texts
   * @param report as codes and numbers
   */
  record Computed(PublishedInstrument instrument, JsonObject report) {}
}
