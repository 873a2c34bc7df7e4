package dev.rolewise.assessment.round;

import dev.rolewise.assessment.access.Tickets;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.round.UpdateRound;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;

/**
 * Changes size, deadline or newcomers of an open round. Where tickets are handed out, more people
 * need more of them: the reply then carries the new codes in {@code tickets}, once.
 */
public final class UpdateRoundOperation {
  private final RoundAccess access;
  private final Tickets tickets;
  private final TurnoutHints hints;
  private final int largestSize;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param access who may
   * @param tickets codes for entry "tickets"
   * @param hints told about the change
   * @param largestSize configured maximum of people
   * @param clock deadlines
   */
  public UpdateRoundOperation(
      RoundAccess access, Tickets tickets, TurnoutHints hints, int largestSize, Clock clock) {
    this.access = access;
    this.tickets = tickets;
    this.hints = hints;
    this.largestSize = largestSize;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link UpdateRound} of an organiser
   * @return the round, with {@code tickets} when new ones were made
   */
  public Future<JsonObject> handle(JsonObject message) {
    return access
        .locked(message, (transaction, round) -> update(transaction, round, message))
        .map(
            updated -> {
              hints.publish(updated.round().toHint());
              JsonObject reply = updated.round().toMessage().toJson();
              return updated.codes().isEmpty()
                  ? reply
                  : reply.put("tickets", new JsonArray(updated.codes()));
            });
  }

  private Future<Updated> update(SqlConnection transaction, StoredRound round, JsonObject message) {
    if (!round.open()) {
      return Refusal.of(ErrorCode.ROUND_CLOSED);
    }
    Faults faults = new Faults();
    UpdateRound request = UpdateRound.read(message, largestSize, clock.instant(), faults);
    int size = request.size() == null ? round.size() : request.size();
    Integer newcomers = request.newcomers() == null ? round.newcomers() : request.newcomers();
    if (request.size() != null && size < Math.max(round.received(), round.k())) {
      faults.add("/size", FaultCode.OUT_OF_RANGE);
    }
    if (newcomers != null && newcomers > size) {
      faults.add(request.newcomers() == null ? "/size" : "/newcomers", FaultCode.OUT_OF_RANGE);
    }
    if (!faults.isEmpty()) {
      return Refusal.of(faults);
    }
    int more = "tickets".equals(round.entry()) ? Math.max(0, size - round.size()) : 0;
    return RoundStore.change(
            transaction,
            round.id(),
            size,
            request.deadlineGiven() ? request.deadline() : round.deadline(),
            newcomers)
        .compose(changed -> tickets.issue(transaction, round.id(), more))
        .compose(
            codes ->
                RoundStore.get(transaction, round.team(), round.id())
                    .map(stored -> new Updated(stored, codes)));
  }

  private record Updated(StoredRound round, List<String> codes) {}
}
