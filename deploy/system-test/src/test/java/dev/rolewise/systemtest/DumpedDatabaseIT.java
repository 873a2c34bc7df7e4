package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page for operators says about databases of their own, block by block: made, migrated,
 * dumped, restored on another server, and read again to the byte.
 */
class DumpedDatabaseIT {

  private static final List<String> ROLES =
      List.of("content", "content_owner", "assessment", "assessment_owner");

  @TempDir Path folder;

  @Test
  void aDumpThatIsRestoredOnAnotherServerReadsTheSame() throws Exception {
    InstalledPostgres.Found found = InstalledPostgres.find();
    assumeTrue(
        found.programs().isPresent(),
        () -> "Dumping with PostgreSQL's own programs was not tried: " + found.reason());
    Path programs = found.programs().orElseThrow();
    KeptTeams teams;
    try (InstalledPostgres first = InstalledPostgres.start(programs, folder.resolve("first"))) {
      Readme readme = readme(first);
      readme.run("Make the database");
      readme.run("Migrate");
      try (ServicesOnDatabase services = services(first)) {
        teams = KeptTeams.create(services.api());
        readme.run("Back up");
        teams.assertReadAsBefore(services.api());
      }
    }
    nothingTellsAnOrder();
    try (InstalledPostgres second = InstalledPostgres.start(programs, folder.resolve("second"))) {
      Readme readme = readme(second);
      readme.run("Make the database");
      readme.run("Restore");
      readme.run("Migrate");
      try (ServicesOnDatabase services = services(second)) {
        teams.assertReadAsBefore(services.api());
        teams.assertGoesOn(services.api());
      }
    } finally {
      for (String service : List.of("content", "assessment")) {
        Files.deleteIfExists(jar(service));
      }
    }
  }

  /**
   * Tickets and waiting sheets are sorted, and nowhere else in the dump; all is for one's own eyes.
   */
  private void nothingTellsAnOrder() throws Exception {
    for (String file : List.of("ticket.copy", "pending_sheet.copy")) {
      List<String> rows = Files.readAllLines(folder.resolve(file));
      assertFalse(rows.size() < 4, file + ": " + rows);
      List<String> sorted = new ArrayList<>(rows);
      Collections.sort(sorted);
      assertEquals(sorted, rows, file);
    }
    for (String file :
        List.of("content.dump", "assessment.dump", "ticket.copy", "pending_sheet.copy")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))),
          file);
    }
    String dumped = Files.readString(folder.resolve("assessment.list"));
    assertFalse(dumped.contains("TABLE DATA assessment ticket "), dumped);
    assertFalse(dumped.contains("TABLE DATA assessment pending_sheet "), dumped);
  }

  private Readme readme(InstalledPostgres server) throws Exception {
    Map<String, String> environment = new HashMap<>();
    StringBuilder passwords =
        new StringBuilder("*:*:*:postgres:" + InstalledPostgres.ADMINISTRATOR_PASSWORD + "\n");
    for (String role : ROLES) {
      passwords.append("*:*:*:").append(role).append(':').append(password(role)).append('\n');
      environment.put(role.toUpperCase() + "_PASSWORD", password(role));
    }
    Path passFile = folder.resolve("pgpass");
    Files.writeString(passFile, passwords);
    Files.setPosixFilePermissions(passFile, PosixFilePermissions.fromString("rw-------"));
    environment.put("PGPASSFILE", passFile.toString());
    environment.put("PGHOST", "127.0.0.1");
    environment.put("PGPORT", Integer.toString(server.port()));
    for (String service : List.of("content", "assessment")) {
      Files.writeString(
          folder.resolve(service + "-service.json"),
          new JsonObject().put("database", new JsonObject(database(server, service))).encode());
      Files.deleteIfExists(jar(service));
      Files.createSymbolicLink(
          jar(service), ServiceUnderTest.Kind.valueOf(service.toUpperCase()).jar());
    }
    return new Readme(folder, environment);
  }

  private Path jar(String service) {
    return folder.resolve(service + "-service.jar");
  }

  private static ServicesOnDatabase services(InstalledPostgres server) throws Exception {
    return ServicesOnDatabase.start(
        dotted(database(server, "content")), dotted(database(server, "assessment")));
  }

  private static Map<String, Object> dotted(Map<String, Object> database) {
    Map<String, Object> dotted = new HashMap<>();
    database.forEach((key, value) -> dotted.put("database." + key, value));
    return dotted;
  }

  private static Map<String, Object> database(InstalledPostgres server, String service) {
    return Map.of(
        "host",
        "127.0.0.1",
        "port",
        server.port(),
        "name",
        "rolewise",
        "user",
        service,
        "password",
        password(service),
        "migration-user",
        service + "_owner",
        "migration-password",
        password(service + "_owner"),
        "tls",
        "disable",
        // a build may have to share its machine
        "connection-timeout",
        "20s",
        "statement-timeout",
        "10s");
  }

  private static String password(String role) {
    return "secret-of-" + role;
  }
}
