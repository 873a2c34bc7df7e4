package dev.rolewise.assessment.round;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.team.TeamStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Deletes a round with its tickets, sheets, reports and links, at once. */
public final class DeleteRoundOperation {
  private final RoundAccess access;
  private final TurnoutHints hints;

  /**
   * Wires the operation.
   *
   * @param access who may
   * @param hints told that the round is gone
   */
  public DeleteRoundOperation(RoundAccess access, TurnoutHints hints) {
    this.access = access;
    this.hints = hints;
  }

  /**
   * Answers a request.
   *
   * @param message a round request of an organiser
   * @return an empty object
   */
  public Future<JsonObject> handle(JsonObject message) {
    return access
        .locked(
            message,
            (transaction, round) ->
                RoundStore.delete(transaction, round.id())
                    .compose(gone -> TeamStore.touch(transaction, round.team()))
                    .map(round))
        .map(
            round -> {
              hints.publish(round.toDeletedHint());
              return new JsonObject();
            });
  }
}
