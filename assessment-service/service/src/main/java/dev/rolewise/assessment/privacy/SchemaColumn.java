package dev.rolewise.assessment.privacy;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A column of the live database.
 *
 * @param table its table
 * @param name its name
 * @param type its type in SQL words
 * @param generated whether the database fills it by itself: a default or an identity
 */
record SchemaColumn(String table, String name, String type, boolean generated) {
  /** Tables whose rows are about answers. */
  static final Set<String> ABOUT_ANSWERS =
      Set.of("ticket", "pending_sheet", "sheet", "comment", "drawn");

  /** Reads every column of this service's tables, in the order of the schema. */
  static Future<List<SchemaColumn>> all(SqlClient database) {
    return database
        .query(
            "/* assessment.schema_columns */ "
                + "select table_name::text, column_name::text, data_type::text,"
                + " (column_default is not null or is_identity = 'YES') as generated"
                + " from information_schema.columns"
                + " where table_schema = current_schema() and table_name <> 'flyway_schema_history'"
                + " order by table_name, ordinal_position")
        .execute()
        .map(
            rows -> {
              List<SchemaColumn> columns = new ArrayList<>();
              for (Row row : rows) {
                columns.add(
                    new SchemaColumn(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("data_type"),
                        row.getBoolean("generated")));
              }
              return columns;
            });
  }
}
