package dev.rolewise.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.ContentSettings;
import dev.rolewise.content.Waiting;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.PostgresPool;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How PostgreSQL carries a search out in a library that is as large as a pack may be. */
@ExtendWith(PostgresDatabase.class)
class SearchPlanTest {
  private static final int ENTRIES = 3_000;
  private static final int AT_ONCE = 500;

  @Test
  void aSearchReadsTheIndexOfStemsAndNotTheLibrary(TestDatabase testDatabase) throws Exception {
    DatabaseSettings settings = testDatabase.settings(ContentSettings.SCHEMA);
    new Migrations(settings, "db/content").run();
    Vertx vertx = Vertx.vertx();
    Pool pool = PostgresPool.create(vertx, settings);
    fill(pool);
    lookOver(testDatabase);
    Tuple asked =
        Tuple.of("large", 1, "en")
            .addString("airship & word77:*")
            .addString("airship | word77:*")
            .addString("MaxWords=32, MinWords=14")
            .addInteger(20);
    List<String> plan = new ArrayList<>();
    Waiting.until(
            pool.preparedQuery(
                    "/* content.test_plan */ EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) "
                        + SearchStore.HITS)
                .execute(asked))
        .forEach(row -> plan.add(row.getString(0)));
    String told = String.join("\n", plan);
    assertTrue(told.contains("Index Scan on search_entry_words"), told);
    assertFalse(told.contains("Seq Scan on search_entry"), told);
    // the one airship, and what begins with word77: 77, 770 to 779
    assertEquals(
        1, plan.stream().filter(line -> line.matches(".*Bitmap Index.*rows=12 .*")).count(), told);
    Waiting.until(pool.close());
    Waiting.until(vertx.close());
  }

  private static void fill(Pool pool) {
    Waiting.until(
        pool.query(
                "/* content.test_pack */ INSERT INTO pack (id, version, hash, manifest)"
                    + " VALUES ('large', 1, repeat('0', 64), '{}')")
            .execute());
    for (int first = 1; first <= ENTRIES; first += AT_ONCE) {
      Waiting.until(
          pool.preparedQuery(
                  "/* content.test_entries */ INSERT INTO search_entry (pack_id, pack_version,"
                      + " language, kind, id, title, passages, words)"
                      + " SELECT 'large', 1, 'en', 'role', n::text, 'Role',"
                      + " repeat('Somebody does word' || n || ' and says so. ', 40),"
                      + " ('word' || n || ':1 ' || CASE n WHEN 3 THEN 'airship:2 ' ELSE '' END ||"
                      + " (SELECT string_agg('thing' || k || ':3', ' ')"
                      + " FROM generate_series(1, 60) AS k))::tsvector"
                      + " FROM generate_series($1::int, $2::int) AS n")
              .execute(Tuple.of(first, first + AT_ONCE - 1)));
    }
  }

  /** What PostgreSQL does by itself, a while after so much has changed. */
  private static void lookOver(TestDatabase database) throws SQLException {
    try (Connection connection = database.server().administrate(database.name());
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE content.search_entry");
    }
  }
}
