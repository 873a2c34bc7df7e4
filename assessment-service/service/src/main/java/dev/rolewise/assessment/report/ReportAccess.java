package dev.rolewise.assessment.report;

import dev.rolewise.assessment.access.Right;
import dev.rolewise.assessment.access.Right.Kind;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.round.RoundStore;
import dev.rolewise.assessment.round.StoredRound;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Set;
import java.util.UUID;

/**
 * Who may see what a round's report says, in whatever form: its organiser, and its members where
 * that was agreed.
 */
public final class ReportAccess {
  private final Pool pool;
  private final Rights rights;

  /**
   * Wires the check.
   *
   * @param pool database
   * @param rights who may what
   */
  public ReportAccess(Pool pool, Rights rights) {
    this.pool = pool;
    this.rights = rights;
  }

  /**
   * The round whose report is asked for.
   *
   * @param token organiser or member token
   * @param round id of the round
   * @return the round, open or closed; 401 without a token, else 404 for everybody who may not
   */
  Future<StoredRound> round(String token, String round) {
    return rights
        .require(token, Set.of(Kind.ORGANISER, Kind.MEMBER))
        .compose(right -> round(right, Rights.roundId(round)));
  }

  private Future<StoredRound> round(Right right, UUID id) {
    if (right.kind() == Kind.MEMBER && !id.equals(right.round())) {
      return Refusal.of(ErrorCode.NOT_FOUND);
    }
    return RoundStore.get(pool, right.team(), id)
        .compose(
            round ->
                right.kind() == Kind.MEMBER && !"after-close".equals(round.memberResults())
                    ? Refusal.of(ErrorCode.NOT_FOUND)
                    : Future.succeededFuture(round));
  }
}
