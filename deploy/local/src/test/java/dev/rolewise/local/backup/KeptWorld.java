package dev.rolewise.local.backup;

import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.KeptDatabase;
import dev.rolewise.runtime.postgres.PreparedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A data folder with a server on it, and databases with a team and an open round. */
public final class KeptWorld implements AutoCloseable {

  static final List<KeptSchema> SCHEMAS =
      List.of(
          new KeptSchema("content", "db/content"), new KeptSchema("assessment", "db/assessment"));

  static final String TEAM = "0b6cbf5e-7a53-4c7e-9d0b-3d8f0f6a0001";
  static final String ROUND = "5f0c2a9c-33a8-4a53-8d1e-f2b1a0c40002";

  private final EmbeddedPostgres postgres;

  private KeptWorld(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static KeptWorld start() throws IOException {
    return start(Files.createTempDirectory("rolewise-kept-"));
  }

  public static KeptWorld start(Path folder) {
    return new KeptWorld(PreparedData.start(folder));
  }

  Path folder() {
    return postgres.folder();
  }

  /** A database with the newest tables. */
  public KeptWorld migrated(String database) {
    SCHEMAS.forEach(schema -> schema.in(postgres, database).run());
    return this;
  }

  /** A database with older tables in one of its schemas. */
  KeptWorld migratedTo(String database, String assessmentVersion) {
    SCHEMAS.get(0).in(postgres, database).run();
    SCHEMAS.get(1).in(postgres, database).runUpTo(assessmentVersion);
    return this;
  }

  /** Members of a round answer, one after the other; everyone spends the ticket of that number. */
  public void answer(String database, List<Integer> members) throws SQLException {
    execute(database, teamAndRound());
    for (int member : members) {
      execute(
          database,
          "insert into assessment.ticket (hash, round) values (sha256('ticket "
              + member
              + "'), '"
              + ROUND
              + "')");
    }
    for (int member : members) {
      execute(
          database,
          "update assessment.ticket set spent = true, receipt = 'r"
              + member
              + "' where hash = sha256('ticket "
              + member
              + "')",
          "insert into assessment.pending_sheet (round, answers, coverage, votes, comments) values ('"
              + ROUND
              + "', array["
              + member
              + ",-1,4]::smallint[], array[1]::smallint[], array[0]::smallint[],"
              + " '{\"P1\":\"tab \\t and\\nbreak, back\\\\slash and \\\"é\\\"\"}')");
    }
  }

  public void execute(String database, String... statements) throws SQLException {
    try (Connection connection = postgres.administrate(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  public List<String> column(String database, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = postgres.administrate(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /** Writes a backup of one of the databases. */
  BackupHeader backup(String database, Path file) {
    try (KeptDatabase kept = KeptDatabase.open(folder(), database)) {
      return new BackupWriter("1.2.3", SCHEMAS.stream().map(KeptSchema::name).toList())
          .write(kept, file);
    }
  }

  private static String[] teamAndRound() {
    return new String[] {
      "insert into assessment.team (id, name, locale, initiatives, roles_present) values ('"
          + TEAM
          + "', 'Noordzij', 'nl', 1, '[]')",
      "insert into assessment.round (id, team, number, state, instrument_id, instrument_version,"
          + " instrument_hash, instrument_document, k, size, initiatives, entry, live,"
          + " member_results, opened_on) values ('"
          + ROUND
          + "', '"
          + TEAM
          + "', 1, 'open', 'role-gap-scan', 1, 'h', '{}', 4, 20, 1, 'open', 'turnout',"
          + " 'after-close', '2026-11-20')"
    };
  }

  /** Leaves the folder to whoever comes next. */
  public void stop() {
    postgres.close();
  }

  @Override
  public void close() {
    postgres.closeAndDelete();
  }
}
