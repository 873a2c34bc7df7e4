package dev.rolewise.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.manifest.Tree;
import dev.rolewise.kubernetes.rules.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests as they are hold every rule. */
class ManifestsTest {

  @Test
  void nothingIsWrong() {
    assertEquals(List.of(), Inspection.of(Tree.asItIs()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"suite/dev", "suite/production"})
  void aSuiteListsItsPartsAndNothingElse(String suite) {
    Node body = kustomization(suite);
    assertEquals(
        Set.of("apiVersion", "kind", "resources"),
        body.fields().map(Map.Entry::getKey).collect(Collectors.toSet()));
    String overlay = suite.substring("suite/".length());
    assertEquals(
        Stream.of("platform", "content-service", "assessment-service", "gateway")
            .map(part -> "../../" + part + "/overlays/" + overlay)
            .toList(),
        body.items("resources").stream().map(Node::text).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-service", "assessment-service", "gateway"})
  void aServiceReadsNothingOutsideItsFolderButComponents(String service) {
    List<String> files = Tree.asItIs().named("kustomization.yaml", List.of(service));
    assertEquals(3, files.size(), files.toString());
    for (String file : files) {
      Path folder = Path.of(file).getParent();
      Node body = kustomization(folder.toString());
      body.items("resources")
          .forEach(
              it -> assertTrue(folder.resolve(it.text()).normalize().startsWith(service), file));
      body.items("components")
          .forEach(
              it ->
                  assertTrue(
                      folder.resolve(it.text()).normalize().startsWith("platform/components"),
                      file));
    }
  }

  private static Node kustomization(String folder) {
    String file = folder + "/kustomization.yaml";
    return new Node(StrictYaml.documents(Tree.asItIs().read(file), file).get(0));
  }
}
