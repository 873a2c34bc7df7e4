package dev.rolewise.kubernetes.kustomize;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.manifest.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two kinds of patches: files that look like the object they change, and operations (RFC 6902) on
 * the objects that a target means, by kind and name or by one label.
 */
final class Patches {

  private static final Set<String> TARGET =
      Set.of("group", "version", "kind", "name", "labelSelector");

  private Patches() {}

  static void apply(Tree tree, Kustomization kustomization, Objects objects) {
    for (Node patch : kustomization.body().items("patches")) {
      if (patch.at("path").isThere()) {
        lookAlike(tree, kustomization, objects, patch.at("path").text());
      } else {
        operate(kustomization, objects, patch);
      }
    }
  }

  private static void lookAlike(
      Tree tree, Kustomization kustomization, Objects objects, String path) {
    String file = Path.of(kustomization.folder(), path).toString();
    for (Map<String, Object> document : StrictYaml.documents(tree.read(file), file)) {
      String id = new Resource(document).id();
      Map<String, Object> found =
          objects
              .find(id)
              .orElseThrow(() -> kustomization.fault("patches " + id + ", which is not there"));
      StrategicMerge.into(found, document, kustomization);
    }
  }

  private static void operate(Kustomization kustomization, Objects objects, Node patch) {
    Node target = patch.at("target");
    if (!target.fields().allMatch(field -> TARGET.contains(field.getKey()))) {
      throw kustomization.fault("has a target that is not understood");
    }
    List<Map<String, Object>> meant =
        objects.bodies().stream().filter(body -> means(target, new Resource(body))).toList();
    if (meant.isEmpty()) {
      throw kustomization.fault("has a target that is not there: " + target.value());
    }
    // read anew for each: what is added must not be shared
    for (Map<String, Object> body : meant) {
      String list = "operations:\n" + patch.at("patch").text();
      new Node(StrictYaml.documents(list, kustomization.folder()).get(0))
          .items("operations")
          .forEach(operation -> operate(kustomization, body, operation));
    }
  }

  private static boolean means(Node target, Resource resource) {
    if (target.at("labelSelector").isThere()) {
      String[] label = target.at("labelSelector").text().split("=", 2);
      return resource.at("metadata", "labels", label[0]).is(label[1]);
    }
    return target.at("kind").is(resource.kind()) && target.at("name").is(resource.name());
  }

  @SuppressWarnings("unchecked")
  private static void operate(
      Kustomization kustomization, Map<String, Object> body, Node operation) {
    String path = operation.at("path").text();
    int slash = path.lastIndexOf('/');
    String last = path.substring(slash + 1);
    Node parent = new Node(body);
    for (String step : path.substring(1, slash).split("/")) {
      parent = step.matches("\\d+") ? item(parent, step) : parent.at(step);
    }
    Object value = operation.at("value").value();
    String kind = operation.at("op").text();
    if (kind.equals("replace") && parent.at(last).isThere()) {
      ((Map<String, Object>) parent.value()).put(last, value);
    } else if (kind.equals("add") && last.equals("-") && parent.value() instanceof List<?>) {
      ((List<Object>) parent.value()).add(value);
    } else {
      throw kustomization.fault("cannot " + kind + " " + path);
    }
  }

  private static Node item(Node list, String number) {
    return list.items().size() > Integer.parseInt(number)
        ? list.items().get(Integer.parseInt(number))
        : new Node(null);
  }
}
