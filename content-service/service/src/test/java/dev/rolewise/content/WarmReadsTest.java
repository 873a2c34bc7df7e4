package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.contract.GoldenMessages;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** The database refuses every read while these replies are asked for: they come from memory. */
@ExtendWith(PostgresDatabase.class)
class WarmReadsTest {
  @Test
  void doNotTouchTheDatabase(TestDatabase testDatabase) throws SQLException {
    DatabaseSettings database = testDatabase.settings(ContentSettings.SCHEMA);
    new Migrations(database, "db/content").run();
    try (RunningContent content = RunningContent.start(database)) {
      Map<String, Buffer> cold = answers(content);
      owner(database, "REVOKE SELECT ON ALL TABLES IN SCHEMA content FROM content");

      assertEquals(cold, answers(content));
      // proof that the database really answers nothing now
      BusFailure refused =
          Waiting.failure(
              BusFailure.class,
              content.ask(
                  ContentAddress.ROLE_GET,
                  new DocumentRequest("en", "programme-manager").toJson()));
      assertEquals("503 unavailable", refused.status() + " " + refused.code());
      assertFalse(content.ready());

      owner(database, "GRANT SELECT ON ALL TABLES IN SCHEMA content TO content");
      content.answer(
          ContentAddress.ROLE_GET, new DocumentRequest("en", "programme-manager").toJson());
      assertTrue(content.ready());
    }
  }

  @Test
  void giveWayWhenTheirMemoryIsFull(TestDatabase testDatabase) {
    DatabaseSettings database = testDatabase.settings(ContentSettings.SCHEMA);
    new Migrations(database, "db/content").run();
    try (RunningContent content = RunningContent.start(oneByte(database))) {
      Map<String, Buffer> first = answers(content);
      assertEquals(first, answers(content));
    }
  }

  private static ContentSettings oneByte(DatabaseSettings database) {
    ContentSettings usual = RunningContent.settings(database);
    return new ContentSettings(
        database,
        usual.pack(),
        1,
        usual.refresh(),
        usual.patience(),
        usual.editors(),
        usual.links());
  }

  private static Map<String, Buffer> answers(RunningContent content) {
    Map<String, Buffer> answers = new HashMap<>();
    for (String name : GoldenMessages.names()) {
      JsonObject message = GoldenMessages.message(name);
      if (message.containsKey("reply")) {
        answers.put(
            name,
            content.answer(message.getString("address"), message.getJsonObject("request")).body());
      }
    }
    return answers;
  }

  private static void owner(DatabaseSettings database, String statement) throws SQLException {
    DatabaseSettings.Login login = database.migration().orElseThrow();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {database.host()});
    source.setPortNumbers(new int[] {database.port()});
    source.setDatabaseName(database.database());
    try (Connection connection = source.getConnection(login.user(), login.password().reveal());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
