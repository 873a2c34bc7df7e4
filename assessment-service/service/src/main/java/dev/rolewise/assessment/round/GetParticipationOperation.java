package dev.rolewise.assessment.round;

import dev.rolewise.assessment.access.Right;
import dev.rolewise.assessment.access.Right.Kind;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.assessment.contract.round.Participation;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.privacy.PromiseTexts;
import dev.rolewise.assessment.team.TeamStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Set;

/** Tells a member what the round is and what is promised, before anything is asked. */
public final class GetParticipationOperation {
  private final Pool pool;
  private final Rights rights;
  private final PromiseTexts promise;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param promise the promise's sentences
   * @param clock a round past its deadline is shown as closed
   */
  public GetParticipationOperation(Pool pool, Rights rights, PromiseTexts promise, Clock clock) {
    this.pool = pool;
    this.rights = rights;
    this.promise = promise;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link LocaleRequest} with a member token or a ticket
   * @return {@link Participation}
   */
  public Future<JsonObject> handle(JsonObject message) {
    LocaleRequest request = LocaleRequest.fromJson(message);
    return rights
        .require(request.token(), Set.of(Kind.MEMBER, Kind.TICKET))
        .compose(right -> participation(right, request.locale()))
        .map(Participation::toJson);
  }

  private Future<Participation> participation(Right right, String locale) {
    return RoundStore.get(pool, right.team(), right.round())
        .compose(
            round ->
                TeamStore.get(pool, right.team())
                    .map(team -> participation(right, round, team, locale)));
  }

  private Participation participation(Right right, StoredRound round, Team team, String locale) {
    return new Participation(
        round.id().toString(),
        round.takesSheets(clock.instant()) ? "open" : "closed",
        round.size(),
        round.k(),
        round.entry(),
        round.live(),
        round.memberResults(),
        team.name(),
        round.initiatives(),
        team.locale(),
        round.deadline() == null ? null : round.deadline().toString(),
        round.instrument(),
        promise.forRound(
            locale == null ? team.locale() : locale, round.k(), round.entry(), round.live()),
        right.kind() == Kind.TICKET ? right.spent() : null);
  }
}
