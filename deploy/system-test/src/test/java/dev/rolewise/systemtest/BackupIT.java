package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite that was backed up and restored elsewhere is the same suite; what is deleted is gone. */
class BackupIT {

  private static final Duration PROMISED = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void whatIsRestoredReadsTheSameToTheByteAndGoesOn() throws Exception {
    Path data = folder.resolve("data");
    Path running = folder.resolve("running.backup");
    Path stopped = folder.resolve("stopped.backup");
    KeptTeams teams;
    try (RunningSuite suite = RunningSuite.start(data)) {
      teams = KeptTeams.create(suite.api());
      fine(JarCommand.run("backup", running.toString(), "--data", data.toString()));
      teams.assertReadAsBefore(suite.api());
    }
    fine(JarCommand.run("backup", stopped.toString(), "--data", data.toString()));
    assertEquals(-1, Files.mismatch(running, stopped), "running or not, the same backup");

    Path elsewhere = folder.resolve("elsewhere");
    long begun = System.nanoTime();
    fine(JarCommand.run("restore", running.toString(), "--data", elsewhere.toString()));
    try (RunningSuite suite = RunningSuite.start(elsewhere)) {
      suite.api().get(teams.reportPath(), teams.reportToken()).expect(200);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(PROMISED) <= 0, "restored and serving after " + took);
      teams.assertReadAsBefore(suite.api());
      teams.assertGoesOn(suite.api());

      teams.delete(suite.api());
      Path after = folder.resolve("after.backup");
      fine(JarCommand.run("backup", after.toString(), "--data", elsewhere.toString()));
      rows(running).forEach((table, rows) -> assertTrue(rows > 0 || mayBeEmpty(table), table));
      rows(after).forEach((table, rows) -> assertEquals(0, rows, table + " after the deletion"));
    }
  }

  /** Tables about signing in, which is off here. */
  private static boolean mayBeEmpty(String table) {
    return Set.of("identity", "session", "login_attempt", "team_owner", "drawn").contains(table);
  }

  private static void fine(JarCommand run) {
    assertEquals(0, run.exitCode(), run.err() + run.out());
    assertEquals("", run.err());
  }

  /** Rows of each of the assessment service's tables, as the header of a backup states them. */
  private static Map<String, Integer> rows(Path backup) throws Exception {
    Map<String, Integer> rows = new TreeMap<>();
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      byte[] header = zip.getInputStream(zip.getEntry("backup.json")).readAllBytes();
      for (Object schema :
          new JsonObject(new String(header, StandardCharsets.UTF_8)).getJsonArray("schemas")) {
        if (((JsonObject) schema).getString("name").equals("assessment")) {
          for (Object table : ((JsonObject) schema).getJsonArray("tables")) {
            rows.put(
                ((JsonObject) table).getString("table"), ((JsonObject) table).getInteger("rows"));
          }
        }
      }
    }
    return rows;
  }
}
