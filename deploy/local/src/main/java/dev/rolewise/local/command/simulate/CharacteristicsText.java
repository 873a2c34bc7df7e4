package dev.rolewise.local.command.simulate;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.TrendNoise;
import dev.rolewise.assessment.scoring.simulation.AnswerModel;
import dev.rolewise.assessment.scoring.simulation.KindOutcomes;
import dev.rolewise.assessment.scoring.simulation.Levels;
import dev.rolewise.assessment.scoring.simulation.OperatingCharacteristics;
import dev.rolewise.assessment.scoring.simulation.Outcomes;
import dev.rolewise.assessment.scoring.simulation.Share;
import dev.rolewise.assessment.scoring.simulation.SimulationPlan;
import dev.rolewise.assessment.scoring.simulation.Stable;
import dev.rolewise.assessment.scoring.simulation.TeamKind;
import dev.rolewise.assessment.scoring.simulation.WordingBias;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures for a person at a terminal: plain letters, per cent, the error of each. */
final class CharacteristicsText {

  private static final double PERCENT = 100;
  private static final String ROW = "%-28s%-17s%15s%16s%16s";

  private final Instrument instrument;
  private final OperatingCharacteristics found;
  private final WordingBias bias;
  private final List<String> lines = new ArrayList<>();

  CharacteristicsText(Instrument instrument, OperatingCharacteristics found, WordingBias bias) {
    this.instrument = instrument;
    this.found = found;
    this.bias = bias;
  }

  List<String> lines() {
    lines.clear();
    head();
    kinds();
    stability();
    strength();
    rest();
    return lines;
  }

  private void head() {
    SimulationPlan plan = found.plan();
    AnswerModel model = plan.model();
    line("SIMULATION: made-up teams, answered by a model of people; no data about real teams");
    line(
        "Instrument %s version %d (%s), scoring %s",
        instrument.id(),
        instrument.version(),
        instrument.hash().substring(0, 12),
        RoleGapScoring.ENGINE);
    line(
        "Teams of %d, %s, %d connected initiative%s, %s trouble; %,d of each kind, seed %d",
        plan.size(),
        plan.answered() == plan.size() ? "all answer" : plan.answered() + " answer",
        plan.initiatives(),
        plan.initiatives() == 1 ? "" : "s",
        plan.mild() ? "mild" : "clear",
        plan.teamsPerKind(),
        plan.seed());
    line(
        "Don't know: %s %% of the answers, %s %% of those about who takes care; saying yes: %s;"
            + " shared gloom: %s; straight-liners: %d",
        number(PERCENT * model.dontKnow()),
        number(PERCENT * model.coverageDontKnow()),
        number(model.acquiescence()),
        number(model.gloom()),
        model.straightLiners());
  }

  private void kinds() {
    line("");
    line(ROW, "kind of team", "right verdict", "right", "misses a role*", "no verdict");
    for (KindOutcomes kind : found.kinds()) {
      row(name(kind.kind()), kind.kind().right().name(), kind.all());
    }
    row("all kinds", "", found.all());
    row("all, every area usable", "", found.usable());
    row("needing nobody", "", found.needingNobody());
    row("healthy or supported", "", found.healthyOrSupported());
    line("* verdicts that a role is missing: false advice where the kind needs nobody.");
    line("right and misses a role: per cent of the verdicts; no verdict: per cent of the teams;");
    line("+/- is the Monte-Carlo standard error, not how far real teams may be off.");
  }

  private void row(String name, String right, Outcomes outcomes) {
    line(
        ROW,
        name,
        right,
        share(outcomes.rightVerdicts()),
        share(outcomes.advised()),
        share(outcomes.withoutVerdict()));
  }

  private void stability() {
    line("");
    line("%-61s%15s%16s%16s", "stable means", "stable", "right if so", "right if not");
    stable("no area, left out, changes the verdict", found.all().withoutOneArea());
    stable("  of teams with every area usable", found.usable().withoutOneArea());
    stable("nobody, left out, changes the verdict", found.all().withoutOnePerson());
    stable("  of teams with every area usable", found.usable().withoutOnePerson());
  }

  private void stable(String meaning, Stable stable) {
    line(
        "%-61s%15s%16s%16s",
        meaning,
        share(stable.share()),
        share(stable.rightWhenStable()),
        share(stable.rightWhenUnstable()));
  }

  private void strength() {
    Outcomes all = found.all();
    line("");
    levels("Strength shown", all.firmness(), "firm", "provisional", "leaning");
    levels("Confidence shown", all.confidence(), "high", "medium", "low");
    line(
        "Of the teams that need nobody and were told that they miss a role, %s were warned that"
            + " everything is rated heavy",
        share(found.needingNobody().warned()));
  }

  private void levels(String what, Levels levels, String best, String middle, String last) {
    int verdicts = found.all().verdicts();
    line(
        "%s: %s %s, %s %s, %s %s",
        what,
        best,
        share(new Share(levels.best(), verdicts)),
        middle,
        share(new Share(levels.middle(), verdicts)),
        last,
        share(new Share(levels.last(), verdicts)));
  }

  private void rest() {
    if (bias.areas() > 0) {
      line(
          "An area's struggle is reported %+.1f points off the truth; problem wordings alone: %+.1f",
          bias.meanBalanced(), bias.meanProblemsOnly());
    }
    int people = found.plan().answered();
    if (people >= SimulationPlan.K) {
      line(
          "A role of four areas moves by up to %.1f points between two rounds in which nothing"
              + " changes (95 %%); when everybody is new: %.1f",
          TrendNoise.band(people, 0), TrendNoise.band(people, people));
    }
  }

  private static String name(TeamKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String share(Share share) {
    return share.of() == 0
        ? "-"
        : String.format(
            Locale.ROOT, "%.1f +/- %.1f", PERCENT * share.value(), PERCENT * share.standardError());
  }

  /** As few decimals as it takes. */
  private static String number(double value) {
    String plain = String.format(Locale.ROOT, "%.2f", value);
    return plain.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
