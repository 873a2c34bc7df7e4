package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.RunningPacks;
import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/**
 * What a running suite has of a pack.
 *
 * @param id of the pack
 * @param version that is current, null for none
 * @param versions all that there are
 */
record CurrentVersion(String id, Integer version, List<JsonObject> versions) {
  /**
   * Looks.
   *
   * @param asked id of a pack, null for the one that is shown
   */
  static CurrentVersion of(RunningPacks packs, String asked) {
    List<JsonObject> all =
        packs.list().getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    if (all.isEmpty()) {
      throw new StartFault("The suite has no content pack yet: import one first.");
    }
    String id = asked == null ? all.get(0).getString("id") : asked;
    List<JsonObject> versions = all.stream().filter(it -> id.equals(it.getString("id"))).toList();
    if (versions.isEmpty()) {
      throw new StartFault("The suite has no content pack " + id + ": import it first.");
    }
    Integer current =
        versions.stream()
            .filter(it -> it.getBoolean("current"))
            .map(it -> it.getInteger("version"))
            .findFirst()
            .orElse(null);
    return new CurrentVersion(id, current, versions);
  }

  /** The version that was current before. */
  int before() {
    return versions.stream()
        .filter(it -> !it.getBoolean("current") && !it.getBoolean("withdrawn"))
        .filter(it -> it.getString("publishedAt") != null)
        .max(Comparator.comparing(it -> it.getString("publishedAt")))
        .map(it -> it.getInteger("version"))
        .orElseThrow(
            () ->
                new StartFault(
                    "No other version was ever published: name one with --to, or publish one."));
  }
}
