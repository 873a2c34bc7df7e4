package dev.rolewise.assessment.release;

import dev.rolewise.assessment.round.RoundAccess;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Closes a round at the organiser's word; a second close is fine. */
public final class CloseRoundOperation {
  private final RoundAccess access;
  private final RoundClosing closing;

  /**
   * Wires the operation.
   *
   * @param access who may
   * @param closing how
   */
  public CloseRoundOperation(RoundAccess access, RoundClosing closing) {
    this.access = access;
    this.closing = closing;
  }

  /**
   * Answers a request.
   *
   * @param message a round request of an organiser
   * @return the closed round
   */
  public Future<JsonObject> handle(JsonObject message) {
    return access
        .read(message)
        .compose(round -> closing.close(round.team(), round.id()))
        .map(round -> round.toMessage().toJson());
  }
}
