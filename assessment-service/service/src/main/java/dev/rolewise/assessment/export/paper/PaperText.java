package dev.rolewise.assessment.export.paper;

import static dev.rolewise.assessment.export.paper.Reading.rows;
import static dev.rolewise.assessment.export.paper.Reading.whole;

import dev.rolewise.assessment.export.FileWords;
import dev.rolewise.assessment.export.paper.Reading.Ownership;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What the report says, from the verdict down to the small print. */
final class PaperText {
  private static final float NAME_WIDTH = 128;

  /** More than anybody reads on paper; they would take more memory than a service has. */
  private static final int MOST_COMMENTS = 300;

  private final JsonObject report;
  private final JsonObject verdict;
  private final FileWords words;
  private final Sheets sheets;

  PaperText(JsonObject report, FileWords words, Sheets sheets) {
    this.report = report;
    this.verdict = report.getJsonObject("verdict");
    this.words = words;
    this.sheets = sheets;
  }

  void write(String day) {
    int received = report.getInteger("received");
    int heldBack = report.getInteger("heldBack");
    sheets.soft(
        report.getJsonObject("round").getJsonObject("team").getString("name")
            + VisualOrder.LEFT_TO_RIGHT
            + " · "
            + day
            + " · "
            + words.say("answered", "n", received, "size", report.getInteger("size")));
    sheets.heading(1, verdict.getString("title"));
    if (heldBack > 0) {
      sheets.soft(words.say("held", "n", heldBack, "k", report.getInteger("k")));
    }
    if (report.getBoolean("olderFigures", false)) {
      sheets.soft(words.say("older"));
    }
    sheets.paragraph(verdict.getString("text"));
    new Certainty(report, words).line().ifPresent(sheets::strong);
    reasons();
    steps();
    PaperCharts charts = new PaperCharts(report, words, sheets);
    charts.roles();
    charts.evidence();
    charts.owners();
    splits();
    stability();
    comments();
    method(day);
    numbers();
  }

  private void reasons() {
    texts("because.title", rows(verdict, "because"));
    texts("form.title", rows(verdict, "forms"));
    texts("also.title", rows(verdict, "findings"));
    sheets.heading(2, words.say("wrong.title"));
    sheets.points(new Certainty(report, words).doubts());
  }

  private void texts(String title, List<JsonObject> rows) {
    if (!rows.isEmpty()) {
      sheets.heading(2, words.say(title));
      sheets.points(rows.stream().map(row -> row.getString("text")).toList());
    }
  }

  private void steps() {
    List<JsonObject> steps = rows(report, "nextSteps");
    if (steps.isEmpty()) {
      return;
    }
    sheets.heading(2, words.say("steps.title"));
    int number = 1;
    for (JsonObject step : steps) {
      sheets.heading(3, number++ + ". " + step.getString("title"));
      sheets.paragraph(step.getString("text"));
      sheets.soft(
          words.say("steps.who")
              + " ______________________________    "
              + words.say("steps.when")
              + " ________________");
    }
  }

  private void splits() {
    if (rows(report, "areas").isEmpty()) {
      return;
    }
    sheets.heading(2, words.say("split.title"));
    List<JsonObject> split = Reading.mostSplit(report);
    sheets.paragraph(words.say(split.isEmpty() ? "split.none" : "split.text"));
    for (JsonObject area : split) {
      sheets.heading(3, area.getString("name"));
      sheets.soft(evidence(area));
      sheets.paragraph(area.getString("question"));
    }
  }

  String evidence(JsonObject area) {
    List<Integer> answers = Reading.counts(area, "distribution");
    return answers.isEmpty()
        ? words.say("tooFew")
        : words.say(
            "evidence.row",
            "hurts",
            Reading.sum(answers, 3, 5),
            "well",
            Reading.sum(answers, 0, 2),
            "total",
            Reading.sum(answers, 0, 5));
  }

  private void stability() {
    if (report.getJsonObject("stability") == null) {
      return;
    }
    Certainty certainty = new Certainty(report, words);
    sheets.heading(2, words.say("stability.title"));
    sheets.paragraph(certainty.summary());
    sheets.points(certainty.checks());
  }

