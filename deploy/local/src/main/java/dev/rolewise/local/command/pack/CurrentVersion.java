package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.RunningPacks;
import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/**
 * What a running suite shows.
 *
 * @param id of the pack
 * @param version that is current, null for none
 * @param versions all that there are
 */
record CurrentVersion(String id, Integer version, List<JsonObject> versions) {
  static CurrentVersion of(RunningPacks packs) {
    List<JsonObject> versions =
        packs.list().getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    if (versions.isEmpty()) {
      throw new StartFault("The suite has no content pack yet: import one first.");
    }
    Integer current =
        versions.stream()
            .filter(it -> it.getBoolean("current"))
            .map(it -> it.getInteger("version"))
            .findFirst()
            .orElse(null);
    return new CurrentVersion(versions.get(0).getString("id"), current, versions);
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
