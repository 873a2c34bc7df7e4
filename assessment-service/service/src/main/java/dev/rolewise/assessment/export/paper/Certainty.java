package dev.rolewise.assessment.export.paper;

import dev.rolewise.assessment.export.FileWords;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How sure the verdict is, in words: one line, what could be wrong, and what was tried. */
final class Certainty {
  private static final List<String> CHECKS =
      List.of("person", "area", "missing", "wording", "scenarios");

  private final JsonObject report;
  private final FileWords words;
  private final JsonObject stability;

  Certainty(JsonObject report, FileWords words) {
    this.report = report;
    this.words = words;
    this.stability = report.getJsonObject("stability");
  }

  /** The strength of the verdict in one line; none where there is no verdict. */
  Optional<String> line() {
    JsonObject verdict = report.getJsonObject("verdict");
    String firmness = verdict.getString("firmness");
    if (firmness == null) {
      return Optional.empty();
    }
    String key = firmness.equals("leaning") && outcome("person") == null ? "untold" : firmness;
    String confidence = verdict.getString("confidence");
    return Optional.of(
        words.say("strength." + key, "n", missing())
            + (confidence == null ? "" : " " + words.say("confidence." + confidence)));
  }

  List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    if (stability != null) {
      boolean all = true;
      boolean told = true;
      for (String check : List.of("person", "missing", "area", "wording", "scenarios")) {
        Boolean tips = outcome(check);
        told &= tips != null || check.equals("scenarios");
        if (Boolean.TRUE.equals(tips) || tips == null && check.equals("scenarios")) {
          String few = tips == null ? ".few" : "";
          doubts.add(words.say("wrong." + check + few, "n", missing(), "areas", areas()));
          all = false;
        }
      }
      if (!told) {
        doubts.add(words.say("wrong.untold"));
      } else if (all) {
        doubts.add(words.say("wrong.nothing"));
      }
    }
    Integer weeks = report.getJsonObject("method").getInteger("periodWeeks");
    if (weeks != null) {
      doubts.add(words.say("wrong.period", "n", weeks));
    }
    doubts.add(words.say("wrong.method"));
    return doubts;
  }

  String summary() {
    long told = CHECKS.stream().filter(check -> !untold(check)).count();
    long stood = CHECKS.stream().filter(check -> !untold(check) && !tips(check)).count();
    return words.say("stability.text", "n", stood, "all", told);
  }

  /** What was tried, and what came of it. */
  List<String> checks() {
    return CHECKS.stream()
        .map(check -> words.say("check." + check) + ": " + words.say(result(check)))
        .toList();
  }

  private String result(String check) {
    if (untold(check)) {
      return "check.untold";
    }
    if (tips(check)) {
      return "check." + check + ".tips";
    }
    return check.equals("missing") && missing() == 0
        ? "check.missing.none"
        : "check." + check + ".holds";
  }

  private boolean tips(String check) {
    Boolean tips = outcome(check);
    return check.equals("scenarios") ? !Boolean.FALSE.equals(tips) : Boolean.TRUE.equals(tips);
  }

  private boolean untold(String check) {
    return outcome(check) == null && !check.equals("scenarios");
  }

  /** Whether it would tip the verdict; null where that is not told. */
  private Boolean outcome(String check) {
    if (stability == null) {
      return null;
    }
    return switch (check) {
      case "person" -> stability.getJsonObject("leaveOnePersonOut").getBoolean("flips");
      case "area" -> stability.getJsonObject("leaveOneAreaOut").getBoolean("flips");
      case "missing" -> stability.getJsonObject("missingAnswers").getBoolean("couldFlip");
      case "wording" -> not(stability.getJsonObject("wording").getBoolean("same"));
      default -> not(stability.getJsonObject("scenarios").getBoolean("agree"));
    };
  }

  private static Boolean not(Boolean truth) {
    return truth == null ? null : !truth;
  }

  private int missing() {
    return stability == null
        ? 0
        : stability.getJsonObject("missingAnswers").getInteger("missing", 0);
  }

  private String areas() {
    JsonArray ids = stability.getJsonObject("leaveOneAreaOut").getJsonArray("areas");
    return String.join(
        ", ",
        Reading.rows(report, "areas").stream()
            .filter(area -> ids.contains(area.getString("id")))
            .map(area -> area.getString("name"))
            .toList());
  }
}
