package dev.rolewise.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.kubernetes.manifest.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who lets the operator of Prometheus read the rules gets the ones that are tested. */
class RulesTest {

  private static final Path RULES = Path.of("..", "observability", "prometheus");
  private static final Path MANIFEST =
      Path.of("platform", "components", "prometheus", "rules.yaml");

  @Test
  void theManifestHasTheRulesOfTheFilesAndNoOthers() throws IOException {
    List<Object> groups = new ArrayList<>();
    try (Stream<Path> files = Files.list(RULES)) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".yaml"))
              .filter(path -> !path.toString().endsWith(".test.yaml"))
              .sorted()
              .toList()) {
        groups.addAll((List<?>) one(file).get("groups"));
      }
    }
    assertTrue(groups.size() > 5, groups.size() + " groups");
    Map<?, ?> spec = (Map<?, ?>) one(MANIFEST).get("spec");
    assertEquals(
        groups,
        spec.get("groups"),
        "write " + MANIFEST + " anew, as deploy/observability/README.md says");
  }

  private static Map<String, Object> one(Path file) throws IOException {
    return StrictYaml.documents(Files.readString(file), file.toString()).get(0);
  }
}
