package dev.rolewise.kubernetes.kustomize;

import dev.rolewise.kubernetes.manifest.ManifestFault;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.manifest.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kustomization.yaml. Only the fields that ours use are known: another one is a fault, because
 * this program would pass it over.
 *
 * @param folder it lies in, below the root of the tree
 * @param body of the file
 */
record Kustomization(String folder, Node body) {

  static final String FILE = "kustomization.yaml";

  private static final Set<String> FIELDS =
      Set.of(
          "apiVersion",
          "kind",
          "namespace",
          "resources",
          "components",
          "images",
          "configMapGenerator",
          "patches",
          "replacements");
  private static final Map<String, Set<String>> FIELDS_OF_ITEMS =
      Map.of(
          "images", Set.of("name", "newName", "newTag", "digest"),
          "configMapGenerator", Set.of("name", "behavior", "literals", "files", "options"),
          "patches", Set.of("path", "patch", "target"),
          "replacements", Set.of("source", "targets"));
  private static final Map<String, String> KINDS =
      Map.of(
          "Kustomization", "kustomize.config.k8s.io/v1beta1",
          "Component", "kustomize.config.k8s.io/v1alpha1");

  static Kustomization read(Tree tree, String folder) {
    String file = folder + "/" + FILE;
    List<Map<String, Object>> documents = StrictYaml.documents(tree.read(file), file);
    if (documents.size() != 1) {
      throw new ManifestFault("kustomize", file, "must hold one document");
    }
    Kustomization read = new Kustomization(folder, new Node(documents.get(0)));
    read.check(read.body, "", FIELDS);
    FIELDS_OF_ITEMS.forEach(
        (field, known) -> read.body.items(field).forEach(item -> read.check(item, field, known)));
    if (!read.body.at("apiVersion").is(KINDS.getOrDefault(read.kind(), "none"))) {
      throw new ManifestFault("kustomize", file, "must be a Kustomization or a Component");
    }
    return read;
  }

  private void check(Node node, String place, Set<String> known) {
    node.fields()
        .filter(field -> !known.contains(field.getKey()))
        .findFirst()
        .ifPresent(
            field -> {
              throw fault("has an unknown field " + place + " " + field.getKey());
            });
  }

  String kind() {
    return body.at("kind").text();
  }

  boolean isComponent() {
    return kind().equals("Component");
  }

  ManifestFault fault(String what) {
    return new ManifestFault("kustomize", folder + "/" + FILE, what);
  }
}
