package dev.rolewise.assessment.report;

import dev.rolewise.assessment.scoring.Sheet;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The released sheets of a round, for scoring and nothing else. */
public final class ReleasedSheets {
  private ReleasedSheets() {}

  /**
   * Reads the released sheets, in the order in which the release shuffled them.
   *
   * @param transaction pool or transaction
   * @param round the round
   * @return the sheets in the order of the round's questionnaire
   */
  public static Future<List<Sheet>> of(SqlClient transaction, UUID round) {
    return transaction
        .preparedQuery(
            "/* assessment.sheet_released */ "
                + "select to_json(answers) as answers, to_json(coverage) as coverage,"
                + " to_json(votes) as votes from sheet where round = $1")
        .execute(Tuple.of(round))
        .map(
            rows -> {
              List<Sheet> sheets = new ArrayList<>();
              rows.forEach(
                  row ->
                      sheets.add(
                          new Sheet(
                              bytes(row, "answers"), bytes(row, "coverage"), bytes(row, "votes"))));
              return sheets;
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
