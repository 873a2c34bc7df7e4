package dev.rolewise.assessment.report;

import dev.rolewise.assessment.instrument.InstrumentTexts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a report text with names and whole numbers. */
final class ReportSentence {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

  private final InstrumentTexts texts;

  ReportSentence(InstrumentTexts texts) {
    this.texts = texts;
  }

  /**
   * A sentence about one entry of a report.
   *
   * @param entry has the codes and numbers
   * @param path where the text is, below {@code report}
   */
  String of(JsonObject entry, String... path) {
    return PLACEHOLDER
        .matcher(texts.report(path))
        .replaceAll(match -> Matcher.quoteReplacement(value(entry, match.group(1))));
  }

  private String value(JsonObject entry, String placeholder) {
    return switch (placeholder) {
      case "role" -> texts.report("roles", entry.getString("role"));
      case "area" -> texts.area(entry.getString("area"), "name");
      case "name" -> name(entry);
      case "areas" -> list(entry.getJsonArray("areas"));
      case "struggle" -> whole(entry, "struggle", texts.parameter("struggleGate"));
      case "gap" -> whole(entry, "gap", texts.parameter("gapGate"));
      default -> String.valueOf(((Number) entry.getValue(placeholder)).longValue());
    };
  }

  private String name(JsonObject entry) {
    return entry.getString("area") == null
        ? texts.report("roles", entry.getString("role"))
        : texts.area(entry.getString("area"), "name");
  }

  /** A score just below its gate must not read as if it had reached it. */
  private static String whole(JsonObject entry, String field, int gate) {
    double score = entry.getDouble(field);
    long rounded = Math.round(score);
    return String.valueOf(score < gate && rounded >= gate ? gate - 1L : rounded);
  }

  private String list(JsonArray areas) {
    List<String> names = areas.stream().map(area -> texts.area((String) area, "name")).toList();
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1))
        + " "
        + texts.report("lists", "and")
        + " "
        + names.get(names.size() - 1);
  }
}
