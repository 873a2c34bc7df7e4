package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import dev.rolewise.runtime.postgres.Migrations;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * What the previous release wrote: its data live on under this version, and this version's tables
 * still take its rows. Kept in {@code released/suite.backup}, with what its readers saw in {@code
 * suite.json}; at a release both are written anew with {@code -Dreleased=write}.
 */
class ReleasedSuiteIT {

  private static final Path RELEASED = Path.of("src/test/resources/released").toAbsolutePath();
  private static final Path BACKUP = RELEASED.resolve("suite.backup");
  private static final Path READ = RELEASED.resolve("suite.json");

  @TempDir Path folder;

  @Test
  void dataOfThePreviousReleaseLiveOn() throws Exception {
    if ("write".equals(System.getProperty("released"))) {
      write();
    }
    Path data = folder.resolve("data");
    JarCommand run = JarCommand.run("restore", BACKUP.toString(), "--data", data.toString());
    assertEquals(0, run.exitCode(), run.err());
    // the data grow older with every day; nobody must be forgotten meanwhile
    try (RunningSuite suite =
        RunningSuite.configured(data, "-Drolewise.assessment.retention.months=0")) {
      KeptTeams teams = KeptTeams.fromJson(suite.api(), new JsonObject(Files.readString(READ)));
      teams.assertReadWithNothingLost(suite.api());
      teams.assertGoesOn(suite.api());
    }
  }

  /** As the previous release would write them, while this version's migrations have already run. */
  @Test
  void rowsOfThePreviousReleaseFitIntoTheTablesOfThisVersion() throws Exception {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(folder.resolve("tables"), Durability.NONE, notice -> {});
    try (ZipFile backup = new ZipFile(BACKUP.toFile())) {
      for (String schema : List.of("content", "assessment")) {
        DatabaseSettings settings = postgres.provision("rolewise", schema);
        new Migrations(settings, "db/" + schema).run();
      }
      try (Connection connection = postgres.administrate("rolewise")) {
        connection.setAutoCommit(false);
        List<Rows> waiting = tables(backup);
        assertFalse(waiting.isEmpty());
        while (!waiting.isEmpty()) {
          List<String> refusals = new ArrayList<>();
          List<Rows> rest =
              waiting.stream().filter(rows -> !fit(connection, backup, rows, refusals)).toList();
          // a table may have to wait for the one it points at, but not all of them
          assertFalse(rest.size() == waiting.size(), refusals.toString());
          waiting = rest;
        }
      }
    } finally {
      postgres.closeAndDelete();
    }
  }

  private record Rows(String schema, String table, List<String> columns) {}

  private static boolean fit(
      Connection connection, ZipFile backup, Rows rows, List<String> refusals) {
    try {
      Savepoint before = connection.setSavepoint();
      try (InputStream in =
          backup.getInputStream(backup.getEntry(rows.schema() + "/" + rows.table() + ".copy"))) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                rows.columns().stream()
                    .collect(
                        Collectors.joining(
                            ", ",
                            "COPY " + rows.schema() + "." + rows.table() + " (",
                            ") FROM STDIN")),
                in);
        return true;
      } catch (SQLException refused) {
        connection.rollback(before);
        refusals.add(rows + ": " + refused.getMessage());
        return false;
      }
    } catch (Exception broken) {
      throw new AssertionError(rows.toString(), broken);
    }
  }

  private static List<Rows> tables(ZipFile backup) throws Exception {
    byte[] header = backup.getInputStream(backup.getEntry("backup.json")).readAllBytes();
    List<Rows> tables = new ArrayList<>();
    for (Object schema :
        new JsonObject(new String(header, StandardCharsets.UTF_8)).getJsonArray("schemas")) {
      JsonObject of = (JsonObject) schema;
      for (Object table : of.getJsonArray("tables")) {
        JsonArray columns = ((JsonObject) table).getJsonArray("columns");
        tables.add(
            new Rows(
                of.getString("name"),
                ((JsonObject) table).getString("table"),
                columns.stream().map(String.class::cast).toList()));
      }
    }
    return tables;
  }

  private void write() throws Exception {
    Path data = folder.resolve("new");
    try (RunningSuite suite = RunningSuite.start(data)) {
      Files.writeString(READ, KeptTeams.create(suite.api()).toJson().encodePrettily() + "\n");
    }
    Files.deleteIfExists(BACKUP);
    JarCommand run = JarCommand.run("backup", BACKUP.toString(), "--data", data.toString());
    assertEquals(0, run.exitCode(), run.err());
  }
}
