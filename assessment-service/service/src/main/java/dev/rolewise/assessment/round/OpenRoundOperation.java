package dev.rolewise.assessment.round;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.access.Right;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.access.Tickets;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.round.OpenRound;
import dev.rolewise.assessment.contract.round.RoundOpened;
import dev.rolewise.assessment.instrument.InstrumentSource;
import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.team.TeamStore;
import dev.rolewise.runtime.bus.BusCall;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Opens a round: fetches the instrument once and stores it with the round. */
public final class OpenRoundOperation {
  private final Pool pool;
  private final Rights rights;
  private final Capabilities capabilities;
  private final Tickets tickets;
  private final InstrumentSource instruments;
  private final int largestSize;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param capabilities tokens
   * @param tickets codes for entry "tickets"
   * @param instruments where instruments come from
   * @param largestSize configured maximum of people
   * @param clock dates and deadlines
   */
  public OpenRoundOperation(
      Pool pool,
      Rights rights,
      Capabilities capabilities,
      Tickets tickets,
      InstrumentSource instruments,
      int largestSize,
      Clock clock) {
    this.pool = pool;
    this.rights = rights;
    this.capabilities = capabilities;
    this.tickets = tickets;
    this.instruments = instruments;
    this.largestSize = largestSize;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link OpenRound} of an organiser
   * @param call the request's id
   * @return {@link RoundOpened}
   */
  public Future<JsonObject> handle(JsonObject message, BusCall call) {
    return rights
        .organiser(TokenRequest.tokenOf(message))
        .compose(
            right -> {
              Faults faults = new Faults();
              OpenRound request = OpenRound.read(message, largestSize, clock.instant(), faults);
              return faults.isEmpty()
                  ? instruments
                      .fetch(request.instrument(), call.requestId())
                      .compose(instrument -> open(right, request, instrument))
                  : Refusal.of(faults);
            })
        .map(RoundOpened::toJson);
  }

  private Future<RoundOpened> open(Right right, OpenRound request, PublishedInstrument instrument) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return pool.withTransaction(
        transaction ->
            TeamStore.lock(transaction, right.team())
                .compose(
                    team ->
                        RoundStore.insert(
                            transaction,
                            right.team(),
                            team.context().initiatives(),
                            request,
                            instrument,
                            today))
                .compose(
                    round ->
                        TeamStore.touch(transaction, right.team())
                            .compose(done -> opened(transaction, right.team(), round, request))));
  }

  private Future<RoundOpened> opened(
      SqlConnection transaction, UUID team, UUID round, OpenRound request) {
    Future<List<String>> codes =
        "tickets".equals(request.entry())
            ? tickets.issue(transaction, round, request.size())
            : Future.succeededFuture(List.of());
    return codes.compose(
        handedOut ->
            capabilities
                .member(transaction, team, round)
                .compose(
                    token ->
                        RoundStore.get(transaction, team, round)
                            .map(stored -> new RoundOpened(stored.toMessage(), token, handedOut))));
  }
}
