package dev.rolewise.assessment.report;

import dev.rolewise.assessment.instrument.InstrumentTexts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns a stored report of codes and numbers into the one people read, in one language. The numbers
 * stay as they are; only sentences carry rounded ones.
 */
final class ReportRenderer {
  private final InstrumentTexts texts;
  private final ReportSentence sentences;

  ReportRenderer(InstrumentTexts texts) {
    this.texts = texts;
    this.sentences = new ReportSentence(texts);
  }

  /**
   * Renders a report.
   *
   * @param stored what the engine answered
   * @param head the round
   * @param comments the released comments as the reader may see them
   */
  JsonObject render(JsonObject stored, ReportHead head, ReportComments comments) {
    JsonObject report = stored.copy();
    JsonObject rendered =
        new JsonObject()
            .put("round", head.roundJson())
            .put("instrument", head.instrument().toJson())
            .put("engine", report.getString("engine"))
            .put("locale", texts.locale())
            .put("example", head.example())
            // absent in reports from before live values
            .put("live", report.getBoolean("live", false))
            .put("olderFigures", report.getBoolean("olderFigures", false));
    for (String count : List.of("n", "received", "size", "heldBack", "k")) {
      rendered.put(count, report.getInteger(count));
    }
    return rendered
        .put("verdict", verdict(report.getJsonObject("verdict")))
        .put("roles", each(report, "roles", this::nameRole))
        .put("areas", each(report, "areas", area -> nameArea(area, comments)))
        .put("stability", report.getJsonObject("stability"))
        .put("method", method())
        .put("nextSteps", each(report, "nextSteps", this::describeStep));
  }

  private JsonObject verdict(JsonObject verdict) {
    JsonArray forms = new JsonArray();
    verdict.getJsonArray("form").stream()
        .map(String.class::cast)
        .forEach(
            form ->
                forms.add(
                    new JsonObject().put("code", form).put("text", texts.report("form", form))));
    each(
        verdict,
        "findings",
        finding -> finding.put("text", sentences.of(finding, "also", finding.getString("code"))));
    each(
        verdict,
        "because",
        reason -> reason.put("text", sentences.of(reason, "because", reason.getString("code"))));
    return verdict
        .put("forms", forms)
        .put("title", texts.verdict(verdict, "title"))
        .put("text", texts.verdict(verdict, "text"));
  }

  private void nameRole(JsonObject role) {
    role.put("name", texts.roleLabel(role.getString("id")))
        .put("side", texts.sideOf(role.getString("id")));
  }

  private void nameArea(JsonObject area, ReportComments comments) {
    String id = area.getString("id");
    area.put("name", texts.area(id, "name"))
        .put("question", texts.area(id, "question"))
        .put("side", texts.sideOf(area.getString("role")));
    comments.addTo(area);
  }

  private void describeStep(JsonObject step) {
    String code = step.getString("code");
    step.put("title", sentences.of(step, "steps", code, "title"))
        .put("text", sentences.of(step, "steps", code, "text"));
    step.remove("missing");
  }

  private JsonObject method() {
    return new JsonObject()
        .put("struggleGate", texts.parameter("struggleGate"))
        .put("gapGate", texts.parameter("gapGate"))
        .put("coverage", texts.coverage())
        .put("periodWeeks", texts.periodWeeks())
        .put("notValidated", true);
  }

  private static JsonArray each(JsonObject parent, String field, Consumer<JsonObject> change) {
    JsonArray array = parent.getJsonArray(field);
    for (int i = 0; i < array.size(); i++) {
      change.accept(array.getJsonObject(i));
    }
    return array;
  }
}
