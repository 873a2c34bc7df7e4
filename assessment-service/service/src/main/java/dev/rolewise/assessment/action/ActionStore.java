package dev.rolewise.assessment.action;

import dev.rolewise.assessment.contract.action.Action;
import dev.rolewise.assessment.contract.action.WriteAction;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table action. */
final class ActionStore {
  private static final String COLUMNS = " id, text, area, owner, due, state, created_on";

  private ActionStore() {}

  /** Stores a new action; the team's row must be locked, it numbers them. */
  static Future<Action> insert(
      SqlClient transaction, UUID team, WriteAction action, LocalDate today) {
    return transaction
        .preparedQuery(
            "/* assessment.action_insert */ "
                + "insert into action (id, team, number, text, area, owner, due, state, created_on)"
                + " values ($1, $2, (select coalesce(max(number), 0) + 1 from action where team = $2),"
                + " $3, $4, $5, $6, $7, $8) returning"
                + COLUMNS)
        .execute(
            Tuple.wrap(
                new ArrayList<>(
                    Arrays.asList(
                        UUID.randomUUID(),
                        team,
                        action.text(),
                        action.area(),
                        action.owner(),
                        action.due(),
                        action.state(),
                        today))))
        .map(rows -> action(rows.iterator().next()));
  }

  static Future<Long> count(SqlClient client, UUID team) {
    return client
        .preparedQuery(
            "/* assessment.action_count */ " + "select count(*) from action where team = $1")
        .execute(Tuple.of(team))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** Those that are open first, the ones due earliest on top; then what is done or dropped. */
  static Future<List<Action>> ofTeam(SqlClient client, UUID team) {
    return client
        .preparedQuery(
            "/* assessment.action_list */ "
                + "select"
                + COLUMNS
                + " from action where team = $1"
                + " order by state <> 'open', due nulls last, number")
        .execute(Tuple.of(team))
        .map(
            rows -> {
              List<Action> actions = new ArrayList<>();
              rows.forEach(row -> actions.add(action(row)));
              return actions;
            });
  }

  /** Reads an action as it is and keeps other changes out until the transaction ends. */
  static Future<Optional<WriteAction>> lock(SqlClient transaction, UUID team, UUID id) {
    return transaction
        .preparedQuery(
            "/* assessment.action_lock */ "
                + "select"
                + COLUMNS
                + " from action where team = $1 and id = $2 for update")
        .execute(Tuple.of(team, id))
        .map(
            rows ->
                first(rows)
                    .map(
                        row ->
                            new WriteAction(
                                row.getString("text"),
                                row.getString("area"),
                                row.getString("owner"),
                                row.getLocalDate("due"),
                                row.getString("state"))));
  }

  static Future<Action> update(SqlClient transaction, UUID id, WriteAction action) {
    return transaction
        .preparedQuery(
            "/* assessment.action_update */ "
                + "update action set text = $2, area = $3, owner = $4, due = $5, state = $6"
                + " where id = $1 returning"
                + COLUMNS)
        .execute(
            Tuple.of(
                id, action.text(), action.area(), action.owner(), action.due(), action.state()))
        .map(rows -> action(rows.iterator().next()));
  }

  /** Takes an action away; whether the team had it. */
  static Future<Boolean> delete(SqlClient client, UUID team, UUID id) {
    return client
        .preparedQuery(
            "/* assessment.action_delete */ " + "delete from action where team = $1 and id = $2")
        .execute(Tuple.of(team, id))
        .map(deleted -> deleted.rowCount() == 1);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  private static Action action(Row row) {
    LocalDate due = row.getLocalDate("due");
    return new Action(
        row.getUUID("id").toString(),
        row.getString("text"),
        row.getString("area"),
        row.getString("owner"),
        due == null ? null : due.toString(),
        row.getString("state"),
        row.getLocalDate("created_on").toString());
  }
}
