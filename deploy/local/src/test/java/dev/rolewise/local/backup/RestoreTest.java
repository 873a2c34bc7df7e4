package dev.rolewise.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rolewise.local.input.InputFault;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.KeptDatabase;
import dev.rolewise.runtime.postgres.PreparedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup carries comes back, in the tables of this program. */
class RestoreTest {

  private static KeptWorld world;
  private static EmbeddedPostgres target;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    world = KeptWorld.start();
    target = PreparedData.start(Files.createTempDirectory("rolewise-target-"));
  }

  @AfterAll
  static void stop() {
    world.close();
    target.closeAndDelete();
  }

  @Test
  void aBackupOfWhatCameBackIsTheSameFile() throws Exception {
    world.migrated("whole").answer("whole", members());
    Path file = folder.resolve("backup");
    world.backup("whole", file);
    restore(file, "whole");
    Path again = folder.resolve("again");
    try (KeptDatabase kept = KeptDatabase.open(target.folder(), "whole")) {
      new BackupWriter("1.2.3", KeptWorld.SCHEMAS.stream().map(KeptSchema::name).toList())
          .write(kept, again);
    }
    assertEquals(-1, Files.mismatch(file, again));
  }

  @Test
  void tablesOfAnOlderRolewiseAreBroughtUpToDate() throws Exception {
    world.migratedTo("older", "1").answer("older", members());
    Path file = folder.resolve("backup");
    assertEquals("1", world.backup("older", file).schemas().get(1).version());
    restore(file, "older");
    world.migrated("newest");
    assertEquals(
        world.column("newest", columns()), column("older", columns()), "tables as in a new suite");
    assertEquals(
        List.of("5"), column("older", "select count(*)::text from assessment.pending_sheet"));
    assertEquals(
        List.of("true"),
        column("older", "select (touched_on is not null)::text from assessment.team"));
    // the service's own role may work on it, and on rows only
    assertEquals(
        List.of("true false"),
        column(
            "older",
            "select has_table_privilege('assessment', 'assessment.team', 'insert') || ' ' ||"
                + " has_table_privilege('assessment', 'assessment.team', 'truncate')"));
  }

  @Test
  void tablesThatThisProgramNeverHadAreRefused() throws Exception {
    world.migrated("strange").execute("strange", "alter table assessment.team add colour text");
    Path file = folder.resolve("backup");
    world.backup("strange", file);
    InputFault fault = assertThrows(InputFault.class, () -> restore(file, "strange"));
    assertEquals(
        file
            + ": carries tables in assessment that this Rolewise \"1.2.3\" never had: restore it"
            + " with the Rolewise that made it, \"1.2.3\"",
        fault.getMessage());
    assertEquals(List.of("0"), column("strange", "select count(*)::text from assessment.team"));
  }

  @Test
  void aMigrationThatReadDifferentlyIsRefused() throws Exception {
    world
        .migrated("edited")
        .execute(
            "edited",
            "update assessment.flyway_schema_history set checksum = 7 where version = '2'");
    Path file = folder.resolve("backup");
    world.backup("edited", file);
    assertThrows(InputFault.class, () -> restore(file, "edited"));
  }

  @Test
  void dataThatABackupCannotCarryAreNeverLeftOutSilently() throws Exception {
    world.migrated("sequence").execute("sequence", "create sequence assessment.number");
    Path file = folder.resolve("backup");
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> world.backup("sequence", file));
    assertEquals("a backup cannot carry assessment.[number]", refused.getMessage());
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList(), "no part of a backup may stay");
    }
  }

  private static List<Integer> members() {
    return IntStream.range(0, 5).boxed().toList();
  }

  private static void restore(Path file, String database) {
    Restore restore = new Restore("1.2.3", KeptWorld.SCHEMAS);
    try (BackupReader backup = BackupReader.open(file)) {
      restore.check(backup);
      restore.fill(backup, target, database);
    }
  }

  private static String columns() {
    return "select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' '"
        + " || is_nullable || coalesce(column_default, '') from information_schema.columns"
        + " where table_schema in ('content', 'assessment') order by 1";
  }

  private static List<String> column(String database, String query) throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection connection = target.administrate(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
