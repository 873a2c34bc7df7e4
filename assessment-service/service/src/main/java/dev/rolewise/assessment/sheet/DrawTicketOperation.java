package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.access.Right.Kind;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.access.Tickets;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.session.SessionRequest;
import dev.rolewise.assessment.contract.sheet.TicketDrawn;
import dev.rolewise.assessment.identity.DrawnMarks;
import dev.rolewise.assessment.identity.Sessions;
import dev.rolewise.assessment.round.RoundStore;
import dev.rolewise.assessment.round.StoredRound;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Set;

/** Gives a member a ticket, where members may draw their own. */
public final class DrawTicketOperation {
  private final Pool pool;
  private final Rights rights;
  private final Tickets tickets;
  private final Sessions sessions;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param tickets makes them
   * @param sessions who is signed in, for rounds that ask for it
   * @param clock deadlines
   */
  public DrawTicketOperation(
      Pool pool, Rights rights, Tickets tickets, Sessions sessions, Clock clock) {
    this.pool = pool;
    this.rights = rights;
    this.tickets = tickets;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link TokenRequest} with a member token, and {@code session} beside it
   * @return {@link TicketDrawn}; 404 where tickets are handed out instead
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .require(TokenRequest.tokenOf(message), Set.of(Kind.MEMBER))
        .compose(right -> RoundStore.get(pool, right.team(), right.round()))
        .compose(
            round ->
                switch (round.entry()) {
                  case "open" -> draw(pool, round);
                  case "signed-in" -> drawOnce(round, SessionRequest.sessionOf(message));
                  default -> Refusal.of(ErrorCode.NOT_FOUND);
                });
  }

  /**
   * One ticket for each identity. The session is read and left as it is: a row that changed with
   * the ticket would point at it.
   */
  private Future<JsonObject> drawOnce(StoredRound round, String session) {
    return sessions
        .require(pool, session)
        .compose(
            live ->
                pool.withTransaction(
                    transaction ->
                        RoundStore.lock(transaction, round.team(), round.id())
                            .compose(
                                locked ->
                                    DrawnMarks.add(transaction, round.id(), live.fingerprint()))
                            .compose(
                                first ->
                                    first
                                        ? draw(transaction, round)
                                        : Refusal.of(ErrorCode.TICKET_DRAWN))));
  }

  private Future<JsonObject> draw(SqlClient client, StoredRound round) {
    return tickets
        .draw(client, round.id(), clock.instant())
        .compose(
            code ->
                code.isPresent()
                    ? Future.succeededFuture(new TicketDrawn(code.get()).toJson())
                    : RoundStore.get(client, round.team(), round.id()).compose(this::whyNot));
  }

  private <T> Future<T> whyNot(StoredRound round) {
    return Refusal.of(
        round.takesSheets(clock.instant()) ? ErrorCode.ROUND_FULL : ErrorCode.ROUND_CLOSED);
  }
}
