package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

  private Path data;
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void make() throws Exception {
    data = Files.createTempDirectory("rolewise-embedded-");
  }

  @AfterEach
  void delete() throws Exception {
    FileTrees.delete(data);
  }

  @Test
  void whatWasWrittenIsThereAfterARestart() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      write(postgres, "kept");
    }
    try (EmbeddedPostgres postgres = start()) {
      assertEquals(List.of("kept"), read(postgres));
    }
    assertEquals(List.of(), PostgresProcesses.on(data));
  }

  @Test
  void whatWasWrittenIsThereAfterTheSuiteWasKilled() throws Exception {
    PreparedData.fill(data);
    Process killed = SeparatePostgres.start(data, List.of());
    killed.destroyForcibly().waitFor();
    assertEquals(1, PostgresProcesses.on(data).size(), "the server outlives its suite");
    try (EmbeddedPostgres postgres = start()) {
      assertEquals(List.of("written by another process"), read(postgres));
    }
    assertEquals(List.of(), PostgresProcesses.on(data));
  }

  @Test
  void whatWasWrittenIsThereAfterEverythingWasKilled() throws Exception {
    PreparedData.fill(data);
    Process killed = SeparatePostgres.start(data, List.of());
    killed.destroyForcibly().waitFor();
    for (ProcessHandle server : PostgresProcesses.on(data)) {
      server.destroyForcibly();
      server.onExit().join();
    }
    assertTrue(Files.exists(data.resolve("postgres/postmaster.pid")));
    try (EmbeddedPostgres postgres = start()) {
      assertEquals(List.of("written by another process"), read(postgres));
    }
  }

  @Test
  void aStaleProcessFileThatNamesAnotherLivingProcessIsNoObstacle() throws Exception {
    PreparedData.fill(data);
    try (EmbeddedPostgres postgres = start()) {
      write(postgres, "kept");
    }
    Process bystander = new ProcessBuilder("sleep", "600").start();
    try {
      Path stale = data.resolve("postgres/postmaster.pid");
      Files.writeString(
          stale, bystander.pid() + "\n" + data.resolve("postgres") + "\n0\n5432\n\n127.0.0.1\n");
      try (EmbeddedPostgres postgres = start()) {
        assertEquals(List.of("kept"), read(postgres));
      }
      assertTrue(bystander.isAlive());
    } finally {
      bystander.destroyForcibly().waitFor();
    }
  }

  @Test
  void aSetUpThatWasCutOffIsDoneAgain() throws Exception {
    Files.createDirectories(data.resolve("postgres.new/base"));
    Files.writeString(data.resolve("postgres.new/PG_VERSION"), "17\n");
    try (EmbeddedPostgres postgres = start()) {
      write(postgres, "kept");
    }
    assertFalse(Files.exists(data.resolve("postgres.new")));
  }

  @Test
  void twoCannotShareAFolder() throws Exception {
    PreparedData.fill(data);
    try (EmbeddedPostgres postgres = start()) {
      StartFault fault = assertThrows(StartFault.class, this::start);
      assertEquals(
          "The data folder "
              + data
              + " is in use by another Rolewise (process "
              + ProcessHandle.current().pid()
              + "): stop that one, or choose another folder with --data.",
          fault.getMessage());
      write(postgres, "undisturbed");
    }
    Process other = SeparatePostgres.start(data, List.of());
    try {
      StartFault fault = assertThrows(StartFault.class, this::start);
      assertTrue(fault.getMessage().contains("(process " + other.pid() + ")"), fault.getMessage());
    } finally {
      SeparatePostgres.stop(other);
    }
    try (EmbeddedPostgres postgres = start()) {
      assertEquals(List.of("undisturbed", "written by another process"), read(postgres));
    }
  }

  @Test
  void dataOfAnotherMajorVersionAreRefusedAndLeftAlone() throws Exception {
    Path cluster = Files.createDirectories(data.resolve("postgres"));
    Files.writeString(cluster.resolve("PG_VERSION"), "16\n");
    Files.writeString(data.resolve("administrator.secret"), "x");
    StartFault fault = assertThrows(StartFault.class, this::start);
    assertEquals(
        "The data in "
            + data
            + " belong to PostgreSQL 16, this Rolewise brings PostgreSQL 17: start the"
            + " Rolewise that made them, or choose another folder with --data.",
        fault.getMessage());
    assertEquals("16\n", Files.readString(cluster.resolve("PG_VERSION")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "in the way");
    StartFault fault =
        assertThrows(
            StartFault.class,
            () -> EmbeddedPostgres.start(file.resolve("data"), Durability.NONE, notices::add));
    assertTrue(
        fault
            .getMessage()
            .startsWith("The data folder " + file.resolve("data") + " cannot be written"));
  }

  @Test
  void onlyWhoKnowsAPasswordGetsIn() throws Exception {
    PreparedData.fill(data);
    try (EmbeddedPostgres postgres = start()) {
      String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres?sslmode=disable";
      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> DriverManager.getConnection(url, Cluster.ADMINISTRATOR, "guess"));
      assertEquals("28P01", refused.getSQLState());
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(data.resolve("administrator.secret"))));
    }
  }

  @Test
  void rootWithoutUnshareStartsAsAnUnprivilegedAccount() throws Exception {
    assumeTrue(PostgresAccount.isRoot(), "only root needs unshare");
    Path blocked = Files.createDirectory(data.resolve("blocked"));
    Path unshare = Files.writeString(blocked.resolve("unshare"), "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path suite = data.resolve("suite");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    // a change of account in both directions on the same data
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(suite, Durability.NONE, notices::add)) {
      write(postgres, "as root");
    }
    Process other = SeparatePostgres.start(suite, List.of(blocked));
    try {
      assertEquals("nobody", PostgresProcesses.on(suite).get(0).info().user().orElse("?"));
      assertTrue(
          SeparatePostgres.said(suite).contains("this machine blocks unshare"),
          SeparatePostgres.said(suite));
    } finally {
      SeparatePostgres.stop(other);
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(suite, Durability.NONE, notices::add)) {
      assertEquals(List.of("as root", "written by another process"), read(postgres));
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data, Durability.NONE, notices::add);
  }

  static void write(EmbeddedPostgres postgres, String text) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS example");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS example.kept (id int GENERATED ALWAYS AS IDENTITY, body text)");
      statement.execute("INSERT INTO example.kept (body) VALUES ('" + text + "')");
    }
  }

  private static List<String> read(EmbeddedPostgres postgres) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT body FROM example.kept ORDER BY id")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    DatabaseSettings settings = postgres.provision("rolewise", "example");
    DatabaseSettings.Login owner = settings.migration().orElseThrow();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + settings.port() + "/rolewise?sslmode=disable",
        owner.user(),
        owner.password().reveal());
  }
}
