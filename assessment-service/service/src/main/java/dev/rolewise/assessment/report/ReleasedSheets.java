package dev.rolewise.assessment.report;

import dev.rolewise.assessment.scoring.Sheet;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The released sheets of a round, for scoring and nothing else. */
public final class ReleasedSheets {
  private static final int AT_ONCE = 500;

  private ReleasedSheets() {}

  /**
   * Reads the released sheets, in the order in which the release shuffled them; some at a time, so
   * that a large round takes no more memory than what is scored.
   *
   * @param transaction the caller's
   * @param round the round
   * @return the sheets in the order of the round's questionnaire
   */
  public static Future<List<Sheet>> of(SqlConnection transaction, UUID round) {
    return transaction
        .prepare(
            "/* assessment.sheet_released */ "
                + "select to_json(answers) as answers, to_json(coverage) as coverage,"
                + " to_json(votes) as votes from sheet where round = $1")
        .compose(
            statement -> {
              List<Sheet> sheets = new ArrayList<>();
              Cursor cursor = statement.cursor(Tuple.of(round));
              // the connection keeps the statement for the next round, as it does all of them
              return readOn(cursor, sheets).eventually(cursor::close).map(sheets);
            });
  }

  private static Future<Void> readOn(Cursor cursor, List<Sheet> sheets) {
    return cursor
        .read(AT_ONCE)
        .compose(
            rows -> {
              rows.forEach(
                  row ->
                      sheets.add(
                          new Sheet(
                              bytes(row, "answers"), bytes(row, "coverage"), bytes(row, "votes"))));
              return cursor.hasMore() ? readOn(cursor, sheets) : Future.succeededFuture();
            });
  }

  private static byte[] bytes(Row row, String column) {
    JsonArray values = (JsonArray) row.getJson(column);
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values.getInteger(i).byteValue();
    }
    return bytes;
  }
}
