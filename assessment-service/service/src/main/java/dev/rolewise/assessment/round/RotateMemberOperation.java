package dev.rolewise.assessment.round;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.contract.team.NewToken;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Replaces the member token of a round; the old one dies at once, tickets drawn with it live. */
public final class RotateMemberOperation {
  private final RoundAccess access;
  private final Capabilities capabilities;

  /**
   * Wires the operation.
   *
   * @param access who may
   * @param capabilities tokens
   */
  public RotateMemberOperation(RoundAccess access, Capabilities capabilities) {
    this.access = access;
    this.capabilities = capabilities;
  }

  /**
   * Answers a request.
   *
   * @param message a round request of an organiser
   * @return {@link NewToken} for the members
   */
  public Future<JsonObject> handle(JsonObject message) {
    return access
        .locked(
            message,
            (transaction, round) -> capabilities.member(transaction, round.team(), round.id()))
        .map(token -> NewToken.member(token).toJson());
  }
}
