package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.machine.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What runbooks tell somebody to type can be typed: nothing runs in our images that is not there,
 * and programs and Prometheus understand it. {@link BadInputIT} runs what asks a process or the
 * database.
 */
class RunbooksTest {

  @TempDir Path folder;

  @Test
  void nothingIsRunInAnImageThatHasNothingButJava() {
    Set<String> commands = RunbookCommands.of("kubectl");
    assertTrue(commands.size() >= 10, commands.toString());
    for (String command : commands) {
      assertTrue(command.startsWith("kubectl -n rolewise "), command);
      assertFalse(command.contains(" exec "), command + ": there is no such program in the image");
      if (command.contains(" debug ")) {
        // Pod Security would refuse any other, and the image is what brings the program
        assertTrue(command.contains(" --profile=restricted "), command);
        assertTrue(command.matches(".* --image=\\S+:\\S+ .*"), command);
      }
      if (command.matches(".* (kill -QUIT|ls -l /proc/)\\S* ?1?\\b.*")) {
        assertTrue(command.contains(" --target="), command + " sees its own processes only");
      }
    }
  }

  @Test
  void kubectlUnderstandsItsCommands() throws IOException {
    Needed.here(RunbookCommands.isHere("kubectl"), "no command was read by kubectl: there is none");
    for (String command : RunbookCommands.of("kubectl")) {
      String said =
          RunbookCommands.run(
              command
                  .replaceFirst(" \\|.*", "")
                  .replace("kubectl ", "kubectl --server=http://127.0.0.1:1 ")
                  .replaceAll("\\b(POD|SERVICE|CONFIGMAP|HOST|ROLE|ISSUER)\\b", "some"),
              "KUBECONFIG",
              "/dev/null");
      assertTrue(said.contains("127.0.0.1:1 was refused"), command + ": " + said);
    }
  }

  @Test
  void prometheusUnderstandsItsQuestionsAndHasTheirMetrics() throws IOException {
    Set<String> questions = RunbookCommands.forPrometheus();
    assertTrue(questions.size() > 40, questions.size() + " questions");
    Set<String> known = new TreeSet<>(MetricsPage.read().rows().keySet());
    known.addAll(WatchedExpressions.read().recorded());
    StringBuilder rules = new StringBuilder("groups:\n- name: runbooks\n  rules:\n");
    int number = 0;
    for (String question : questions) {
      for (String metric : Expression.of(question).metrics().keySet()) {
        String family = metric.replaceFirst("_(bucket|count|sum|max)$", "");
        assertTrue(known.contains(metric) || known.contains(family), metric + " in " + question);
      }
      rules.append("  - record: runbook:").append(number++);
      rules.append("\n    expr: '").append(question.replace("'", "''")).append("'\n");
    }
    Path file = Files.writeString(folder.resolve("runbooks.yaml"), rules);
    Needed.here(RunbookCommands.isHere("promtool"), "no promtool here");
    String said = RunbookCommands.run("promtool check rules " + file + " && echo understood");
    assertEquals("understood", said.strip().lines().reduce((a, b) -> b).orElse(""), said);
  }
}
