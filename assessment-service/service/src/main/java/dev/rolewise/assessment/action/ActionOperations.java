package dev.rolewise.assessment.action;

import dev.rolewise.assessment.access.Right;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.action.Action;
import dev.rolewise.assessment.contract.action.ActionRequest;
import dev.rolewise.assessment.contract.action.WriteAction;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.team.TeamStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The actions of the token's team, for its organiser. */
public final class ActionOperations {
  private final Pool pool;
  private final Rights rights;
  private final Clock clock;

  /**
   * Wires the operations.
   *
   * @param pool database
   * @param rights who may
   * @param clock tells the day
   */
  public ActionOperations(Pool pool, Rights rights, Clock clock) {
    this.pool = pool;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * Writes an action down.
   *
   * @param message {@link WriteAction} of an organiser
   * @return {@link Action}; 409 {@code too-many-actions} when the team has {@link Action#MOST}
   */
  public Future<JsonObject> create(JsonObject message) {
    return organiser(message)
        .compose(
            right ->
                pool.withTransaction(
                    transaction ->
                        TeamStore.lock(transaction, right.team())
                            .compose(team -> create(transaction, right.team(), message))))
        .map(Action::toJson);
  }

  private Future<Action> create(SqlConnection transaction, UUID team, JsonObject message) {
    Faults faults = new Faults();
    WriteAction action = WriteAction.read(message, WriteAction.NEW, faults);
    if (!faults.isEmpty()) {
      return Refusal.of(faults);
    }
    return TeamStore.touch(transaction, team)
        .compose(touched -> ActionStore.count(transaction, team))
        .compose(
            count ->
                count >= Action.MOST
                    ? Refusal.of(ErrorCode.TOO_MANY_ACTIONS)
                    : ActionStore.insert(transaction, team, action, LocalDate.now(clock)));
  }

  /**
   * Lists them.
   *
   * @param message {@link TokenRequest} of an organiser
   * @return {@code {items: [action]}}, open ones first
   */
  public Future<JsonObject> list(JsonObject message) {
    return organiser(message)
        .compose(right -> ActionStore.ofTeam(pool, right.team()))
        .map(
            actions -> {
              JsonArray items = new JsonArray();
              actions.forEach(action -> items.add(action.toJson()));
              return new JsonObject().put("items", items);
            });
  }

  /**
   * Changes one.
   *
   * @param message {@link WriteAction} with the action's id, of an organiser
   * @return {@link Action}; 404 for one that the team does not have
   */
  public Future<JsonObject> update(JsonObject message) {
    return organiser(message)
        .compose(
            right -> {
              UUID id = Rights.id(ActionRequest.fromJson(message).action());
              return pool.withTransaction(
                  transaction ->
                      // the team's row first, as everywhere
                      TeamStore.touch(transaction, right.team())
                          .compose(touched -> ActionStore.lock(transaction, right.team(), id))
                          .compose(
                              before ->
                                  before.isEmpty()
                                      ? Refusal.of(ErrorCode.NOT_FOUND)
                                      : update(transaction, id, before.get(), message)));
            })
        .map(Action::toJson);
  }

  private static Future<Action> update(
      SqlConnection transaction, UUID id, WriteAction before, JsonObject message) {
    Faults faults = new Faults();
    WriteAction after = WriteAction.read(message, before, faults);
    return faults.isEmpty() ? ActionStore.update(transaction, id, after) : Refusal.of(faults);
  }

  /**
   * Takes one away.
   *
   * @param message {@link ActionRequest} of an organiser
   * @return an empty object; 404 for one that the team does not have
   */
  public Future<JsonObject> delete(JsonObject message) {
    return organiser(message)
        .compose(
            right ->
                ActionStore.delete(
                    pool, right.team(), Rights.id(ActionRequest.fromJson(message).action())))
        .compose(
            deleted ->
                deleted
                    ? Future.succeededFuture(new JsonObject())
                    : Refusal.of(ErrorCode.NOT_FOUND));
  }

  private Future<Right> organiser(JsonObject message) {
    return rights.organiser(TokenRequest.tokenOf(message));
  }
}
