package dev.rolewise.gateway.brief;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A brief as a Markdown document, to be changed in any editor. */
public final class BriefMarkdown {
  private final JsonObject brief;
  private final StringBuilder text = new StringBuilder(4_096);

  private BriefMarkdown(JsonObject brief) {
    this.brief = brief;
  }

  /** The document; it ends with a line break. */
  public static String of(JsonObject brief) {
    return new BriefMarkdown(brief).write();
  }

  private String write() {
    JsonObject role = brief.getJsonObject("role");
    JsonObject variant = brief.getJsonObject("variant");
    text.append("# ").append(words(role.getString("name"))).append('\n');
    paragraph("**" + words(variant.getString("profile")) + "**");
    paragraph("> " + words(brief.getString("draft")));
    paragraph("> " + words(brief.getString("people")));
    paragraph(words(variant.getString("text")));
    section("role", List.of(words(role.getString("summary"))));
    if (variant.getString("fits") != null) {
      section("fits", List.of(words(variant.getString("fits"))));
    }
    if (brief.getJsonObject("report") != null) {
      report(brief.getJsonObject("report"));
    }
    section("responsibilities", named(brief.getJsonArray("responsibilities"), "text"));
    section("arrange", points(brief.getJsonArray("arrange")));
    firstDays();
    section("questions", questions());
    section("notThisRole", points(brief.getJsonArray("notThisRole")));
    return text.toString();
  }

  private void report(JsonObject report) {
    JsonObject standings = brief.getJsonObject("standings");
    heading("report");
    text.append('\n');
    JsonObject round = report.getJsonObject("round");
    String closed = round.getString("closedOn");
    line("- " + head("team") + ": " + words(report.getString("team")));
    line(
        "- " + head("round") + ": " + words(closed == null ? round.getString("openedOn") : closed));
    for (JsonObject area : objects(report.getJsonArray("areas"))) {
      String standing = standings.getString(area.getString("standing"));
      line("- **" + words(area.getString("name")) + "**: " + words(standing));
    }
    if (!report.getJsonArray("discuss").isEmpty()) {
      section("discuss", named(report.getJsonArray("discuss"), "question"));
    }
  }

  private void firstDays() {
    heading("firstDays");
    for (JsonObject phase : objects(brief.getJsonArray("firstDays"))) {
      text.append("\n### ").append(words(phase.getString("name"))).append("\n\n");
      objects(phase.getJsonArray("steps"))
          .forEach(step -> line("- " + words(step.getString("text"))));
    }
  }

  private List<String> questions() {
    List<JsonObject> questions = objects(brief.getJsonArray("questions"));
    return questions.stream()
        .map(it -> (questions.indexOf(it) + 1) + ". " + words(it.getString("text")))
        .toList();
  }

  private void section(String heading, List<String> lines) {
    heading(heading);
    text.append('\n');
    lines.forEach(this::line);
  }

  private void heading(String name) {
    text.append("\n## ").append(head(name)).append('\n');
  }

  private String head(String name) {
    return words(brief.getJsonObject("headings").getString(name));
  }

  private void paragraph(String words) {
    text.append('\n').append(words).append('\n');
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private static List<String> points(JsonArray texts) {
    return texts.stream().map(it -> "- " + words((String) it)).toList();
  }

  private static List<String> named(JsonArray entries, String field) {
    return objects(entries).stream()
        .map(it -> "- **" + words(it.getString("name")) + "**: " + words(it.getString(field)))
        .toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static String words(String words) {
    return MarkdownText.of(words);
  }
}
