package dev.rolewise.local.command.simulate;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.TrendNoise;
import dev.rolewise.assessment.scoring.simulation.AnswerModel;
import dev.rolewise.assessment.scoring.simulation.BiasSimulation;
import dev.rolewise.assessment.scoring.simulation.KindOutcomes;
import dev.rolewise.assessment.scoring.simulation.OperatingCharacteristics;
import dev.rolewise.assessment.scoring.simulation.Outcomes;
import dev.rolewise.assessment.scoring.simulation.Share;
import dev.rolewise.assessment.scoring.simulation.Simulation;
import dev.rolewise.assessment.scoring.simulation.SimulationPlan;
import dev.rolewise.assessment.scoring.simulation.Stable;
import dev.rolewise.assessment.scoring.simulation.TeamKind;
import dev.rolewise.assessment.scoring.simulation.TrendTable;
import dev.rolewise.assessment.scoring.simulation.WordingBias;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What the method page prints: whole teams of several sizes, the known weak spots, the noise of a
 * trend. Per cent and points with one decimal, as they are shown.
 */
final class ReferenceFigures {

  static final long SEED = 20_261;
  static final int TEAMS_PER_KIND = 4_000;
  static final List<Integer> SIZES = List.of(4, 5, 6, 8, 12, 20);

  private static final int WEAK_SPOT_SIZE = 6;
  private static final int SMALLEST = 4;
  private static final double MANY_DONT_KNOWS = 0.2;
  private static final double YEA_SAYING = 0.15;
  private static final int KINDS = TeamKind.values().length;
  private static final int WEAK_SPOT_RUNS = 5;
  private static final int AREAS_OF_PROGRAMME = 2;
  private static final double PERCENT = 100;
  private static final double SHORT_OF_ALL = 99.9;
  private static final double MORE_THAN_NONE = 0.1;

  private final Instrument instrument;
  private final Simulation simulation;
  private final BiasSimulation bias;

  ReferenceFigures(Instrument instrument, int threads) {
    this.instrument = instrument;
    this.simulation = new Simulation(instrument, threads);
    this.bias = new BiasSimulation(instrument, threads);
  }

  /** How many teams are drawn for all of it, so that progress has an end. */
  static int teams() {
    return (2 * SIZES.size() + WEAK_SPOT_RUNS) * KINDS * TEAMS_PER_KIND;
  }

  JsonObject all(IntConsumer progress) {
    JsonArray sizes = new JsonArray();
    SIZES.forEach(size -> sizes.add(size(size, progress)));
    JsonArray trend = new JsonArray();
    SIZES.forEach(people -> trend.add(trend(people)));
    return new JsonObject()
        .put("simulation", true)
        .put("instrument", instrument())
        .put("engine", RoleGapScoring.ENGINE)
        .put("seed", SEED)
        .put("kinds", KINDS)
        .put("teamsPerKind", TEAMS_PER_KIND)
        .put("sizes", sizes)
        .put("weakSpots", weakSpots(progress))
        .put("trendSeed", TrendTable.SEED)
        .put("trendTeams", TrendTable.TEAMS)
        .put("trend", trend);
  }

  /** Without the hash: another wording of a text changes no figure. */
  JsonObject instrument() {
    return new JsonObject().put("id", instrument.id()).put("version", instrument.version());
  }

  /** Whole teams of one size, clear and mild. */
  JsonObject size(int size, IntConsumer progress) {
    return new JsonObject()
        .put("size", size)
        .put("clear", row(run(plan(size, false), progress)))
        .put("mild", row(run(plan(size, true), progress)));
  }

