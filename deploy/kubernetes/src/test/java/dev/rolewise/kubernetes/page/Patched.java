package dev.rolewise.kubernetes.page;

import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.rules.Rendered;
import dev.rolewise.kubernetes.types.TypedObjects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of an autoscaler that is patched on the page is still one that a cluster takes. */
final class Patched {

  private Patched() {}

  static String objection(Resource before, String patch) {
    Map<String, Object> change = StrictYaml.documents(patch, "patch").get(0);
    Resource after = new Resource(merged(before.body(), change));
    int least = after.at("spec", "minReplicas").whole().orElse(0);
    int most = after.at("spec", "maxReplicas").whole().orElse(0);
    if (after.equals(before) || least < 1 || least > most) {
      return "changes nothing, or to between " + least + " and " + most;
    }
    return new TypedObjects()
        .judge(new Rendered("patched", List.of(after))).stream()
            .map(Object::toString)
            .findFirst()
            .orElse("");
  }

  /** Lists are left out: no patch on the page has one. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> merged(Map<String, Object> whole, Map<String, Object> part) {
    Map<String, Object> merged = new LinkedHashMap<>(whole);
    part.forEach(
        (field, value) ->
            merged.merge(
                field,
                value,
                (there, changed) ->
                    there instanceof Map<?, ?> && changed instanceof Map<?, ?>
                        ? merged((Map<String, Object>) there, (Map<String, Object>) changed)
                        : changed));
    return merged;
  }
}
