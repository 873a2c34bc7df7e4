package dev.rolewise.assessment.export;

import dev.rolewise.assessment.export.ReportTable.Column;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that a report says, part by part. Comments that the organiser has hidden are in no
 * file: files get passed on.
 */
final class ReportTables {
  private static final int LEVELS = 5;

  private ReportTables() {}

  static List<ReportTable> of(JsonObject report) {
    JsonObject verdict = report.getJsonObject("verdict");
    return List.of(
        table(
            "round",
            "round.team.name round.id round.openedOn round.closedOn round.initiatives round.entry"
                + " size received n heldBack k olderFigures locale instrument.id"
                + " instrument.version instrument.hash engine",
            List.of(report)),
        table(
            "verdict",
            "code title text firmness confidence rule also fillFirst twoHats",
            List.of(verdict)),
        table(
            "because",
            "code role area text struggle gap struggleGate gapGate" + others(verdict),
            rows(verdict, "because")),
        table("findings", "code role area text", rows(verdict, "findings")),
        table("forms", "code text", rows(verdict, "forms")),
        new ReportTable("roles", roles(), rows(report, "roles")),
        new ReportTable("areas", areas(report), rows(report, "areas")),
        table("comments", "area text", comments(report)),
        table(
            "stability",
            "leaveOnePersonOut.flips leaveOneAreaOut.flips leaveOneAreaOut.areas"
                + " missingAnswers.invited missingAnswers.missing missingAnswers.couldFlip"
                + " wording.same scenarios.agree",
            report.getJsonObject("stability") == null
                ? List.of()
                : List.of(report.getJsonObject("stability"))),
        table("nextSteps", "code role area areas title text", rows(report, "nextSteps")),
        table(
            "method",
            "struggleGate gapGate periodWeeks notValidated",
            List.of(report.getJsonObject("method"))),
        table(
            "coverageOptions",
            "value label creditPercent",
            rows(report.getJsonObject("method"), "coverage")));
  }

  /** Numbers of single reasons that few others have. */
  private static String others(JsonObject verdict) {
    List<String> usual =
        List.of("code", "role", "area", "text", "struggle", "gap", "struggleGate", "gapGate");
    StringBuilder fields = new StringBuilder();
    rows(verdict, "because").stream()
        .flatMap(reason -> reason.fieldNames().stream())
        .distinct()
        .filter(field -> !usual.contains(field))
        .forEach(field -> fields.append(' ').append(field));
    return fields.toString();
  }

  private static List<Column> roles() {
    List<Column> columns = columns("id name side struggle gap quadrant usable");
    columns.add(new Column("interval.low", "interval.0"));
    columns.add(new Column("interval.high", "interval.1"));
    return columns;
  }

  private static List<Column> areas(JsonObject report) {
    List<Column> columns =
        columns("id name role side struggle gap quadrant usable split dontKnow question");
    IntStream.range(0, LEVELS).forEach(it -> columns.add(Column.of("distribution." + it)));
    JsonArray options = report.getJsonObject("method").getJsonArray("coverage");
    for (int i = 0; i < options.size(); i++) {
      String value = String.valueOf(options.getJsonObject(i).getValue("value"));
      columns.add(new Column("coverage." + value, "coverage." + i));
    }
    columns.addAll(columns("agreement.adMean agreement.rwgjLindell agreement.chance95"));
    return columns;
  }

  private static List<JsonObject> comments(JsonObject report) {
    List<JsonObject> comments = new ArrayList<>();
    for (JsonObject area : rows(report, "areas")) {
      for (Object text : area.getJsonArray("comments", new JsonArray())) {
        comments.add(new JsonObject().put("area", area.getString("id")).put("text", text));
      }
    }
    return comments;
  }

  private static ReportTable table(String id, String fields, List<JsonObject> rows) {
    return new ReportTable(id, columns(fields), rows);
  }

  private static List<Column> columns(String fields) {
    return new ArrayList<>(Arrays.stream(fields.split(" ")).map(Column::of).toList());
  }

  private static List<JsonObject> rows(JsonObject parent, String field) {
    return parent.getJsonArray(field, new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
