package dev.rolewise.kubernetes.kustomize;

import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a kustomization has gathered so far; everything in here may still be changed. */
final class Objects {

  private record Entry(Map<String, Object> body, boolean generated) {
    Resource resource() {
      return new Resource(body);
    }
  }

  /** What only serves to make the others. */
  private static final String LOCAL = "config.kubernetes.io/local-config";

  private final List<Entry> entries = new ArrayList<>();

  void add(Map<String, Object> body, boolean generated, Kustomization kustomization) {
    Entry entry = new Entry(body, generated);
    String id = entry.resource().id();
    if (find(id).isPresent()) {
      throw kustomization.fault("has " + id + " twice");
    }
    entries.add(entry);
  }

  void addAll(Objects others, Kustomization kustomization) {
    others.entries.forEach(entry -> add(entry.body(), entry.generated(), kustomization));
  }

  List<Map<String, Object>> bodies() {
    return entries.stream().map(Entry::body).toList();
  }

  /** The object of this kind and name. */
  Optional<Map<String, Object>> find(String id) {
    return entries.stream()
        .filter(entry -> entry.resource().id().equals(id))
        .map(Entry::body)
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  void mergeData(String name, Map<String, Object> data, Kustomization kustomization) {
    Map<String, Object> body =
        find("ConfigMap/" + name)
            .orElseThrow(() -> kustomization.fault("merges into " + name + ", which is not there"));
    ((Map<String, Object>) body.get("data")).putAll(data);
  }

  @SuppressWarnings("unchecked")
  void moveTo(String namespace) {
    for (Entry entry : entries) {
      Map<String, Object> metadata = (Map<String, Object>) entry.body().get("metadata");
      metadata.put(entry.resource().is("Namespace") ? "name" : "namespace", namespace);
    }
  }

  /** Gives generated ConfigMaps their names, and tells those who refer to them. */
  @SuppressWarnings("unchecked")
  List<Resource> finished() {
    Map<String, String> names = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.generated()) {
        String name = entry.resource().name();
        String hashed = name + "-" + ConfigMaps.hash(entry.resource());
        names.put(name, hashed);
        ((Map<String, Object>) entry.body().get("metadata")).put("name", hashed);
      }
    }
    entries.forEach(entry -> ConfigMaps.rename(entry.body(), names));
    return entries.stream().map(Entry::resource).filter(Objects::isForTheCluster).toList();
  }

  private static boolean isForTheCluster(Resource resource) {
    return !resource.at("metadata", "annotations", LOCAL).isThere();
  }
}
