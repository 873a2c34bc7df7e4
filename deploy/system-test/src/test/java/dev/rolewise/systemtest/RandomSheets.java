package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;

/** Sheets of people who tick anything, and now and then do not know. */
final class RandomSheets {
  private static final Map<String, int[]> RANGES =
      Map.of("answers", new int[] {0, 4}, "coverage", new int[] {1, 5});

  private RandomSheets() {}

  static JsonObject draw(Questionnaire questionnaire, Random random) {
    JsonObject sheet = questionnaire.sheet(Organiser.HEALTHY);
    RANGES.forEach(
        (name, range) -> {
          JsonObject part = sheet.getJsonObject(name);
          for (String id : new ArrayList<>(part.fieldNames())) {
            int answer = range[0] + random.nextInt(range[1] - range[0] + 1);
            part.put(id, random.nextInt(8) == 0 ? null : answer);
          }
        });
    return sheet;
  }
}
