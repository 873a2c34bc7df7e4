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
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Set;

/**
 * Gives a member a ticket, where members may draw their own. How many may lie unused is limited per
 * round, so that a link in the wrong hands fills no database; nobody's address is kept for it.
 */
public final class DrawTicketOperation {
  /** More statements than all processes together run at one moment. */
  private static final int AT_THE_SAME_MOMENT = 200;

  private final Pool pool;
  private final Rights rights;
  private final Tickets tickets;
  private final Sessions sessions;
  private final int perPerson;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param tickets makes them
   * @param sessions who is signed in, for rounds that ask for it
   * @param perPerson unused tickets that a round may have per announced person
   * @param clock deadlines
   */
  public DrawTicketOperation(
      Pool pool, Rights rights, Tickets tickets, Sessions sessions, int perPerson, Clock clock) {
    this.pool = pool;
    this.rights = rights;
    this.tickets = tickets;
    this.sessions = sessions;
    this.perPerson = perPerson;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link TokenRequest} with a member token, and {@code session} beside it
   * @return {@link TicketDrawn}; 404 where tickets are handed out instead, 429 while too many lie
   *     unused
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .require(TokenRequest.tokenOf(message), Set.of(Kind.MEMBER))
        .compose(right -> RoundStore.get(pool, right.team(), right.round()))
        .compose(
            round ->
                switch (round.entry()) {
                  case "open" -> draw(round);
                  case "signed-in" -> drawOnce(round, SessionRequest.sessionOf(message));
                  default -> Refusal.<String>of(ErrorCode.NOT_FOUND);
                })
        .map(code -> new TicketDrawn(code).toJson());
  }

  /**
   * One ticket for each identity. The session is read and left as it is: a row that changed with
   * the ticket would point at it.
   */
  private Future<String> drawOnce(StoredRound round, String session) {
    return sessions
        .require(pool, session)
        .compose(
            live ->
                pool.withTransaction(
                    transaction ->
                        RoundStore.lock(transaction, round.team(), round.id())
                            .compose(
                                locked ->
                                    DrawnMarks.add(transaction, round.id(), live.fingerprint())
                                        .compose(
                                            first ->
                                                first
                                                    ? drawLocked(transaction, locked)
                                                    : Refusal.of(ErrorCode.TICKET_DRAWN)))));
  }

  /** A whole room draws at once: nobody waits for the round's lock while the cap is far away. */
  private Future<String> draw(StoredRound round) {
    return tickets
        .draw(pool, round.id(), clock.instant(), perPerson, AT_THE_SAME_MOMENT)
        .compose(
            code ->
                code.isPresent()
                    ? Future.succeededFuture(code.get())
                    : pool.withTransaction(
                        transaction ->
                            RoundStore.lock(transaction, round.team(), round.id())
                                .compose(locked -> drawLocked(transaction, locked))));
  }

  private Future<String> drawLocked(SqlConnection transaction, StoredRound round) {
    if (!round.takesSheets(clock.instant())) {
      return Refusal.of(ErrorCode.ROUND_CLOSED);
    }
    if (round.received() >= round.size()) {
      return Refusal.of(ErrorCode.ROUND_FULL);
    }
    // behind the round's lock, so that many draws at once cannot pass the cap together
    return tickets
        .unspent(transaction, round.id())
        .compose(
            unspent ->
                unspent >= (long) round.size() * perPerson
                    ? Refusal.of(ErrorCode.TOO_MANY_REQUESTS)
                    : tickets.issue(transaction, round.id(), 1).map(codes -> codes.get(0)));
  }
}
