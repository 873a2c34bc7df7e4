package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.local.backup.KeptWorld;
import dev.rolewise.runtime.postgres.KeptDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backup and restore from the command line: what is said, and what is never touched. */
class BackupCommandTest {

  private static Path folder;
  private static Path data;
  private static Path file;

  @BeforeAll
  static void keepSomething() throws Exception {
    folder = Files.createTempDirectory("rolewise-backup-");
    // PostgreSQL may run as another account, which must get in
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    data = folder.resolve("data");
    file = folder.resolve("backup");
    KeptWorld world = KeptWorld.start(data);
    world
        .migrated(SuiteData.DATABASE)
        .answer(SuiteData.DATABASE, IntStream.range(0, 5).boxed().toList());
    world.stop();
    CommandRun run = CommandRun.of("backup", file.toString(), "--data", data.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals(
        "Backed up 1 team with 1 round to "
            + file
            + ". It holds answers that are not released yet: keep it as safe as the suite itself.\n",
        run.out());
  }

  @AfterAll
  static void delete() throws Exception {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void theBackupIsForItsOwnersEyesOnly() throws Exception {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var beside = Files.list(folder)) {
      assertTrue(beside.noneMatch(it -> it.getFileName().toString().startsWith(".backup")));
    }
  }

  @Test
  void theServerThatWasStartedForItIsGone() {
    assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")));
  }

  @Test
  void aBackupNeverReplacesAnything() throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertEquals(
        file + ": is there already; a backup never replaces anything: name a new file",
        refused("backup", file.toString(), "--data", data.toString()));
    assertEquals(List.of(before.length), List.of(Files.readAllBytes(file).length));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    assertTrue(
        refused("backup", link.toString(), "--data", data.toString()).contains("is there already"));
    assertFalse(Files.exists(folder.resolve("nowhere")));
  }

  @Test
  void aBackupNeedsAPlaceAndSomethingToKeep() {
    Path nowhere = folder.resolve("missing/backup");
    assertEquals(
        nowhere + ": there is no folder to put it in",
        refused("backup", nowhere.toString(), "--data", data.toString()));
    Path none = folder.resolve("none");
    assertEquals(
        "There is no suite's data in " + none + ": choose their folder with --data.",
        refused("backup", folder.resolve("b").toString(), "--data", none.toString()));
    assertFalse(Files.exists(none), "looking must not make a folder");
    assertTrue(refused("backup").contains("FILE"));
  }

  @Test
  void whatIsRestoredIsWhatWasKept() throws Exception {
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    CommandRun run = CommandRun.of("restore", file.toString(), "--data", fresh.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith("Restored 1 team with 1 round from the backup of "), run.out());
    assertTrue(run.out().endsWith(" into " + fresh + ".\n"), run.out());
    try (KeptDatabase kept = KeptDatabase.open(fresh, SuiteData.DATABASE);
        Connection connection = kept.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from assessment.pending_sheet")) {
      assertTrue(rows.next());
      assertEquals(5, rows.getInt(1));
    }
  }

  @Test
  void aRestoreTouchesNoFolderWithSomethingInIt() throws Exception {
    assertEquals(
        "The folder "
            + data
            + " is not empty: choose a new one with --data, or move that one away.",
        refused("restore", file.toString(), "--data", data.toString()));
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.txt"), "years of work");
    refused("restore", file.toString(), "--data", foreign.toString());
    try (var left = Files.list(foreign)) {
      assertEquals(List.of(foreign.resolve("thesis.txt")), left.toList());
    }
  }

  @Test
  void aFileThatIsNoneMakesNoFolder() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "hello");
    Path none = folder.resolve("not-made");
    assertEquals(
        text + ": is no backup of Rolewise, or only the beginning of one",
        refused("restore", text.toString(), "--data", none.toString()));
    assertFalse(Files.exists(none));
  }

  @Test
  void aRestoreThatFailsLeavesAnEmptyFolder() throws Exception {
    Path other = folder.resolve("other-data");
    KeptWorld world = KeptWorld.start(other);
    world
        .migrated(SuiteData.DATABASE)
        .execute(SuiteData.DATABASE, "alter table assessment.team add colour text");
    world.stop();
    Path odd = folder.resolve("odd");
    assertEquals(0, CommandRun.of("backup", odd.toString(), "--data", other.toString()).code());
    Path fresh = folder.resolve("stays-empty");
    assertTrue(
        refused("restore", odd.toString(), "--data", fresh.toString())
            .contains("carries tables in assessment that this Rolewise"));
    try (var left = Files.list(fresh)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void nobodyServesFromARestoreThatWasCutOff() throws Exception {
    Path cut = Files.createDirectory(folder.resolve("cut"));
    Files.createFile(cut.resolve("restore-unfinished"));
    assertEquals(
        "The data folder "
            + cut
            + " holds a restore that did not come to its end: delete that folder and restore again.",
        refused("serve", "--port", "0", "--data", cut.toString()));
  }

  private static String refused(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(2, run.code(), run.out() + run.err());
    assertEquals(1, run.complaints().size(), run.err());
    assertEquals("", run.out());
    return run.complaints().get(0);
  }
}
