package dev.rolewise.kubernetes.kustomize;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.manifest.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Does what {@code kubectl kustomize} does, as far as our folders need it: resources, components,
 * generated ConfigMaps, patches, namespace, images and replacements, in this order.
 */
public final class Resolution {

  private final Tree tree;

  private Resolution(Tree tree) {
    this.tree = tree;
  }

  /** The objects that a folder makes. */
  public static List<Resource> of(Tree tree, String folder) {
    Kustomization kustomization = Kustomization.read(tree, folder);
    if (kustomization.isComponent()) {
      throw kustomization.fault("is a Component, which nobody can apply alone");
    }
    Objects objects = new Objects();
    new Resolution(tree).into(objects, kustomization);
    return objects.finished();
  }

  /** Whether a folder can be applied alone. */
  public static boolean standsAlone(Tree tree, String folder) {
    return !tree.read(folder + "/" + Kustomization.FILE).contains("\nkind: Component\n");
  }

  private void into(Objects objects, Kustomization kustomization) {
    for (Node entry : kustomization.body().items("resources")) {
      resource(objects, kustomization, below(kustomization, entry));
    }
    for (Node entry : kustomization.body().items("components")) {
      Kustomization component = Kustomization.read(tree, below(kustomization, entry));
      if (!component.isComponent()) {
        throw kustomization.fault("lists as a component what is none: " + entry.text());
      }
      into(objects, component);
    }
    generate(objects, kustomization);
    Patches.apply(tree, kustomization, objects);
    if (kustomization.body().at("namespace").isThere()) {
      objects.moveTo(kustomization.body().at("namespace").text());
    }
    kustomization.body().items("images").forEach(image -> Images.set(image, objects));
    Replacements.apply(kustomization, objects);
  }

  private void resource(Objects objects, Kustomization kustomization, String path) {
    if (tree.isFolder(path)) {
      Kustomization other = Kustomization.read(tree, path);
      if (other.isComponent()) {
        throw kustomization.fault("lists a component among its resources: " + path);
      }
      Objects theirs = new Objects();
      into(theirs, other);
      objects.addAll(theirs, kustomization);
    } else {
      for (Map<String, Object> document : StrictYaml.documents(tree.read(path), path)) {
        objects.add(document, false, kustomization);
      }
    }
  }

  private void generate(Objects objects, Kustomization kustomization) {
    for (Node wanted : kustomization.body().items("configMapGenerator")) {
      Map<String, Object> data = new TreeMap<>();
      for (Node literal : wanted.items("literals")) {
        String[] parts = literal.text().split("=", 2);
        data.put(parts[0], parts[1]);
      }
      for (Node file : wanted.items("files")) {
        data.put(
            Path.of(file.text()).getFileName().toString(), tree.read(below(kustomization, file)));
      }
      String behavior = wanted.at("behavior").text();
      switch (behavior) {
        case "merge" -> objects.mergeData(wanted.at("name").text(), data, kustomization);
        case "", "create" -> objects.add(ConfigMaps.of(wanted, data), true, kustomization);
        default -> throw kustomization.fault("has an unknown behavior " + behavior);
      }
    }
  }

  private static String below(Kustomization kustomization, Node entry) {
    return Path.of(kustomization.folder())
        .resolve(entry.text())
        .normalize()
        .toString()
        .replace('\\', '/');
  }
}
