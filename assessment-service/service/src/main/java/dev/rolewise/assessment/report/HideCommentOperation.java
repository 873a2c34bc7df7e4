package dev.rolewise.assessment.report;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.round.HideComment;
import dev.rolewise.assessment.round.RoundAccess;
import dev.rolewise.assessment.round.StoredRound;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;

/** Takes one comment out of sight of members and report links, or brings it back. */
public final class HideCommentOperation {
  private final RoundAccess access;

  /**
   * Wires the operation.
   *
   * @param access who may
   */
  public HideCommentOperation(RoundAccess access) {
    this.access = access;
  }

  /**
   * Answers a request.
   *
   * @param message {@link HideComment} of an organiser
   * @return {@code {id, hidden}}; 404 for a comment that the round's report does not have
   */
  public Future<JsonObject> handle(JsonObject message) {
    return access.locked(message, (transaction, round) -> hide(transaction, round, message));
  }

  private static Future<JsonObject> hide(
      SqlConnection transaction, StoredRound round, JsonObject message) {
    Faults faults = new Faults();
    HideComment request = HideComment.read(message, faults);
    if (!faults.isEmpty()) {
      return Refusal.of(faults);
    }
    return CommentStore.hide(
            transaction, round.id(), Rights.id(request.comment()), request.hidden())
        .compose(
            found ->
                found ? Future.succeededFuture(request.toJson()) : Refusal.of(ErrorCode.NOT_FOUND));
  }
}
