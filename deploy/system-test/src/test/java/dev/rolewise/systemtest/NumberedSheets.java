package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.util.function.IntFunction;

/**
 * Sheets that differ in one comment, so that each can be found again among the stored ones while
 * its round is open.
 */
final class NumberedSheets implements IntFunction<JsonObject> {
  private final JsonObject sheet;
  private final String area;

  NumberedSheets(JsonObject sheet, String area) {
    this.sheet = sheet;
    this.area = area;
  }

  static NumberedSheets of(Organiser round) {
    JsonObject sheet = round.questionnaire().sheet(Organiser.HEALTHY);
    String area = sheet.getJsonObject("coverage").fieldNames().iterator().next();
    return new NumberedSheets(sheet, area);
  }

  @Override
  public JsonObject apply(int number) {
    return sheet.copy().put("comments", new JsonObject().put(area, "sheet " + number));
  }

  /** The area whose comment carries the number. */
  String area() {
    return area;
  }

  String mark(JsonObject numbered) {
    return numbered.getJsonObject("comments").getString(area);
  }
}
