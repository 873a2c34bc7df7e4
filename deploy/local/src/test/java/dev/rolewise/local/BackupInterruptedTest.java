package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.local.backup.KeptWorld;
import dev.rolewise.runtime.postgres.PostgresProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ctrl-C in the middle leaves all or nothing, and no server behind. */
class BackupInterruptedTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  private Path folder;
  private Path data;

  @BeforeEach
  void keepSomething() throws Exception {
    folder = Files.createTempDirectory("rolewise-interrupted-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    data = folder.resolve("data");
    KeptWorld world = KeptWorld.start(data);
    world
        .migrated(SuiteData.DATABASE)
        .answer(SuiteData.DATABASE, IntStream.range(0, 5).boxed().toList());
    world.stop();
  }

  @AfterEach
  void delete() throws Exception {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void aBackupIsWholeOrNotThereAndARestoreWholeOrEmpty() throws Exception {
    Path file = folder.resolve("backup");
    boolean finished = interrupt(data, "backup", file.toString(), "--data", data.toString());
    try (var left = Files.list(folder)) {
      assertEquals(finished ? List.of(file, data) : List.of(data), left.sorted().toList());
    }
    if (!finished) {
      CommandRun again = CommandRun.of("backup", file.toString(), "--data", data.toString());
      assertEquals(0, again.code(), again.err());
    }

    Path fresh = folder.resolve("fresh");
    finished = interrupt(fresh, "restore", file.toString(), "--data", fresh.toString());
    if (!finished) {
      try (var left = Files.list(fresh)) {
        assertEquals(List.of(), left.toList());
      }
      CommandRun again = CommandRun.of("restore", file.toString(), "--data", fresh.toString());
      assertEquals(0, again.code(), again.err());
    }
  }

  /** Runs a command until its server is up, then asks it to end; true when it was done already. */
  private static boolean interrupt(Path data, String... command) throws Exception {
    Process process = RolewiseProcess.launch(List.of(command));
    Path running = data.resolve("postgres/postmaster.pid");
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!ready(running) && process.isAlive()) {
      assertTrue(System.nanoTime() < end, "no server came up");
      Thread.onSpinWait();
    }
    process.toHandle().destroy();
    String said = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(90, TimeUnit.SECONDS), said);
    assertTrue(said.lines().count() <= 1, said);
    assertEquals(List.of(), PostgresProcesses.on(data));
    return process.exitValue() == 0;
  }

  private static boolean ready(Path file) {
    try {
      return Files.exists(file) && Files.readString(file).contains("ready");
    } catch (IOException justGone) {
      return false;
    }
  }
}
