package dev.rolewise.runtime.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import dev.rolewise.runtime.upgrade.Outcomes.Outcome;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes of the tables a program notices that says the same as before. */
@ExtendWith(PostgresDatabase.class)
class OutcomesTest {

  private static final String LAND = "insert into berth (harbour, nr) values ($1, $2)";
  private static final String BUILD = "insert into harbour (id, name) values ($1, $2)";
  private static final String LOOK = "select id, name, depth from harbour where name = $1";
  private static final String DIG = "update harbour set depth = $2 where id = $1";
  private static final List<String> SAID = List.of(LAND, BUILD, LOOK, DIG);

  private static final String TABLES =
      """
      create schema port;
      set search_path = port;
      create table harbour (id int primary key, name text not null, depth int);
      create table berth (harbour int not null references harbour on delete cascade, nr int);
      """;

  private static Connection owner;

  @BeforeAll
  static void make(TestDatabase database) throws SQLException {
    DatabaseSettings settings = database.settings("port");
    DatabaseSettings.Login login = settings.migration().orElseThrow();
    owner =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:"
                + settings.port()
                + "/"
                + settings.database()
                + "?preferQueryMode=simple",
            login.user(),
            login.password().reveal());
    execute(TABLES);
  }

  @AfterAll
  static void close() throws SQLException {
    owner.close();
  }

  @Test
  void everythingIsRunAndTakenBack() throws SQLException {
    Map<String, Outcome> outcomes = Outcomes.of(owner, SAID);
    assertEquals(new Outcome("", "a count"), outcomes.get(LAND), "waits for the harbour");
    assertEquals(new Outcome("", "a count"), outcomes.get(BUILD));
    assertEquals(new Outcome("", "id int4, name text, depth int4"), outcomes.get(LOOK));
    assertEquals(new Outcome("", "a count"), outcomes.get(DIG));
    assertEquals(outcomes, Outcomes.of(owner, SAID), "rows stayed behind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table harbour add column country text",
        "alter table harbour add column country text not null default 'nl'",
        "create table crane (harbour int references harbour on delete cascade)",
        "create index on berth (nr)",
      })
  void nobodyNoticesWhatIsOnlyAdded(String change) throws SQLException {
    assertEquals(List.of(), noticed(change));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter table harbour drop column depth               | 42703 | 2
          alter table harbour rename column name to title     | 42703 | 3
          alter table berth rename to mooring                 | 42P01 | 1
          alter table harbour add column country text not null| 23502 | 2
          alter table harbour alter column depth type bigint  |       | 1
          alter table berth add constraint no check (nr > 4)  | 23514 | 1
          """)
  void whoeverWorkedWithItNoticesTheRest(String change, String refusal, int statements)
      throws SQLException {
    List<Outcome> noticed = noticed(change);
    assertEquals(statements, noticed.size(), noticed.toString());
    assertTrue(
        noticed.stream().anyMatch(it -> it.refusal().equals(refusal == null ? "" : refusal)),
        noticed.toString());
  }

  @Test
  void aRuleAboutValuesMakesNothingImpossible() {
    assertFalse(new Outcome("23514", "a check").impossible());
    assertTrue(new Outcome("23514", "a check").sameAs(new Outcome("23514", "another")));
    assertTrue(new Outcome("23502", "null in a column").impossible());
    assertFalse(new Outcome("23514", "a check").sameAs(new Outcome("23502", "null")));
  }

  private static List<Outcome> noticed(String change) throws SQLException {
    Map<String, Outcome> before = Outcomes.of(owner, SAID);
    execute(change);
    try {
      Map<String, Outcome> after = Outcomes.of(owner, SAID);
      return SAID.stream()
          .filter(sql -> !before.get(sql).sameAs(after.get(sql)))
          .map(after::get)
          .toList();
    } finally {
      execute("drop schema port cascade; " + TABLES);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
