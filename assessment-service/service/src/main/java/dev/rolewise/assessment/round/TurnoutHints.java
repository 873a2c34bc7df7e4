package dev.rolewise.assessment.round;

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
   * A round has a new version.
   *
   * @param round as it is now
   */
  public void changed(StoredRound round) {
    publish(round, round.state());
  }

  /**
   * A round is gone.
   *
   * @param round as it was
   */
  public void deleted(StoredRound round) {
    publish(round, "deleted");
  }

  /**
   * A sheet came in.
   *
   * @param hint the new count
   */
  public void publish(TurnoutHint hint) {
    bus.publish(AssessmentAddresses.TURNOUT_HINT, hint.toJson());
  }

  private void publish(StoredRound round, String state) {
    publish(new TurnoutHint(round.id().toString(), round.turnout(), state));
  }
}
