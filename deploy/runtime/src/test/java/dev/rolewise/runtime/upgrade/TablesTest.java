package dev.rolewise.runtime.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes a program of the previous release would stumble over. */
@ExtendWith(PostgresDatabase.class)
class TablesTest {

  private static Connection owner;
  private static Tables before;

  @BeforeAll
  static void make(TestDatabase database) throws SQLException {
    DatabaseSettings settings = database.settings("ship");
    DatabaseSettings.Login login = settings.migration().orElseThrow();
    owner =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + settings.database(),
            login.user(),
            login.password().reveal());
    execute("create schema ship", "set search_path = ship");
    execute(
        "create table harbour (id int primary key, name varchar(40) not null default 'x', depth int)",
        "create table berth (harbour int not null references harbour on delete cascade, nr int,"
            + " constraint sane check (nr > 0), unique (harbour, nr))",
        "create function tide() returns int language sql as 'select 1'",
        "grant usage on schema ship to ship",
        "grant select, insert, update, delete on all tables in schema ship to ship");
    before = Tables.of(owner, "ship");
    owner.setAutoCommit(false);
  }

  @AfterAll
  static void close() throws SQLException {
    owner.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table harbour add column country text",
        "alter table harbour add column country text not null default 'nl'",
        "create index on berth (nr)",
        "alter table berth alter column nr set default 1",
        "alter table berth drop constraint sane",
        "create table crane (harbour int references harbour on delete cascade)",
        "create table pilot (harbour int references harbour on delete set null, unique (harbour))",
        "create function ebb() returns int language sql as 'select 2'",
      })
  void whatIsOnlyAddedHarmsNobody(String change) throws SQLException {
    assertEquals(List.of(), after(change));
  }

  @Test
  void whatIsTakenAwayIsNamed() throws SQLException {
    assertEquals(
        List.of(
            "gone: column harbour.depth integer",
            "gone: column harbour.depth may be left out",
            "gone: column harbour.depth may be null"),
        after("alter table harbour drop column depth"));
    assertEquals(
        List.of("gone: column harbour.name may be left out"),
        after("alter table harbour alter column name drop default"));
    assertEquals(List.of("gone: function tide()"), after("drop function tide()"));
    assertEquals(List.of("gone: right to delete berth"), after("revoke delete on berth from ship"));
    assertEquals(
        List.of(
            "gone: unique CREATE UNIQUE INDEX berth_harbour_nr_key ON berth USING btree"
                + " (harbour, nr)"),
        after("alter table berth drop constraint berth_harbour_nr_key"));
    assertEquals(
        List.of("gone: column berth.harbour integer"),
        after("drop table berth").stream().filter(it -> it.contains("harbour integer")).toList());
  }

  @Test
  void whatIsRenamedOrChangesItsTypeIsNamed() throws SQLException {
    assertEquals(
        List.of(
            "gone: column harbour.name character varying(40)",
            "gone: column harbour.name may be left out"),
        after("alter table harbour rename column name to title"));
    assertEquals(
        List.of("gone: column harbour.depth integer"),
        after("alter table harbour alter column depth type bigint"));
    assertEquals(
        List.of("gone: column harbour.name character varying(40)"),
        after("alter table harbour alter column name type varchar(20)"));
  }

  @Test
  void whatIsForbiddenFromNowOnIsNamed() throws SQLException {
    assertEquals(
        List.of("must be given: column harbour.country"),
        after("alter table harbour add column country text not null"));
    assertEquals(
        List.of(
            "gone: column harbour.depth may be left out", "gone: column harbour.depth may be null"),
        after("alter table harbour alter column depth set not null"));
    assertEquals(
        List.of("forbidden in harbour: deep CHECK ((depth > 3))"),
        after("alter table harbour add constraint deep check (depth > 3)"));
    assertEquals(
        List.of("forbidden in berth: sane CHECK ((nr > 5))"),
        after(
            "alter table berth drop constraint sane; alter table berth add constraint sane check (nr > 5)"));
    assertEquals(
        List.of(
            "forbidden in harbour: CREATE UNIQUE INDEX harbour_depth_idx ON harbour USING btree"
                + " (depth)"),
        after("create unique index on harbour (depth)"));
    assertEquals(
        List.of("forbidden in harbour: pointed at by crane without on delete cascade or set null"),
        after("create table crane (harbour int references harbour)"));
    assertEquals(
        List.of("forbidden in berth: row security"),
        after("alter table berth enable row level security"));
    assertEquals(
        List.of(
            "forbidden in berth: CREATE TRIGGER no BEFORE INSERT ON ship.berth FOR EACH ROW EXECUTE"
                + " FUNCTION never()"),
        after(
            "create function never() returns trigger language plpgsql as 'begin return null; end';"
                + " create trigger no before insert on berth for each row execute function never()"));
  }

  private static List<String> after(String change) throws SQLException {
    try {
      execute(change);
      return before.brokenIn(Tables.of(owner, "ship"));
    } finally {
      owner.rollback();
    }
  }

  private static void execute(String... changes) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }
}
