package dev.rolewise.systemtest;

import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.local.editing.EditorToken;
import dev.rolewise.local.editing.RunningPacks;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A content pack that has nothing of the one that ships: other roles, two instruments with areas,
 * gates, coverage options and scenarios of their own, and texts in Dutch, English and French.
 */
final class OwnPack {
  static final String ID = "exhibition-house";

  /** Five areas on the product side, four on the project side, three on the programme side. */
  static final String COMPASS = "exhibition-compass";

  /** Three areas and six, no programme side, four coverage options. */
  static final String CHECK = "workshop-check";

  static final Path FOLDER = Path.of("src", "test", "resources", "packs", ID);

  private OwnPack() {}

  /** Imports and publishes it, as an editor does; the suite goes on showing what it showed. */
  static void publish(RunningSuite suite) throws IOException {
    RunningPacks packs =
        new RunningPacks(URI.create(suite.url()), EditorToken.read(EditorToken.file(suite.data())));
    packs.bring(PackArchive.write(PackFiles.onClassPath("packs/" + ID)));
    packs.publish(ID, 1, null);
  }

  /** A suite that shows it; it has to be published in that folder. */
  static RunningSuite shown(Path data) throws IOException, InterruptedException {
    return RunningSuite.configured(data, "-Drolewise.content.pack=" + ID);
  }

  /** A text of the pack. */
  static String text(String language, String instrument, String key) throws IOException {
    Path file = FOLDER.resolve(Path.of("texts", language, "instruments", instrument + ".json"));
    return new JsonObject(Files.readString(file)).getString(key);
  }

  /** The instrument as its author wrote it. */
  static JsonObject structure(String instrument) throws IOException {
    return new JsonObject(
        Files.readString(FOLDER.resolve(Path.of("instruments", instrument + ".json"))));
  }

  /**
   * How somebody sees an area: the answer to either wording and the coverage option, null for don't
   * know.
   */
  record View(Integer problem, Integer opposite, Integer coverage) {}

  /**
   * A sheet for a round that asks about every side.
   *
   * @param views by area, and where an area has none by its side
   * @param vote id of the option that is chosen in every scenario
   */
  static JsonObject sheet(String instrument, Map<String, View> views, String vote)
      throws IOException {
    JsonObject structure = structure(instrument);
    JsonObject answers = new JsonObject();
    JsonObject coverage = new JsonObject();
    Map<String, View> byArea = new HashMap<>();
    for (JsonObject area : objects(structure, "areas")) {
      String id = area.getString("id");
      byArea.put(id, views.getOrDefault(id, views.get(area.getString("side"))));
      coverage.put(id, byArea.get(id).coverage());
    }
    for (JsonObject item : objects(structure, "items")) {
      View view = byArea.get(item.getString("area"));
      answers.put(
          item.getString("id"), item.getBoolean("reversed") ? view.opposite() : view.problem());
    }
    JsonObject votes = new JsonObject();
    objects(structure, "scenarios").forEach(it -> votes.put(it.getString("id"), vote));
    return new JsonObject()
        .put("instrument", new JsonObject().put("id", instrument).put("version", 1))
        .put("answers", answers)
        .put("coverage", coverage)
        .put("scenarios", votes);
  }

  private static List<JsonObject> objects(JsonObject structure, String list) {
    return structure.getJsonArray(list).stream().map(JsonObject.class::cast).toList();
  }
}
