package dev.rolewise.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In which order people drew tickets, spent them and sent their sheets is nowhere in a backup. Laid
 * side by side, two such orders would tell whose sheet is whose.
 */
class BackupOrderTest {

  private static final int MEMBERS = 12;

  @TempDir Path folder;
  private static KeptWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = KeptWorld.start();
    List<Integer> members = new ArrayList<>(IntStream.range(0, MEMBERS).boxed().toList());
    world.migrated("one_order").answer("one_order", members);
    Collections.reverse(members);
    world.migrated("other_order").answer("other_order", members);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void theSameAnswersInAnotherOrderGiveTheSameBytes() throws Exception {
    // what the order does show in: the tables themselves
    assertNotEquals(heap("one_order"), heap("other_order"));
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    world.backup("one_order", one);
    world.backup("other_order", other);
    assertEquals(-1, Files.mismatch(one, other));
  }

  @Test
  void rowsStandInTheOrderOfWhatTheySay() throws Exception {
    Path file = folder.resolve("backup");
    world.backup("one_order", file);
    for (String table : List.of("ticket", "pending_sheet")) {
      List<String> rows = rows(file, table);
      assertEquals(MEMBERS, rows.size(), table);
      List<String> sorted = new ArrayList<>(rows);
      Collections.sort(sorted);
      assertEquals(sorted, rows, table);
    }
  }

  @Test
  void nothingInTheArchiveSaysWhenARowWasWritten() throws Exception {
    Path file = folder.resolve("backup");
    world.backup("one_order", file);
    try (var zip = new ZipFile(file.toFile())) {
      assertTrue(zip.size() > MEMBERS);
      zip.stream().forEach(it -> assertEquals(1980, it.getTimeLocal().getYear(), it.getName()));
    }
  }

  private static List<String> rows(Path file, String table) throws IOException {
    try (BackupReader backup = BackupReader.open(file);
        InputStream rows = backup.rows("assessment", table)) {
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<String> heap(String database) throws Exception {
    return world.column(database, "select answers::text from assessment.pending_sheet");
  }
}
