package dev.rolewise.content.editor;

import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.PackDiff.Change;
import dev.rolewise.content.store.PackVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Packs, differences and faults as editors get them. */
final class PackJson {
  /** More than anybody reads at once; the total says how many there are. */
  private static final int MOST_LISTED = 500;

  private static final int LONGEST_VALUE = 200;

  private PackJson() {}

  /** One version; {@code served} is the pack that is shown. */
  static JsonObject version(PackVersion version, String served) {
    return new JsonObject()
        .put("id", version.manifest().id())
        .put("version", version.manifest().version())
        .put("hash", version.hash())
        .put("languages", new JsonArray(version.manifest().languages()))
        .put("documents", version.documents())
        .put("current", version.current())
        .put("shown", version.manifest().id().equals(served))
        .put("withdrawn", version.withdrawn())
        .put(
            "publishedAt",
            version.publishedAt() == null
                ? null
                : version.publishedAt().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  static JsonObject changes(List<Change> changes) {
    JsonArray items = new JsonArray();
    for (Change change : changes.subList(0, Math.min(changes.size(), MOST_LISTED))) {
      JsonObject item =
          new JsonObject()
              .put("kind", change.kind().name().toLowerCase(Locale.ROOT))
              .put("file", change.file())
              .put("pointer", change.pointer());
      put(item, "before", change.before());
      put(item, "after", change.after());
      items.add(item);
    }
    return new JsonObject().put("changes", items).put("total", changes.size());
  }

  static JsonObject faults(InvalidPack invalid) {
    JsonArray items = new JsonArray();
    invalid.faults().stream()
        .limit(MOST_LISTED)
        .forEach(
            fault ->
                items.add(
                    new JsonObject()
                        .put("file", fault.file())
                        .put("pointer", cut(fault.pointer()))
                        .put("reason", cut(fault.reason()))));
    return new JsonObject().put("faults", items).put("total", invalid.total());
  }

  private static void put(JsonObject item, String name, Object value) {
    if (value != null) {
      item.put(name, value instanceof String text ? cut(text) : value);
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
