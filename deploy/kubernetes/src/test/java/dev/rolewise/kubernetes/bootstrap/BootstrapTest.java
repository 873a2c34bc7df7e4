package dev.rolewise.kubernetes.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.config.Secret;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four roles that the script makes can do what they are for, and nothing beside it. */
class BootstrapTest {

  private static final Path SCRIPT = Path.of("platform/bootstrap/bootstrap.sql");
  private static final String DENIED = "42501";
  private static final Map<String, String> PASSWORDS =
      Map.of(
          "CONTENT_PASSWORD", "one",
          "CONTENT_OWNER_PASSWORD", "it's two",
          "ASSESSMENT_PASSWORD", "three",
          "ASSESSMENT_OWNER_PASSWORD", "four");

  private static EmbeddedPostgres server;

  @BeforeAll
  static void makeAndMigrate() throws Exception {
    server =
        EmbeddedPostgres.start(
            Files.createTempDirectory("rolewise-test-"),
            EmbeddedPostgres.Durability.NONE,
            System.out::println);
    try (Connection administrator = server.administrate("postgres")) {
      BootstrapScript.run(Files.readString(SCRIPT), PASSWORDS, administrator);
    }
    assertTrue(new Migrations(settings("content"), "db/content").run() > 0);
    assertTrue(new Migrations(settings("assessment"), "db/assessment").run() > 0);
  }

  @AfterAll
  static void stop() {
    server.closeAndDelete();
  }

  @ParameterizedTest
  @CsvSource({"content", "assessment"})
  void aServiceReadsAndWritesItsRowsAndChangesNoTable(String schema) throws Exception {
    try (Connection service = connect(schema)) {
      List<String> tables = tables(service, schema);
      assertTrue(tables.size() > 2, tables.toString());
      for (String table : tables) {
        execute(service, "SELECT * FROM " + table + " WHERE false");
        if (table.endsWith(".flyway_schema_history")) {
          denied(service, "DELETE FROM " + table);
        } else {
          // explained only, which takes the same rights: triggers keep some tables as they are
          execute(service, "EXPLAIN DELETE FROM " + table);
          execute(
              service, "EXPLAIN INSERT INTO " + table + " SELECT * FROM " + table + " WHERE false");
        }
        denied(service, "DROP TABLE " + table);
        denied(service, "ALTER TABLE " + table + " ADD COLUMN more integer");
        denied(service, "TRUNCATE " + table);
      }
      denied(service, "CREATE TABLE " + schema + ".more (id integer)");
      denied(service, "CREATE SCHEMA more");
      denied(service, "CREATE TEMPORARY TABLE more (id integer)");
      denied(service, "CREATE TABLE public.more (id integer)");
      assertEquals("5s", one(service, "SHOW statement_timeout"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "content, assessment",
    "content_owner, assessment",
    "assessment, content",
    "assessment_owner, content"
  })
  void nobodySeesTheOthersSchema(String role, String schema) throws Exception {
    List<String> tables;
    try (Connection administrator = server.administrate("rolewise")) {
      tables = tables(administrator, schema);
    }
    try (Connection connection = connect(role)) {
      for (String table : tables) {
        denied(connection, "SELECT * FROM " + table + " WHERE false");
      }
      denied(connection, "CREATE TABLE " + schema + ".more (id integer)");
      denied(connection, "DROP SCHEMA " + schema + " CASCADE");
    }
  }

  @ParameterizedTest
  @CsvSource({"content", "assessment"})
  void theOwnerChangesTablesOfItsOwn(String schema) throws Exception {
    try (Connection owner = connect(schema + "_owner")) {
      execute(owner, "CREATE TABLE " + schema + ".more (id integer)");
      execute(owner, "DROP TABLE " + schema + ".more");
      denied(owner, "CREATE ROLE more");
    }
  }

  @Test
  void noRoleHasAnyOtherRight() throws Exception {
    try (Connection administrator = server.administrate("rolewise")) {
      assertEquals(
          "assessment, assessment_owner, content, content_owner",
          one(
              administrator,
              "SELECT string_agg(rolname, ', ' ORDER BY rolname) FROM pg_roles WHERE rolcanlogin"
                  + " AND NOT rolsuper AND NOT rolcreatedb AND NOT rolcreaterole"
                  + " AND NOT rolreplication AND NOT rolbypassrls"));
      // neither may any of them act as another
      assertEquals(
          "0",
          one(
              administrator,
              "SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member"
                  + " WHERE r.rolname ~ '^(content|assessment)'"));
    }
  }

  @Test
  void thePageForOperatorsShowsTheSameStatements() throws Exception {
    String page = Files.readString(Path.of("../README.md")).replaceAll("(?m)^ {4}", "");
    Files.readString(SCRIPT)
        .lines()
        .filter(line -> !line.startsWith("--"))
        .forEach(line -> assertTrue(page.contains("\n" + line + "\n"), line));
  }

  private static DatabaseSettings settings(String schema) {
    return new DatabaseSettings(
        "127.0.0.1",
        server.port(),
        "rolewise",
        schema,
        schema,
        Secret.of(password(schema)),
        DatabaseSettings.Tls.DISABLE,
        1,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Optional.of(
            new DatabaseSettings.Login(schema + "_owner", Secret.of(password(schema + "_owner")))));
  }

  private static String password(String role) {
    return PASSWORDS.get(role.toUpperCase(Locale.ROOT) + "_PASSWORD");
  }

  private static Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server.port() + "/rolewise?sslmode=disable",
        role,
        password(role));
  }

  private static List<String> tables(Connection connection, String schema) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = '"
                    + schema
                    + "' AND c.relkind IN ('r', 'p')")) {
      while (rows.next()) {
        tables.add(schema + "." + rows.getString(1));
      }
    }
    return tables.stream().sorted().collect(Collectors.toList());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void denied(Connection connection, String sql) {
    SQLException refused =
        assertThrows(SQLException.class, () -> execute(connection, sql), sql + " was allowed");
    assertEquals(DENIED, refused.getSQLState(), () -> sql + ": " + refused.getMessage());
  }
}
