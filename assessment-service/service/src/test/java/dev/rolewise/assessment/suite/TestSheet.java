package dev.rolewise.assessment.suite;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A sheet, as somebody who says the same about a whole side: struggle 0..4 (the b wording answered
 * as its opposite) and one coverage value.
 */
public final class TestSheet {
  private static final List<String> P = List.of("P1", "P2", "P3", "P4");
  private static final List<String> J = List.of("J1", "J2", "J3", "J4");
  private static final List<String> G = List.of("G1", "G2");

  private final JsonObject body;

  private TestSheet(JsonObject body) {
    this.body = body;
  }

  /** Everything fine and owned; with one initiative. */
  public static TestSheet healthy() {
    return empty(false).side("P", 1, 1).side("J", 1, 1).votes("none");
  }

  /** The same with the programme side. */
  public static TestSheet healthyProgramme() {
    return empty(true).side("P", 1, 1).side("J", 1, 1).side("G", 1, 1).votes("none");
  }

  /** Every answer "don't know". */
  public static TestSheet empty(boolean programme) {
    JsonObject answers = new JsonObject();
    JsonObject coverage = new JsonObject();
    areas(programme)
        .forEach(
            area -> {
              answers.putNull(area + "a").putNull(area + "b");
              coverage.putNull(area);
            });
    JsonObject scenarios = new JsonObject();
    List.of("S1", "S2", "S3", "S4").forEach(scenarios::putNull);
    return new TestSheet(
        new JsonObject()
            .put("instrument", new JsonObject().put("id", "role-gap-scan").put("version", 1))
            .put("answers", answers)
            .put("coverage", coverage)
            .put("scenarios", scenarios));
  }

  /** The same struggle and coverage in each area of a side. */
  public TestSheet side(String side, int struggle, int coverage) {
    TestSheet sheet = this;
    for (String area : side.equals("P") ? P : side.equals("J") ? J : G) {
      sheet = sheet.area(area, struggle, 4 - struggle, coverage);
    }
    return sheet;
  }

  /** One area as it stands on the sheet. */
  public TestSheet area(String area, Integer a, Integer b, Integer coverage) {
    JsonObject changed = body.copy();
    changed.getJsonObject("answers").put(area + "a", a).put(area + "b", b);
    changed.getJsonObject("coverage").put(area, coverage);
    return new TestSheet(changed);
  }

  public TestSheet votes(String option) {
    JsonObject changed = body.copy();
    List.of("S1", "S2", "S3", "S4")
        .forEach(scenario -> changed.getJsonObject("scenarios").put(scenario, option));
    return new TestSheet(changed);
  }

  public TestSheet comment(String area, String text) {
    JsonObject changed = body.copy();
    JsonObject comments = changed.getJsonObject("comments", new JsonObject());
    return new TestSheet(changed.put("comments", comments.put(area, text)));
  }

  /** The body, to be spoilt by a test. */
  public JsonObject body() {
    return body.copy();
  }

  public JsonObject message(String ticket, String key) {
    return body.copy().put("token", ticket).put("idempotencyKey", key);
  }

  private static List<String> areas(boolean programme) {
    List<String> areas = new ArrayList<>(P);
    areas.addAll(J);
    if (programme) {
      areas.addAll(G);
    }
    return areas;
  }
}
