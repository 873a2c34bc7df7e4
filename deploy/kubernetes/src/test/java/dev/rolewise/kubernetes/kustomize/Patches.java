package dev.rolewise.kubernetes.kustomize;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.manifest.Tree;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Two kinds of patches: files that look like the object they change, and single replacements (RFC
 * 6902) for one object by kind and name.
 */
final class Patches {

  private Patches() {}

  static void apply(Tree tree, Kustomization kustomization, Objects objects) {
    for (Node patch : kustomization.body().items("patches")) {
      if (patch.at("path").isThere()) {
        String file = Path.of(kustomization.folder(), patch.at("path").text()).toString();
        for (Map<String, Object> document : StrictYaml.documents(tree.read(file), file)) {
          String id = new Resource(document).id();
          StrategicMerge.into(found(objects, id, kustomization), document, kustomization);
        }
      } else {
        Node target = patch.at("target");
        String id = target.at("kind").text() + "/" + target.at("name").text();
        String list = "operations:\n" + patch.at("patch").text();
        Node operations =
            new Node(StrictYaml.documents(list, kustomization.folder()).get(0)).at("operations");
        operations
            .items()
            .forEach(
                operation -> replace(found(objects, id, kustomization), operation, kustomization));
      }
    }
  }

  private static Map<String, Object> found(
      Objects objects, String id, Kustomization kustomization) {
    return objects
        .find(id)
        .orElseThrow(() -> kustomization.fault("patches " + id + ", which is not there"));
  }

  @SuppressWarnings("unchecked")
  private static void replace(
      Map<String, Object> body, Node operation, Kustomization kustomization) {
    if (!operation.at("op").is("replace")) {
      throw kustomization.fault("has an operation other than replace");
    }
    List<String> path = Arrays.asList(operation.at("path").text().substring(1).split("/"));
    String last = path.get(path.size() - 1);
    Node parent = new Node(body).at(path.subList(0, path.size() - 1).toArray(String[]::new));
    if (!parent.at(last).isThere()) {
      throw kustomization.fault("replaces " + path + ", which is not there");
    }
    ((Map<String, Object>) parent.value()).put(last, operation.at("value").value());
  }
}
