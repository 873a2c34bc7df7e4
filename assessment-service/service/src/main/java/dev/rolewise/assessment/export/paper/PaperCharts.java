package dev.rolewise.assessment.export.paper;

import static dev.rolewise.assessment.export.paper.Reading.counts;
import static dev.rolewise.assessment.export.paper.Reading.rows;
import static dev.rolewise.assessment.export.paper.Reading.sum;
import static dev.rolewise.assessment.export.paper.Reading.whole;

import dev.rolewise.assessment.export.FileWords;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The charts of a report. Each row is a figure of its own that says in words what it shows. */
final class PaperCharts {
  private static final float NAMES = 168;
  private static final float SMALL = 7.5f;
  private static final float ROLE = 52;
  private static final float TITLE = 90;
  private static final int MOST_UNITS = 20;

  /** What the signs mean stays with some of what they say. */
  private static final float LEGEND = 200;

  private final JsonObject report;
  private final JsonObject method;
  private final FileWords words;
  private final Sheets sheets;

  PaperCharts(JsonObject report, FileWords words, Sheets sheets) {
    this.report = report;
    this.method = report.getJsonObject("method");
    this.words = words;
    this.sheets = sheets;
  }

  /** Each role on two axes, with the gate on each. */
  void roles() {
    if (rows(report, "roles").isEmpty()) {
      return;
    }
    sheets.keep(ROLE * rows(report, "roles").size() + TITLE);
    sheets.heading(2, words.say("axis.title"));
    boolean everybody = report.getInteger("n").equals(report.getInteger("size"));
    boolean ranges =
        rows(report, "roles").stream().anyMatch(role -> role.getJsonArray("interval") != null);
    if (everybody || ranges) {
      sheets.soft(words.say(everybody ? "axis.census" : "axis.interval"));
    }
    for (JsonObject role : rows(report, "roles")) {
      String struggle = whole(role.getDouble("struggle"), method.getInteger("struggleGate"));
      String gap = whole(role.getDouble("gap"), method.getInteger("gapGate"));
      String says =
          "%s: %s %s, %s %s. %s"
              .formatted(
                  role.getString("name"),
                  words.say("struggle"),
                  struggle,
                  words.say("gap"),
                  gap,
                  meaning(role));
      sheets.figure(
          ROLE,
          says,
          canvas -> {
            name(canvas, role, 20);
            rail(canvas, role, NAMES, "struggle", struggle, role.getJsonArray("interval"));
            rail(canvas, role, NAMES + 172, "gap", gap, null);
          });
    }
  }

  private void rail(
      Canvas canvas, JsonObject role, float x, String field, String said, JsonArray interval) {
    float width = 130;
    int gate = method.getInteger(field + "Gate");
    String side = role.getString("side");
    text(
        canvas,
        x,
        9,
        words.say(field + ".axis") + ", " + words.say("gate", "gate", gate),
        Ink.SOFT);
    canvas.box(x + width * gate / 100, 14, width * (100 - gate) / 100, 22, Ink.ground(side));
    canvas.line(x, 25, x + width, 25, 1, 0, Ink.STRONG_LINE);
    canvas.line(x + width * gate / 100, 13, x + width * gate / 100, 37, 1, 2.5f, Ink.TEXT);
    if (interval != null) {
      canvas.line(
          x + width * interval.getDouble(0).floatValue() / 100,
          25,
          x + width * interval.getDouble(1).floatValue() / 100,
          25,
          5,
          0,
          Ink.of(side).lighter(0.55f));
    }
    if (role.getDouble(field) != null) {
      float at = x + width * role.getDouble(field).floatValue() / 100;
      mark(canvas, at, 25, side, role.getString("quadrant"));
      canvas.box(at + 7.5f, 19, sheets.bold().width(said, 9) + 3, 12, Ink.PAPER);
      canvas.text(at + 9, 28.5f, said, sheets.bold(), 9, Ink.TEXT);
    }
  }

  /** One answer is one block: left of the middle it goes well, right of it it hurts. */
  void evidence() {
    List<JsonObject> areas = Reading.byWeight(report);
    if (areas.isEmpty()) {
      return;
    }
    sheets.heading(2, words.say("evidence.title"));
    sheets.soft(words.say("evidence.text"));
    float half =
        (float)
            areas.stream()
                .map(area -> counts(area, "distribution"))
                .filter(answers -> !answers.isEmpty())
                .mapToDouble(it -> Math.max(sum(it, 0, 2), sum(it, 3, 5)) + it.get(2) / 2.0)
                .max()
                .orElse(1);
    PaperText sentences = new PaperText(report, words, sheets);
    for (JsonObject area : areas) {
      String struggle = whole(area.getDouble("struggle"), method.getInteger("struggleGate"));
      String gap = whole(area.getDouble("gap"), method.getInteger("gapGate"));
      String said = sentences.evidence(area);
      String scores = words.say("struggle") + " " + struggle + " · " + words.say("gap") + " " + gap;
      sheets.figure(
          40,
          area.getString("name") + ". " + said + ". " + scores + ". " + meaning(area),
          canvas -> {
            name(canvas, area, 14);
            blocks(canvas, area, Math.max(1, half));
            text(canvas, NAMES, 32, said, Ink.SOFT);
            String right = sheets.regular().signs(scores);
            float x = Sheets.WIDTH - sheets.regular().width(right, SMALL);
            canvas.text(x, 14, right, sheets.regular(), SMALL, Ink.TEXT);
          });
    }
  }

