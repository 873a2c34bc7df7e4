package dev.rolewise.assessment.report;

import dev.rolewise.assessment.scoring.report.Agreement;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.Finding;
import dev.rolewise.assessment.scoring.report.NextStep;
import dev.rolewise.assessment.scoring.report.Reason;
import dev.rolewise.assessment.scoring.report.RoleScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.Stability;
import dev.rolewise.assessment.scoring.report.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Writes a report of the engine as codes and unrounded numbers, the form in which it is stored. */
public final class ScanReportJson {
  private ScanReportJson() {}

  /**
   * Writes a report.
   *
   * @param report what the engine answered
   * @return the public shape without any text
   */
  public static JsonObject of(ScanReport report) {
    return new JsonObject()
        .put("engine", report.engine())
        .put("n", report.n())
        .put("received", report.received())
        .put("size", report.size())
        .put("heldBack", report.heldBack())
        .put("k", report.k())
        .put("verdict", verdict(report.verdict()))
        .put("roles", each(report.roles(), ScanReportJson::role))
        .put("areas", each(report.areas(), ScanReportJson::area))
        .put("stability", stability(report.stability()))
        .put("nextSteps", each(report.nextSteps(), ScanReportJson::step));
  }

  private static JsonObject verdict(Verdict verdict) {
    return new JsonObject()
        .put("code", verdict.code().name())
        .put("firmness", verdict.firmness() == null ? null : verdict.firmness().code())
        .put("confidence", verdict.confidence() == null ? null : verdict.confidence().code())
        .put("rule", verdict.rule())
        .put("also", each(verdict.also(), Enum::name))
        .put("findings", each(verdict.findings(), ScanReportJson::finding))
        .put("fillFirst", verdict.fillFirst())
        .put("because", each(verdict.because(), ScanReportJson::reason))
        .put("form", each(verdict.form(), form -> form))
        .put("twoHats", verdict.twoHats());
  }

  private static JsonObject finding(Finding finding) {
    return new JsonObject()
        .put("code", finding.code().name())
        .put("role", finding.role())
        .put("area", finding.area());
  }

  private static JsonObject reason(Reason reason) {
    JsonObject json =
        new JsonObject()
            .put("code", reason.code().name())
            .put("role", reason.role())
            .put("area", reason.area());
    reason.numbers().forEach(json::put);
    return json;
  }

  private static JsonObject role(RoleScore role) {
    return new JsonObject()
        .put("id", role.id())
        .put("struggle", role.struggle())
        .put("gap", role.gap())
        .put("quadrant", role.quadrant() == null ? null : role.quadrant().name())
        .put("usable", role.usable())
        .put(
            "interval",
            role.interval() == null
                ? null
                : new JsonArray().add(role.interval().low()).add(role.interval().high()));
  }

  private static JsonObject area(AreaScore area) {
    return new JsonObject()
        .put("id", area.id())
        .put("role", area.role())
        .put("struggle", area.struggle())
        .put("gap", area.gap())
        .put("quadrant", area.quadrant() == null ? null : area.quadrant().name())
        .put("distribution", counts(area.distribution()))
        .put("dontKnow", area.dontKnow())
        .put("coverage", counts(area.coverage()))
        .put("agreement", agreement(area.agreement()))
        .put("split", area.split())
        .put("usable", area.usable());
  }

  private static JsonArray counts(List<Integer> counts) {
    return counts == null ? null : each(counts, count -> count);
  }

  private static JsonObject agreement(Agreement agreement) {
    return agreement == null
        ? null
        : new JsonObject()
            .put("adMean", agreement.adMean())
            .put("rwgjLindell", agreement.rwgjLindell())
            .put("chance95", agreement.chance95());
  }

  private static JsonObject stability(Stability stability) {
    if (stability == null) {
      return null;
    }
    return new JsonObject()
        .put(
            "leaveOnePersonOut",
            new JsonObject().put("flips", stability.leaveOnePersonOut().flips()))
        .put(
            "leaveOneAreaOut",
            new JsonObject()
                .put("flips", stability.leaveOneAreaOut().flips())
                .put("areas", each(stability.leaveOneAreaOut().areas(), area -> area)))
        .put(
            "missingAnswers",
            new JsonObject()
                .put("invited", stability.missingAnswers().invited())
                .put("missing", stability.missingAnswers().missing())
                .put("couldFlip", stability.missingAnswers().couldFlip()))
        .put("wording", new JsonObject().put("same", stability.wording().same()))
        .put("scenarios", new JsonObject().put("agree", stability.scenarios().agree()));
  }

  private static JsonObject step(NextStep step) {
    return new JsonObject()
        .put("code", step.code().name())
        .put("role", step.role())
        .put("area", step.area())
        .put("areas", each(step.areas(), area -> area))
        .put("missing", step.missing());
  }

  private static <T> JsonArray each(List<T> values, Function<T, Object> map) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(map.apply(value)));
    return array;
  }
}
