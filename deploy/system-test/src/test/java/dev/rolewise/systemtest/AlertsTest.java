package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.machine.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts say what they mean and what to do, and each is known to fire and to keep silent. */
class AlertsTest {

  private static final Path RUNBOOKS = PrometheusRules.HOME.resolve("runbooks");
  private static final Pattern OF_ALERT =
      Pattern.compile("ALERTS\\{alertname=\"(\\w+)\", alertstate=\"firing\"}");
  private static final List<String> CHAPTERS =
      List.of(
          "## What people notice", "## What to look at", "## How to mend it", "## It is over when");

  @TempDir Path folder;
  private static PrometheusRules rules;

  @BeforeAll
  static void read() throws IOException {
    rules = PrometheusRules.read();
    assertTrue(rules.alerts().size() > 20, rules.alerts().size() + " alerts");
  }

  @Test
  void everyAlertSaysWhatItMeansAndWhereToReadOn() {
    for (Map<String, Object> alert : rules.alerts()) {
      String name = (String) alert.get("alert");
      assertTrue(name.matches("Rolewise[A-Z]\\w+"), name);
      Map<String, Object> labels = PrometheusRules.map(alert.get("labels"));
      assertTrue(Set.of("critical", "warning").contains(labels.get("severity")), name);
      Map<String, Object> annotations = PrometheusRules.map(alert.get("annotations"));
      assertEquals(Set.of("summary", "description", "runbook_url"), annotations.keySet(), name);
      assertTrue(annotations.get("summary").toString().matches("[A-Z].{15,80}[^.]"), name);
      assertTrue(annotations.get("description").toString().matches("(?s).{60,}\\."), name);
      assertEquals(
          "https://runbooks.example.com/rolewise/" + name + ".md",
          annotations.get("runbook_url"),
          name);
    }
  }

  @Test
  void everyAlertHasARunbookAndEveryRunbookAnAlert() throws IOException {
    Set<String> books;
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      books =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.startsWith("Rolewise"))
              .map(file -> file.replace(".md", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertEquals(names(), books);
    for (String name : books) {
      List<String> lines = Files.readAllLines(RUNBOOKS.resolve(name + ".md"));
      assertEquals("# " + name, lines.get(0));
      assertEquals(CHAPTERS, lines.stream().filter(line -> line.startsWith("## ")).toList(), name);
      for (String chapter : CHAPTERS) {
        assertTrue(lines.get(lines.indexOf(chapter) + 2).length() > 20, name + ": " + chapter);
      }
    }
  }

  @Test
  void everyAlertIsTriedAsItFiresAndAsItKeepsSilent() {
    Set<String> firing = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    for (Map<String, Object> test : rules.tests()) {
      for (Map<String, Object> question : PrometheusRules.maps(test.get("promql_expr_test"))) {
        Matcher alert = OF_ALERT.matcher(question.get("expr").toString());
        assertTrue(alert.find(), question.toString());
        boolean none = ((List<?>) question.get("exp_samples")).isEmpty();
        (none ? silent : firing).add(alert.group(1));
      }
    }
    assertEquals(names(), firing);
    assertEquals(names(), silent);
  }

  @Test
  void prometheusItselfAgrees() throws Exception {
    Needed.here(promtool(List.of("--version")).exit() == 0, "no promtool here");
    List<String> check = new ArrayList<>(List.of("check", "rules"));
    PrometheusRules.ruleFiles().forEach(file -> check.add(file.toString()));
    Ended checked = promtool(check);
    assertEquals(0, checked.exit(), checked.said());
    List<String> test = new ArrayList<>(List.of("test", "rules"));
    PrometheusRules.testFiles().forEach(file -> test.add(file.toString()));
    Ended tested = promtool(test);
    assertEquals(0, tested.exit(), tested.said());
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    rules
        .alerts()
        .forEach(
            alert -> assertTrue(names.add((String) alert.get("alert")), alert + " is there twice"));
    return names;
  }

  private record Ended(int exit, String said) {}

  private Ended promtool(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(arguments);
    Path said = Files.createTempFile(folder, "promtool-", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(300, TimeUnit.SECONDS);
      process.destroyForcibly();
      return new Ended(ended ? process.exitValue() : -1, Files.readString(said));
    } catch (IOException missing) {
      return new Ended(-1, missing.getMessage());
    }
  }
}
