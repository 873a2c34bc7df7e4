package dev.rolewise.kubernetes.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays a part of an object over the whole; lists of objects are matched by what names an item. */
final class StrategicMerge {

  private static final Map<String, String> KEYS =
      Map.of("containers", "name", "env", "name", "volumes", "name", "volumeMounts", "mountPath");

  private StrategicMerge() {}

  @SuppressWarnings("unchecked")
  static void into(
      Map<String, Object> whole, Map<String, Object> part, Kustomization kustomization) {
    part.forEach(
        (field, value) -> {
          Object there = whole.get(field);
          if (value instanceof Map<?, ?> map && there instanceof Map<?, ?> below) {
            into((Map<String, Object>) below, (Map<String, Object>) map, kustomization);
          } else if (value instanceof List<?> items && KEYS.containsKey(field)) {
            merge(
                (List<Map<String, Object>>) whole.computeIfAbsent(field, none -> new ArrayList<>()),
                (List<Map<String, Object>>) items,
                KEYS.get(field),
                kustomization);
          } else if (value instanceof List<?>) {
            throw kustomization.fault("patches a list that has no names: " + field);
          } else {
            whole.put(field, value);
          }
        });
  }

  private static void merge(
      List<Map<String, Object>> whole,
      List<Map<String, Object>> part,
      String key,
      Kustomization kustomization) {
    for (Map<String, Object> item : part) {
      whole.stream()
          .filter(there -> there.get(key).equals(item.get(key)))
          .findFirst()
          .ifPresentOrElse(there -> into(there, item, kustomization), () -> whole.add(item));
    }
  }
}