  private void comments() {
    List<JsonObject> areas =
        rows(report, "areas").stream()
            .filter(area -> !area.getJsonArray("comments", new JsonArray()).isEmpty())
            .toList();
    if (areas.isEmpty()) {
      return;
    }
    sheets.heading(2, words.say("comments.title"));
    sheets.soft(words.say("comments.text"));
    int left = 0;
    int room = MOST_COMMENTS;
    for (JsonObject area : areas) {
      List<String> texts = area.getJsonArray("comments").stream().map(String.class::cast).toList();
      List<String> here = texts.subList(0, Math.min(room, texts.size()));
      if (!here.isEmpty()) {
        sheets.heading(3, area.getString("name"));
        sheets.points(here);
      }
      room -= here.size();
      left += texts.size() - here.size();
    }
    if (left > 0) {
      sheets.strong(words.say("comments.more", "n", left));
    }
  }

  private void method(String day) {
    JsonObject method = report.getJsonObject("method");
    JsonObject instrument = report.getJsonObject("instrument");
    sheets.heading(2, words.say("method.title"));
    sheets.paragraph(
        words.say(
            "method.text",
            "struggleGate",
            method.getInteger("struggleGate"),
            "gapGate",
            method.getInteger("gapGate")));
    sheets.paragraph(
        words.say("method.census", "n", report.getInteger("n"), "size", report.getInteger("size"))
            + " "
            + words.say("method.honest"));
    sheets.points(
        List.of(
            words.say("method.instrument")
                + ": "
                + instrument.getString("id")
                + " "
                + instrument.getValue("version"),
            words.say("method.engine")
                + ": "
                + report.getString("engine")
                + ", "
                + verdict.getString("rule"),
            words.say("method.closed") + ": " + day,
            words.say("method.hash") + ": " + instrument.getString("hash")));
  }

  /** Every figure of the charts again, to be looked up. */
  private void numbers() {
    List<JsonObject> areas = Reading.byWeight(report);
    if (areas.isEmpty()) {
      return;
    }
    JsonObject method = report.getJsonObject("method");
    List<JsonObject> options = rows(method, "coverage");
    sheets.heading(2, words.say("numbers"));
    sheets.paragraph(words.say("numbers.text"));
    List<String> legend = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(words.say("area")));
    List.of("0", "1", "2", "3", "4", "?").forEach(head::add);
    for (JsonObject option : options) {
      head.add("(" + option.getValue("value") + ")");
      legend.add("(" + option.getValue("value") + ") " + option.getString("label"));
    }
    head.add(words.say("struggle"));
    head.add(words.say("gap"));
    legend.add("? " + words.say("dontKnow"));
    List<List<String>> cells = new ArrayList<>();
    for (JsonObject area : areas) {
      List<String> row = new ArrayList<>(List.of(area.getString("name")));
      figures(row, Reading.counts(area, "distribution"), 5);
      row.add(area.getValue("dontKnow") == null ? "–" : area.getValue("dontKnow").toString());
      figures(row, Reading.counts(area, "coverage"), options.size());
      row.add(whole(area.getDouble("struggle"), method.getInteger("struggleGate")));
      row.add(whole(area.getDouble("gap"), method.getInteger("gapGate")));
      cells.add(row);
    }
    sheets.table(head, cells, PaperText::column);
    sheets.points(legend);
  }

  private static void figures(List<String> row, List<Integer> counts, int places) {
    for (int i = 0; i < places; i++) {
      row.add(counts.isEmpty() ? "–" : String.valueOf(counts.get(i)));
    }
  }

  /** Where a column begins: names take most, the two scores at the end more than the counts. */
  private static float column(int column, int all) {
    float scores = 52;
    float counts = (Sheets.WIDTH - NAME_WIDTH - 2 * scores) / (all - 3);
    if (column == 0) {
      return 0;
    }
    return column < all - 2
        ? NAME_WIDTH + (column - 1) * counts
        : Sheets.WIDTH - (all - column) * scores;
  }

  static String owners(FileWords words, Ownership ownership) {
    List<String> parts = new ArrayList<>();
    if (ownership.owner() > 0) {
      parts.add(words.say("own.owner", "n", ownership.owner()));
    }
    if (ownership.unclear() > 0) {
      parts.add(words.say("own.unclear", "n", ownership.unclear()));
    }
    if (ownership.nobody() > 0) {
      parts.add(words.say("own.nobody", "n", ownership.nobody()));
    }
    return String.join(", ", parts);
  }
}
