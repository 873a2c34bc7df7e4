package dev.rolewise.local.command.simulate;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.simulation.AnswerModel;
import dev.rolewise.assessment.scoring.simulation.KindOutcomes;
import dev.rolewise.assessment.scoring.simulation.Levels;
import dev.rolewise.assessment.scoring.simulation.OperatingCharacteristics;
import dev.rolewise.assessment.scoring.simulation.Outcomes;
import dev.rolewise.assessment.scoring.simulation.Share;
import dev.rolewise.assessment.scoring.simulation.SimulationPlan;
import dev.rolewise.assessment.scoring.simulation.Stable;
import dev.rolewise.assessment.scoring.simulation.WordingBias;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The figures for a program: shares 0..1 with their standard errors, null where there is none. */
final class CharacteristicsJson {

  private CharacteristicsJson() {}

  static JsonObject of(Instrument instrument, OperatingCharacteristics found, WordingBias bias) {
    JsonArray kinds = new JsonArray();
    for (KindOutcomes kind : found.kinds()) {
      kinds.add(
          outcomes(kind.all())
              .put("kind", kind.kind().name())
              .put("rightVerdict", kind.kind().right().name()));
    }
    return new JsonObject()
        .put("simulation", true)
        .put("instrument", instrument(instrument))
        .put("engine", RoleGapScoring.ENGINE)
        .put("plan", plan(found.plan()))
        .put("kinds", kinds)
        .put("all", outcomes(found.all()))
        .put("everyAreaUsable", outcomes(found.usable()))
        .put("needingNobody", outcomes(found.needingNobody()))
        .put("healthyOrSupported", outcomes(found.healthyOrSupported()))
        .put(
            "bias",
            bias.areas() == 0
                ? null
                : new JsonObject()
                    .put("balanced", bias.meanBalanced())
                    .put("problemsOnly", bias.meanProblemsOnly()));
  }

  static JsonObject instrument(Instrument instrument) {
    return new JsonObject()
        .put("id", instrument.id())
        .put("version", instrument.version())
        .put("hash", instrument.hash());
  }

  private static JsonObject plan(SimulationPlan plan) {
    AnswerModel model = plan.model();
    return new JsonObject()
        .put("size", plan.size())
        .put("answered", plan.answered())
        .put("initiatives", plan.initiatives())
        .put("mild", plan.mild())
        .put("teamsPerKind", plan.teamsPerKind())
        .put("seed", plan.seed())
        .put("dontKnow", model.dontKnow())
        .put("coverageDontKnow", model.coverageDontKnow())
        .put("gloom", model.gloom())
        .put("acquiescence", model.acquiescence())
        .put("straightLiners", model.straightLiners());
  }

  private static JsonObject outcomes(Outcomes outcomes) {
    return new JsonObject()
        .put("teams", outcomes.teams())
        .put("right", share(outcomes.rightVerdicts()))
        .put("roleAdvice", share(outcomes.advised()))
        .put("warnedOfUniformStruggle", share(outcomes.warned()))
        .put("withoutVerdict", share(outcomes.withoutVerdict()))
        .put("leaveOneAreaOut", stable(outcomes.withoutOneArea()))
        .put("leaveOnePersonOut", stable(outcomes.withoutOnePerson()))
        .put("firmness", levels(outcomes.firmness(), "firm", "provisional", "leaning"))
        .put("confidence", levels(outcomes.confidence(), "high", "medium", "low"));
  }

  private static JsonObject stable(Stable stable) {
    return new JsonObject()
        .put("stable", share(stable.share()))
        .put("rightWhenStable", share(stable.rightWhenStable()))
        .put("rightWhenUnstable", share(stable.rightWhenUnstable()));
  }

  private static JsonObject levels(Levels levels, String best, String middle, String last) {
    return new JsonObject()
        .put(best, levels.best())
        .put(middle, levels.middle())
        .put(last, levels.last());
  }

  private static JsonObject share(Share share) {
    return share.of() == 0
        ? null
        : new JsonObject()
            .put("value", share.value())
            .put("standardError", share.standardError())
            .put("of", share.of());
  }
}
