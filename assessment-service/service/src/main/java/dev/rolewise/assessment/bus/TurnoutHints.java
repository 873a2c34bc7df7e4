package dev.rolewise.assessment.bus;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.runtime.bus.BusClient;

/** Tells whoever listens that a round has changed; the round itself is the only truth. */
public final class TurnoutHints {
  private final BusClient bus;

  /**
   * Publishes on the given bus.
   *
   * @param bus the bus
   */
  public TurnoutHints(BusClient bus) {
    this.bus = bus;
  }

  /**
   * Publishes a hint.
   *
   * @param hint what changed
   */
  public void publish(TurnoutHint hint) {
    bus.publish(AssessmentAddresses.TURNOUT_HINT, hint.toJson());
  }
}
