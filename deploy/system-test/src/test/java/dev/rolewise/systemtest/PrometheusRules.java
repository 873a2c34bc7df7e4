package dev.rolewise.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The rules for Prometheus and their unit tests, as files.
 *
 * @param rules of all groups, alerts and records
 * @param tests of all files
 */
record PrometheusRules(List<Map<String, Object>> rules, List<Map<String, Object>> tests) {

  static final Path HOME = Path.of("..", "observability").toAbsolutePath().normalize();
  private static final Path FOLDER = HOME.resolve("prometheus");
  private static final String OF_TESTS = ".test.yaml";

  static PrometheusRules read() throws IOException {
    List<Map<String, Object>> rules = new ArrayList<>();
    List<Map<String, Object>> tests = new ArrayList<>();
    for (Path file : files()) {
      Map<String, Object> document = document(file);
      if (file.toString().endsWith(OF_TESTS)) {
        tests.addAll(maps(document.get("tests")));
      } else {
        maps(document.get("groups")).forEach(group -> rules.addAll(maps(group.get("rules"))));
      }
    }
    return new PrometheusRules(rules, tests);
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static List<Path> ruleFiles() throws IOException {
    return files().stream().filter(file -> !file.toString().endsWith(OF_TESTS)).toList();
  }

  static List<Path> testFiles() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(OF_TESTS)).toList();
  }

  List<Map<String, Object>> alerts() {
    return rules.stream().filter(rule -> rule.containsKey("alert")).toList();
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> maps(Object list) {
    return (List<Map<String, Object>>) list;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object map) {
    return (Map<String, Object>) map;
  }

  private static Map<String, Object> document(Path file) throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    return map(new Yaml(new SafeConstructor(strict)).load(Files.readString(file)));
  }
}
