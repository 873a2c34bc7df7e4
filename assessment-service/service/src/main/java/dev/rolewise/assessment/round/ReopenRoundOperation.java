package dev.rolewise.assessment.round;

import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;

/** Opens a closed round again, only while sheets wait for more to come. */
public final class ReopenRoundOperation {
  private final RoundAccess access;
  private final TurnoutHints hints;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param access who may
   * @param hints told about the change
   * @param clock tells a deadline in the past
   */
  public ReopenRoundOperation(RoundAccess access, TurnoutHints hints, Clock clock) {
    this.access = access;
    this.hints = hints;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message a round request of an organiser
   * @return the round
   */
  public Future<JsonObject> handle(JsonObject message) {
    return access
        .locked(message, this::reopen)
        .map(
            round -> {
              hints.publish(round.toHint());
              return round.toMessage().toJson();
            });
  }

  private Future<StoredRound> reopen(SqlConnection transaction, StoredRound round) {
    if (round.heldBack() == 0) {
      return Refusal.of(ErrorCode.NOTHING_HELD_BACK);
    }
    return RoundStore.reopen(transaction, round.id(), clock.instant())
        .compose(done -> RoundStore.get(transaction, round.team(), round.id()));
  }
}
