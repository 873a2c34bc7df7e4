package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.team.CreateTeam;
import dev.rolewise.assessment.contract.team.TeamCreated;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.UUID;

/** Starts a team and hands its secrets to the organiser, once. */
public final class CreateTeamOperation {
  private final Pool pool;
  private final Capabilities capabilities;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param capabilities tokens
   */
  public CreateTeamOperation(Pool pool, Capabilities capabilities) {
    this.pool = pool;
    this.capabilities = capabilities;
  }

  /**
   * Answers a request.
   *
   * @param message {@link CreateTeam}
   * @return {@link TeamCreated}
   */
  public Future<JsonObject> handle(JsonObject message) {
    Faults faults = new Faults();
    CreateTeam request = CreateTeam.read(message, faults);
    if (!faults.isEmpty()) {
      return Refusal.of(faults);
    }
    return pool.withTransaction(
        transaction ->
            TeamStore.insert(transaction, request)
                .compose(
                    team ->
                        capabilities
                            .organiser(transaction, UUID.fromString(team.id()))
                            .compose(
                                token ->
                                    capabilities
                                        .recovery(transaction, UUID.fromString(team.id()))
                                        .map(
                                            code -> new TeamCreated(team, token, code).toJson()))));
  }
}
