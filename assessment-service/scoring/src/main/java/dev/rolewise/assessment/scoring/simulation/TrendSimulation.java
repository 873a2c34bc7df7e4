package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.RoleScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Two rounds of one team in which nothing has changed: how far a role's struggle moves all the
 * same.
 *
 * <p>The team's true struggle is drawn per area from .30..60, around the gate: noise is widest in
 * the middle of the scale, as answers near its ends have less room, so a band from here is on the
 * safe side elsewhere. Who stays keeps mood, view of each area and acquiescence; only what makes
 * two answers of one person differ (item noise, don't knows) is drawn again. Newcomers are other
 * people in the same team. Only roles with every area usable in both rounds count: a score over
 * other areas is another score, and comparing it would measure the areas.
 */
public final class TrendSimulation {

  private static final Range AROUND_THE_GATE = new Range(0.30, 0.60);
  private static final int TEAMS_AT_A_TIME = 100;
  private static final int INITIATIVES = 2;

  private final Instrument instrument;
  private final RoleGapScoring scoring;
  private final int threads;

  /**
   * @param instrument the whole instrument, not reduced
   * @param threads how many compute at the same time, 1 or more
   */
  public TrendSimulation(Instrument instrument, int threads) {
    this.instrument = instrument;
    this.scoring = new RoleGapScoring(instrument);
    this.threads = threads;
  }

  /**
   * @param people how many answer in each round, 4 or more
   * @param newcomers how many of them were not there the first time
   * @param teams how many teams to draw
   */
  public TrendBands run(int people, int newcomers, int teams, long seed) {
    List<Callable<TrendMoves>> parts = new ArrayList<>();
    for (int from = 0; from < teams; from += TEAMS_AT_A_TIME) {
      int first = from;
      int last = Math.min(teams, from + TEAMS_AT_A_TIME);
      parts.add(() -> teams(people, newcomers, first, last, seed));
    }
    TrendMoves moves = new TrendMoves();
    Workers.compute(threads, parts).forEach(moves::plus);
    return TrendBands.of(moves);
  }

  private TrendMoves teams(int people, int newcomers, int first, int last, long seed) {
    TrendMoves moves = new TrendMoves();
    for (int team = first; team < last; team++) {
      addTeam(moves, people, newcomers, Draws.of(seed, people, team));
    }
    return moves;
  }

  private void addTeam(TrendMoves moves, int people, int newcomers, Draws draws) {
    TrueState state = state(draws);
    List<Respondent> before = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      before.add(person(state, draws));
    }
    List<Respondent> after = new ArrayList<>(before.subList(newcomers, people));
    while (after.size() < people) {
      after.add(person(state, draws));
    }
    ScanReport then = report(before, draws);
    ScanReport now = report(after, draws);
    for (int role = 0; role < then.roles().size(); role++) {
      RoleScore from = then.roles().get(role);
      RoleScore to = now.roles().get(role);
      if (complete(then, from) && complete(now, to)) {
        moves.add(areas(then, from).size(), to.struggle() - from.struggle());
      }
    }
  }

  private static boolean complete(ScanReport report, RoleScore role) {
    return areas(report, role).stream().allMatch(AreaScore::usable);
  }

  private static List<AreaScore> areas(ScanReport report, RoleScore role) {
    return report.areas().stream().filter(area -> area.role().equals(role.id())).toList();
  }

  private TrueState state(Draws draws) {
    double[] struggle = new double[instrument.areas().size()];
    for (int area = 0; area < struggle.length; area++) {
      struggle[area] = draws.between(AROUND_THE_GATE);
    }
    // a role needs coverage answers to be judged at all; what they say does not move its struggle
    return new TrueState(struggle, new double[struggle.length]);
  }

  private Respondent person(TrueState state, Draws draws) {
    return Respondent.draw(instrument, AnswerModel.REFERENCE, state, draws);
  }

  private ScanReport report(List<Respondent> people, Draws draws) {
    List<Sheet> sheets = people.stream().map(person -> person.sheet(draws)).toList();
    RoundFacts facts =
        new RoundFacts(sheets.size(), SimulationPlan.K, INITIATIVES, List.of(), sheets.size());
    return scoring.report(facts, sheets);
  }
}
