package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.access.Right.Kind;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.access.Tickets;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.sheet.TicketDrawn;
import dev.rolewise.assessment.round.RoundStore;
import dev.rolewise.assessment.round.StoredRound;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Set;

/** Gives a member a ticket, where members may draw their own. */
public final class DrawTicketOperation {
  private final Pool pool;
  private final Rights rights;
  private final Tickets tickets;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param tickets makes them
   * @param clock deadlines
   */
  public DrawTicketOperation(Pool pool, Rights rights, Tickets tickets, Clock clock) {
    this.pool = pool;
    this.rights = rights;
    this.tickets = tickets;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link TokenRequest} with a member token
   * @return {@link TicketDrawn}; 404 where tickets are handed out instead
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .require(TokenRequest.tokenOf(message), Set.of(Kind.MEMBER))
        .compose(right -> RoundStore.get(pool, right.team(), right.round()))
        .compose(
            round -> "open".equals(round.entry()) ? draw(round) : Refusal.of(ErrorCode.NOT_FOUND));
  }

  private Future<JsonObject> draw(StoredRound round) {
    return tickets
        .draw(pool, round.id(), clock.instant())
        .compose(
            code ->
                code.isPresent()
                    ? Future.succeededFuture(new TicketDrawn(code.get()).toJson())
                    : RoundStore.get(pool, round.team(), round.id()).compose(this::whyNot));
  }

  private <T> Future<T> whyNot(StoredRound round) {
    return Refusal.of(
        round.takesSheets(clock.instant()) ? ErrorCode.ROUND_FULL : ErrorCode.ROUND_CLOSED);
  }
}