  private static JsonObject row(OperatingCharacteristics found) {
    Outcomes all = found.all();
    Stable stable = all.withoutOneArea();
    return new JsonObject()
        .put("right", percent(all.rightVerdicts()))
        .put("noVerdict", percent(all.withoutVerdict()))
        .put("falseAdvice", percent(found.needingNobody().advised()))
        .put("stable", percent(stable.share()))
        .put("rightWhenStable", percent(stable.rightWhenStable()))
        .put("rightWhenUnstable", percent(stable.rightWhenUnstable()))
        .put("largestError", largestError(all.rightVerdicts(), stable.rightWhenUnstable()));
  }

  JsonObject weakSpots(IntConsumer progress) {
    Outcomes many =
        run(answering(SMALLEST, AnswerModel.REFERENCE.withDontKnow(MANY_DONT_KNOWS)), progress)
            .all();
    Outcomes gloomy = healthy(AnswerModel.REFERENCE.withGloom(1), progress);
    Outcomes usual = healthy(AnswerModel.REFERENCE, progress);
    Outcomes line =
        run(answering(WEAK_SPOT_SIZE, AnswerModel.REFERENCE.withStraightLiners(1)), progress).all();
    AnswerModel yea = AnswerModel.REFERENCE.withAcquiescence(YEA_SAYING);
    Outcomes yeaSaying = run(answering(WEAK_SPOT_SIZE, yea), progress).all();
    WordingBias off = bias.run(plan(WEAK_SPOT_SIZE, true).answering(yea));
    return new JsonObject()
        .put("size", WEAK_SPOT_SIZE)
        .put(
            "dontKnow",
            new JsonObject()
                .put("size", SMALLEST)
                .put("percent", (int) (PERCENT * MANY_DONT_KNOWS))
                .put("noVerdict", percent(many.withoutVerdict()))
                .put("right", percent(many.rightVerdicts())))
        .put(
            "gloom",
            new JsonObject()
                .put("falseAdvice", percent(gloomy.advised()))
                .put("usualFalseAdvice", percent(usual.advised()))
                .put("warned", percent(gloomy.warned())))
        .put("straightLiner", new JsonObject().put("right", percent(line.rightVerdicts())))
        .put(
            "yeaSaying",
            new JsonObject()
                .put("right", percent(yeaSaying.rightVerdicts()))
                .put("balanced", decimal(off.meanBalanced()))
                .put("problemsOnly", decimal(off.meanProblemsOnly())));
  }

  private Outcomes healthy(AnswerModel model, IntConsumer progress) {
    return run(answering(WEAK_SPOT_SIZE, model), progress)
        .sum(kind -> kind == TeamKind.HEALTHY, KindOutcomes::all);
  }

  static JsonObject trend(int people) {
    return new JsonObject()
        .put("people", people)
        .put("same", decimal(TrendNoise.band(people, 0)))
        .put("new", decimal(TrendNoise.band(people, people)))
        .put("programmeSame", decimal(TrendNoise.band(people, 0, AREAS_OF_PROGRAMME)))
        .put("programmeNew", decimal(TrendNoise.band(people, people, AREAS_OF_PROGRAMME)));
  }

  private OperatingCharacteristics run(SimulationPlan plan, IntConsumer progress) {
    return simulation.run(plan, progress);
  }

  private static SimulationPlan plan(int size, boolean mild) {
    return SimulationPlan.ofWholeTeams(size, mild, TEAMS_PER_KIND, SEED);
  }

  private static SimulationPlan answering(int size, AnswerModel model) {
    return plan(size, false).answering(model);
  }

  private static double largestError(Share one, Share other) {
    double largest = Math.max(one.standardError(), other.standardError());
    return decimal(PERCENT * largest);
  }

  /** Rounding makes no certainty: 100 and 0 are all and none of the teams that were drawn. */
  private static double percent(Share share) {
    double rounded = decimal(PERCENT * share.value());
    if (share.part() < share.of()) {
      rounded = Math.min(rounded, SHORT_OF_ALL);
    }
    return share.part() > 0 ? Math.max(rounded, MORE_THAN_NONE) : rounded;
  }

  private static double decimal(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }
}
