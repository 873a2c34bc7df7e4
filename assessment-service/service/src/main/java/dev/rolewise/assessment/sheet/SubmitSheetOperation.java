package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.access.CrockfordCode;
import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.assessment.contract.sheet.SheetAccepted;
import dev.rolewise.assessment.contract.sheet.SubmitSheet;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.release.LiveRelease;
import dev.rolewise.assessment.sheet.SheetStore.Accepted;
import dev.rolewise.assessment.sheet.SheetStore.Spending;
import dev.rolewise.assessment.sheet.SheetStore.Taking;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Takes a sheet in for a ticket, once; the same submission again gets the same receipt. */
public final class SubmitSheetOperation {
  private final Pool pool;
  private final SheetStore store;
  private final PinnedInstruments instruments;
  private final SheetShape.Kept shapes = new SheetShape.Kept();
  private final Secrets secrets;
  private final LiveRelease releases;
  private final TurnoutHints hints;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param instruments the questionnaires of the rounds
   * @param secrets makes receipts
   * @param releases asked when a batch may be full
   * @param hints told about the new count
   * @param clock deadlines
   * @param queues where submissions meet
   * @param context of the verticle
   */
  public SubmitSheetOperation(
      Pool pool,
      PinnedInstruments instruments,
      Secrets secrets,
      LiveRelease releases,
      TurnoutHints hints,
      Clock clock,
      SheetQueues queues,
      Context context) {
    this.pool = pool;
    this.store = new SheetStore(pool, clock, queues, context);
    this.instruments = instruments;
    this.secrets = secrets;
    this.releases = releases;
    this.hints = hints;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link SubmitSheet}
   * @return {@link SheetAccepted}
   */
  public Future<JsonObject> handle(JsonObject message) {
    SubmitSheet request = SubmitSheet.fromJson(message);
    if (request.token() == null) {
      return Refusal.of(ErrorCode.UNAUTHORIZED);
    }
    Optional<String> code = CrockfordCode.normalise(request.token());
    if (code.isEmpty()) {
      return Refusal.of(ErrorCode.NOT_FOUND);
    }
    Optional<String> keyFault = keyFault(request.idempotencyKey());
    if (keyFault.isPresent()) {
      return Future.failedFuture(
          BusFailure.badRequest(List.of(new Fault("/idempotencyKey", keyFault.get()))));
    }
    Submission submission =
        new Submission(
            Buffer.buffer(Secrets.fingerprint(code.get())),
            ReplayDigest.of(code.get(), request.idempotencyKey(), request.body()),
            request.body());
    return submit(submission, store::accept).map(receipt -> new SheetAccepted(receipt).toJson());
  }

  private Future<String> submit(
      Submission submission, Function<Taking, Future<Optional<Accepted>>> storing) {
    return store
        .ticket(submission.ticket())
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Refusal.of(ErrorCode.NOT_FOUND);
              }
              TicketState ticket = found.get();
              if (ticket.spent()) {
                return replay(ticket, submission.digest());
              }
              if (!ticket.takesSheets(clock.instant())) {
                return Refusal.of(ErrorCode.ROUND_CLOSED);
              }
              return ticket.full()
                  ? Refusal.of(ErrorCode.ROUND_FULL)
                  : accept(ticket, submission, storing);
            });
  }

  private Future<String> accept(
      TicketState ticket,
      Submission submission,
      Function<Taking, Future<Optional<Accepted>>> storing) {
    String receipt = secrets.code();
    return check(ticket, submission.body())
        .compose(
            sheet ->
                storing.apply(
                    new Taking(
                        submission.ticket(),
                        ticket.round(),
                        sheet,
                        new Spending(submission.digest(), receipt))))
        .compose(
            accepted -> {
              if (accepted.isEmpty()) {
                // somebody was faster or holds the round: ticket or round say how that ended
                return submit(submission, store::acceptPatiently);
              }
              if (accepted.get().first()) {
                tell(ticket.round(), accepted.get());
              }
              return Future.succeededFuture(receipt);
            });
  }

  private void tell(UUID round, Accepted accepted) {
    hints.publish(new TurnoutHint(round.toString(), accepted.turnout(), "open"));
    if (accepted.batch()) {
      // the member's sheet is safe: nobody waits for the release
      releases.afterSheet(round);
    }
  }

  private Future<CheckedSheet> check(TicketState ticket, JsonObject body) {
    return instruments
        .of(pool, ticket.round(), ticket.instrument().hash())
        .compose(
            instrument -> {
              Faults faults = new Faults();
              CheckedSheet sheet =
                  CheckedSheet.read(
                      body,
                      ticket.instrument(),
                      shapes.of(
                          ticket.instrument().hash(),
                          ticket.initiatives(),
                          instrument::forInitiatives),
                      faults);
              return faults.isEmpty() ? Future.succeededFuture(sheet) : Refusal.of(faults);
            });
  }

  private static Future<String> replay(TicketState ticket, ReplayDigest digest) {
    if (!digest.key().equals(ticket.keyDigest())) {
      return Refusal.of(ErrorCode.TICKET_SPENT);
    }
    if (!ticket.bodyDigest().equals(digest.body())) {
      return Refusal.of(ErrorCode.KEY_REUSED);
    }
    SubmissionMeters.repeated();
    return Future.succeededFuture(ticket.receipt());
  }

  private static Optional<String> keyFault(String key) {
    if (key == null) {
      return Optional.of(FaultCode.MISSING);
    }
    if (key.length() < SubmitSheet.SHORTEST_KEY) {
      return Optional.of(FaultCode.TOO_SHORT);
    }
    return key.length() > SubmitSheet.LONGEST_KEY
        ? Optional.of(FaultCode.TOO_LONG)
        : Optional.empty();
  }

  private record Submission(Buffer ticket, ReplayDigest digest, JsonObject body) {
    @Override
    public String toString() {
      return "Submission";
    }
  }
}
