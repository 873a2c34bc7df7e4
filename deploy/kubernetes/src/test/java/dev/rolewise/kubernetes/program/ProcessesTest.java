package dev.rolewise.kubernetes.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.page.OperatorsPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file and the commands that the page for operators shows for a process of its own. */
class ProcessesTest {

  @TempDir Path folder;

  @Test
  void aProcessTakesTheFileAndTheCommandsOfThePage() throws Exception {
    Files.writeString(
        folder.resolve("assessment.json"), OperatorsPage.block("Three processes", 2).text());
    secrets("secrets", Map.of("database.password", "of the service"));
    secrets(
        "migration-secrets",
        Map.of(
            "database.password", "of the service",
            "database.migration-user", "assessment_owner",
            "database.migration-password", "of the owner"));
    List<String> commands = OperatorsPage.block("Three processes", 3).text().lines().toList();
    assertEquals(2, commands.size(), commands.toString());
    for (String line : commands) {
      String command = line.replaceAll("\"\\$PRIVATE/([a-z.-]+)\"", "$1");
      String[] parts =
          command.split(" -jar assessment-service/service/target/assessment-service\\.jar ", 2);
      assertEquals("java", parts[0], command);
      boolean migrates = parts[1].startsWith("migrate ");
      CheckedConfiguration checked =
          CheckedConfiguration.of(
              "assessment-service",
              Map.of(),
              folder,
              List.of(parts[1].replaceFirst("^migrate ", "").split(" ")));
      assertEquals(0, checked.exit(), checked::said);
      assertTrue(checked.said().contains("DatabaseSettings[host=10.0.0.9,"), checked::said);
      assertTrue(checked.said().contains(", user=assessment,"), checked::said);
      assertEquals(migrates, checked.said().contains("migration=Optional[Login["), checked::said);
      assertTrue(checked.said().contains("10.0.0.13"), checked::said);
    }
  }

  private void secrets(String name, Map<String, String> files) throws Exception {
    Path secrets = Files.createDirectories(folder.resolve(name));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(secrets.resolve(file.getKey()), file.getValue() + "\n");
    }
  }
}
