package dev.rolewise.assessment.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table comment, after the release. */
final class CommentStore {
  private CommentStore() {}

  /** The comments of a round, in the order in which the release shuffled them. */
  static Future<List<ShownComment>> shown(SqlClient client, UUID round) {
    return client
        .preparedQuery(
            "/* assessment.comment_shown */ "
                + "select handle, area, text, hidden from comment where round = $1 and shown"
                // hiding one moves its row; the order must not tell which was hidden last
                + " order by handle")
        .execute(Tuple.of(round))
        .map(
            rows -> {
              List<ShownComment> comments = new ArrayList<>();
              for (Row row : rows) {
                comments.add(
                    new ShownComment(
                        row.getUUID("handle"),
                        row.getString("area"),
                        row.getString("text"),
                        row.getBoolean("hidden")));
              }
              return comments;
            });
  }

  /** Hides a comment or shows it again; whether there is such a comment. */
  static Future<Boolean> hide(SqlClient client, UUID round, UUID handle, boolean hidden) {
    return client
        .preparedQuery(
            "/* assessment.comment_hide */ "
                + "update comment set hidden = $3 where round = $1 and handle = $2 and shown")
        .execute(Tuple.of(round, handle, hidden))
        .map(updated -> updated.rowCount() == 1);
  }
}
