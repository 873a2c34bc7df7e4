package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A PostgreSQL that lacks pg_trgm, or does not let the migration create it. */
@ExtendWith(PostgresDatabase.class)
class SearchWithoutTrigramsTest {
  @Test
  void findsWhatIsTypedAsItIsWrittenAndForgivesOnceTheExtensionIsThere(TestDatabase test)
      throws SQLException {
    DatabaseSettings database = test.settings(ContentSettings.SCHEMA);
    Migrations migrations = new Migrations(database, "db/content");
    migrations.run();
    administer(test, "DROP EXTENSION IF EXISTS pg_trgm");
    try (SearchedContent content = SearchedContent.start(database)) {
      assertFalse(content.hasTrigrams());
      assertEquals(
          List.of("guide/roadmap", "role/project-manager", "role/programme-manager"),
          content.found("en", "airships"));
      assertEquals(List.of("role/programme-manager"), content.found("en", "facade"));
      JsonObject slip = content.reply("en", "airshpi");
      assertEquals(List.of(), SearchedContent.found(slip));
      assertEquals(
          "[{\"word\":\"airshpi\",\"instead\":[]}]", slip.getJsonArray("notFound").encode());

      // may not, and says so in the log only
      administer(test, "REVOKE CREATE ON DATABASE " + test.name() + " FROM content_owner");
      assertEquals(0, migrations.run());
      assertFalse(content.hasTrigrams());

      administer(test, "GRANT CREATE ON DATABASE " + test.name() + " TO content_owner");
      assertEquals(0, migrations.run());
      assumeTrue(content.hasTrigrams(), "this PostgreSQL has no pg_trgm");
      assertEquals(content.found("en", "airship"), content.found("en", "airsphi"));
    }
  }

  private static void administer(TestDatabase test, String sql) throws SQLException {
    try (Connection connection = test.server().administrate(test.name());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
