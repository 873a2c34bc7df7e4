package dev.rolewise.kubernetes.kustomize;

import dev.rolewise.kubernetes.manifest.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in one object, put into others: into a part of texts that a word parts. */
final class Replacements {

  private static final Set<String> SOURCE = Set.of("kind", "name", "fieldPath");
  private static final Set<String> TARGET = Set.of("select", "fieldPaths", "options");
  private static final Set<String> SELECT = Set.of("kind", "name");
  private static final Set<String> OPTIONS = Set.of("delimiter", "index");
  private static final String EACH = "*";

  private final Kustomization kustomization;
  private final Objects objects;

  private Replacements(Kustomization kustomization, Objects objects) {
    this.kustomization = kustomization;
    this.objects = objects;
  }

  static void apply(Kustomization kustomization, Objects objects) {
    Replacements replacements = new Replacements(kustomization, objects);
    kustomization.body().items("replacements").forEach(replacements::replace);
  }

  private void replace(Node replacement) {
    Node source = known(replacement.at("source"), SOURCE);
    String value = new Node(body(source)).at(source.at("fieldPath").text().split("\\.")).text();
    for (Node target : replacement.items("targets")) {
      Map<String, Object> body = body(known(known(target, TARGET).at("select"), SELECT));
      Node options = known(target.at("options"), OPTIONS);
      if (!options.at("index").is(0)) {
        throw kustomization.fault("replaces another part than the first, which is not understood");
      }
      for (Node path : target.items("fieldPaths")) {
        int replaced =
            into(body, List.of(path.text().split("\\.")), options.at("delimiter").text(), value);
        if (replaced == 0) {
          throw kustomization.fault("replaces " + path.text() + ", which is not there");
        }
      }
    }
  }

  private Map<String, Object> body(Node wanted) {
    String id = wanted.at("kind").text() + "/" + wanted.at("name").text();
    return objects
        .find(id)
        .orElseThrow(
            () -> kustomization.fault("replaces with or in " + id + ", which is not there"));
  }

  private Node known(Node node, Set<String> fields) {
    if (!node.fields().allMatch(field -> fields.contains(field.getKey()))) {
      throw kustomization.fault("has a replacement that is not understood: " + node.value());
    }
    return node;
  }

  /** How many texts were changed; where an item of a list has no such field, none is made. */
  @SuppressWarnings("unchecked")
  private static int into(Object at, List<String> path, String delimiter, String value) {
    String field = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (field.equals(EACH)) {
      return at instanceof List<?> items
          ? items.stream().mapToInt(item -> into(item, rest, delimiter, value)).sum()
          : 0;
    }
    if (!(at instanceof Map<?, ?> map) || !map.containsKey(field)) {
      return 0;
    }
    if (!rest.isEmpty()) {
      return into(map.get(field), rest, delimiter, value);
    }
    String old = map.get(field).toString();
    int end = old.indexOf(delimiter);
    ((Map<String, Object>) map).put(field, value + (end < 0 ? "" : old.substring(end)));
    return 1;
  }
}
