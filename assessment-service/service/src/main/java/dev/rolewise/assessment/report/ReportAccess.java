package dev.rolewise.assessment.report;

import dev.rolewise.assessment.access.Right;
import dev.rolewise.assessment.access.Right.Kind;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.round.RoundStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Set;
import java.util.UUID;

/**
 * Who may see what a round's report says, in whatever form: its organiser, its members where that
 * was agreed, and whoever holds a report link.
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
   * The report that is asked for.
   *
   * @param token organiser, member or report token
   * @param round id of the round
   * @return the round, open or closed; 401 without a token, else 404 for everybody who may not
   */
  Future<ReportAsked> report(String token, String round) {
    return rights
        .require(token, Set.of(Kind.ORGANISER, Kind.MEMBER, Kind.REPORT))
        .compose(right -> report(right, Rights.roundId(round)));
  }

  private Future<ReportAsked> report(Right right, UUID id) {
    boolean organiser = right.kind() == Kind.ORGANISER;
    if (!organiser && !id.equals(right.round())) {
      return Refusal.of(ErrorCode.NOT_FOUND);
    }
    return RoundStore.get(pool, right.team(), id)
        .compose(
            round ->
                right.kind() == Kind.MEMBER && !"after-close".equals(round.memberResults())
                    ? Refusal.of(ErrorCode.NOT_FOUND)
                    : Future.succeededFuture(
                        new ReportAsked(
                            round, organiser, right.kind() != Kind.REPORT || right.comments())));
  }
}