  private static void blocks(Canvas canvas, JsonObject area, float half) {
    float width = 200;
    float middle = NAMES + width / 2;
    float unit = width / 2 / half;
    float gap = Math.min(1, unit / 5);
    List<Integer> answers = counts(area, "distribution");
    canvas.line(middle, 2, middle, 22, 0.7f, 0, Ink.STRONG_LINE);
    if (answers.isEmpty()) {
      return;
    }
    Ink side = Ink.of(area.getString("side"));
    Ink[] inks = {
      Ink.SOFT, Ink.SOFT.lighter(0.45f), Ink.STRONG_LINE.lighter(0.3f), side.lighter(0.4f), side
    };
    float[] heights = {17, 11, 5, 11, 17};
    float x = middle - unit * (sum(answers, 0, 2) + answers.get(2) / 2f);
    for (int level = 0; level < answers.size(); level++) {
      for (int i = 0; i < answers.get(level); i++) {
        canvas.box(x + gap / 2, 12 - heights[level] / 2, unit - gap, heights[level], inks[level]);
        x += unit;
      }
    }
  }

  /** Who takes care of it: a ring for each person's answer. */
  void owners() {
    List<JsonObject> areas = Reading.byWeight(report);
    if (areas.isEmpty()) {
      return;
    }
    List<JsonObject> options = rows(method, "coverage");
    sheets.keep(LEGEND);
    sheets.heading(2, words.say("own.title"));
    for (int i = 0; i < options.size(); i++) {
      JsonObject option = options.get(i);
      int place = i;
      sheets.figure(
          13,
          option.getString("label"),
          canvas -> {
            ring(canvas, 6, 6, option, place);
            text(canvas, 16, 9, option.getString("label"), Ink.SOFT);
          });
    }
    sheets.space(4);
    for (JsonObject area : areas) {
      List<Integer> coverage = counts(area, "coverage");
      String said =
          coverage.isEmpty()
              ? words.say("tooFew")
              : PaperText.owners(words, Reading.ownership(coverage, options));
      sheets.figure(
          27,
          area.getString("name") + ": " + said,
          canvas -> {
            name(canvas, area, 12);
            rings(canvas, coverage, options);
            text(canvas, NAMES, 23, said, Ink.SOFT);
          });
    }
  }

  private void rings(Canvas canvas, List<Integer> coverage, List<JsonObject> options) {
    float x = NAMES + 6;
    boolean each = sum(coverage, 0, coverage.size()) <= MOST_UNITS;
    for (int option = 0; option < coverage.size(); option++) {
      int people = coverage.get(option);
      for (int i = 0; i < (each ? people : Math.min(1, people)); i++) {
        ring(canvas, x, 8, options.get(option), option);
        x += 14;
      }
      if (!each && people > 0) {
        text(canvas, x - 4, 11, String.valueOf(people), Ink.TEXT);
        x += 22;
      }
    }
  }

  private static void ring(Canvas canvas, float x, float y, JsonObject option, int place) {
    switch (Reading.kind(option)) {
      case 0 -> {
        canvas.circle(x, y, 4.6f, place == 0, 0, Ink.TEXT);
        if (place > 0) {
          canvas.circle(x - 1.6f, y, 1.3f, true, 0, Ink.TEXT);
          canvas.circle(x + 1.6f, y, 1.3f, true, 0, Ink.TEXT);
        }
      }
      case 1 -> {
        canvas.circle(x, y, 4.6f, false, 0, Ink.TEXT);
        boolean whoever = "HOURS".equals(option.getString("form"));
        canvas.circle(x - (whoever ? 0 : 2), y, whoever ? 1.5f : 2, true, 0, Ink.TEXT);
      }
      default -> canvas.circle(x, y, 4.6f, false, 1.8f, Ink.BAD);
    }
  }

  private void name(Canvas canvas, JsonObject scored, float y) {
    String side = scored.getString("side");
    mark(canvas, 8, y - 3, side, scored.getString("quadrant"));
    Typeface bold = sheets.bold();
    String first = bold.lines(bold.signs(scored.getString("name")), 8.5f, NAMES - 26).get(0);
    canvas.text(20, y, first, bold, 8.5f, Ink.TEXT);
    text(canvas, 20, y + 11, meaning(scored), Ink.SOFT);
  }

  private String meaning(JsonObject scored) {
    String quadrant = scored.getString("quadrant");
    return quadrant == null ? words.say("tooFew") : words.say("quadrant." + quadrant);
  }

  private void text(Canvas canvas, float x, float y, String text, Ink ink) {
    String signs = sheets.regular().signs(text);
    String line = sheets.regular().lines(signs, SMALL, Sheets.WIDTH - x).get(0);
    canvas.text(x, y, line, sheets.regular(), SMALL, ink);
  }

  /** A circle, a square or a diamond, so that colour is never the only difference. */
  private static void mark(Canvas canvas, float x, float y, String side, String quadrant) {
    Ink ink = Ink.of(side);
    float r = 6;
    float[] corners =
        switch (side == null ? "" : side) {
          case "project" -> new float[] {x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r};
          case "programme" -> new float[] {x, y - r, x + r, y, x, y + r, x - r, y};
          default -> new float[0];
        };
    boolean full = "FINE".equals(quadrant);
    float dashes = "VACANT".equals(quadrant) ? 2 : 0;
    for (boolean filled : full ? new boolean[] {true} : new boolean[] {true, false}) {
      Ink with = filled && !full ? Ink.PAPER : ink;
      if (corners.length == 0) {
        canvas.circle(x, y, r, filled, dashes, with);
      } else {
        canvas.shape(filled, dashes, with, corners);
      }
    }
    if ("UNSUPPORTED".equals(quadrant)) {
      canvas.box(x - r / 2, y - r / 2, r / 2, r, ink);
    } else if ("INFORMAL".equals(quadrant)) {
      canvas.circle(x, y, 2.2f, true, 0, ink);
    }
  }
}
