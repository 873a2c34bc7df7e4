package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.machine.Needed;
import dev.rolewise.runtime.page.KeptSecrets;
import dev.rolewise.runtime.page.StandInPrograms;
import dev.rolewise.runtime.page.Words;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page for operators says about databases of their own, block by block: made, migrated,
 * dumped, restored on another server, and read again to the byte, there also across the change of a
 * password.
 */
class DumpedDatabaseIT {

  private static final List<String> ROLES =
      List.of("content", "content_owner", "assessment", "assessment_owner");

  @TempDir Path folder;

  @Test
  void aDumpThatIsRestoredOnAnotherServerReadsTheSame() throws Exception {
    InstalledPostgres.Found found = InstalledPostgres.find();
    Needed.here(
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
        rotate(second, services, teams);
      }
    }
  }

  /** Services with the former login and with the new one work side by side until it is done. */
  private void rotate(InstalledPostgres server, ServicesOnDatabase former, KeptTeams teams)
      throws Exception {
    KeptSecrets secrets = new KeptSecrets();
    List<String> rollouts = new ArrayList<>();
    try (StandInPrograms cluster =
        StandInPrograms.in(
            folder.resolve("cluster"),
            List.of("kubectl"),
            call -> {
              Words words = Words.of(call.arguments(), Set.of());
              if (KeptSecrets.areMeant(words)) {
                return secrets.answer(words, call);
              }
              rollouts.add(String.join(" ", words.plain()));
              return StandInPrograms.Answer.of("");
            })) {
      Readme readme = readme(server, cluster);
      readme.run("Rotate a database password");
      assertEquals(
          List.of(
              "rollout restart deployment/assessment-service",
              "rollout status deployment/assessment-service"),
          rollouts);
      Map<String, Object> next = new HashMap<>(database(server, "assessment"));
      for (String key : List.of("user", "password")) {
        next.put(key, kept(secrets, "assessment-service-database", "database." + key));
      }
      assertEquals("assessment_next", next.get("user"));
      teams.assertReadAsBefore(former.api());
      try (ServicesOnDatabase services =
          ServicesOnDatabase.start(dotted(database(server, "content")), dotted(next))) {
        teams.assertReadAsBefore(services.api());
        teams.assertReadAsBefore(former.api());
        former.close();
        readme.run("Rotate a database password", 2);
        teams.assertReadAsBefore(services.api());
        teams.assertGoesOn(services.api());
        assertEquals(1, tries(server, "assessment", password("assessment")));
      }
      readme.run("Rotate a database password", 3);
      String owner = kept(secrets, "assessment-service-migration", "database.migration-password");
      assertEquals(0, tries(server, "assessment_owner", owner));
      assertEquals(1, tries(server, "assessment_owner", password("assessment_owner")));
    }
  }

  private static String kept(KeptSecrets secrets, String secret, String key) {
    return new String(secrets.value(secret, key), StandardCharsets.UTF_8).strip();
  }

  /** 0 when somebody is let in, 1 when the password is not the one. */
  private static int tries(InstalledPostgres server, String role, String password) {
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + server.port() + "/rolewise?sslmode=disable",
            role,
            password)) {
      return connection.isValid(10) ? 0 : 2;
    } catch (SQLException refused) {
      assertTrue(refused.getSQLState().startsWith("28"), refused::toString);
      return 1;
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

  private Readme readme(InstalledPostgres server, StandInPrograms cluster) throws Exception {
    Map<String, String> environment = environment(server);
    environment.put("PATH", cluster.folder() + ":" + System.getenv("PATH"));
    environment.putAll(
        Map.of("SCHEMA", "assessment", "NEXT", "assessment_next", "LAST", "assessment"));
    return new Readme(folder, environment);
  }

  private Readme readme(InstalledPostgres server) throws Exception {
    return new Readme(folder, environment(server));
  }

  private Map<String, String> environment(InstalledPostgres server) throws Exception {
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
    }
    return environment;
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
