package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Parameters;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the answers without some one person give another code. Most teams stand far from the
 * gates: whoever leaves, a role's struggle and gap stay between bounds that follow from the answers
 * that occur, and no person needs to be tried. Only a role that a bound could carry over a gate is
 * tried person by person. Floating point says no more than "clearly on this side"; whatever is
 * nearer to a gate than {@link #CLEARLY} is decided on exact fractions.
 */
final class OnePersonLess {

  private static final int FEWEST_LEFT = 2;
  private static final int MOST_HALVES = AreaSums.HALVES_PER_POINT * Instrument.HIGHEST_ANSWER;

  // of a sum of percents over the areas of a role; its rounding errors are millions of times
  // smaller
  private static final double CLEARLY = 1e-6;

  private final Questionnaire questionnaire;
  private final Judge judge;
  private final TeamAnswers answers;
  private final int usability;
  private final int usabilityOfRest;
  private final AreaSums[] sums;
  private final RoleJudgement[] roles;

  OnePersonLess(Questionnaire questionnaire, Judge judge, TeamAnswers answers, int usability) {
    this.questionnaire = questionnaire;
    this.judge = judge;
    this.answers = answers;
    this.usability = usability;
    this.usabilityOfRest = Math.max(FEWEST_LEFT, usability - 1);
    this.sums = answers.sums();
    this.roles = judge.roles(sums, usability);
  }

  boolean flips(VerdictCode code) {
    if (usabilityCanChange()) {
      for (int person = 0; person < answers.people(); person++) {
        if (flips(person, code)) {
          return true;
        }
      }
      return false;
    }
    List<Tipping> open = open();
    return !open.isEmpty() && anyFlips(open, code);
  }

  private boolean usabilityCanChange() {
    for (AreaSums area : sums) {
      boolean stays =
          area.usable(usability)
              ? Math.min(area.raters(), area.coverers()) - 1 >= usabilityOfRest
              : !area.usable(usabilityOfRest);
      if (!stays) {
        return true;
      }
    }
    return false;
  }

  private boolean flips(int person, VerdictCode code) {
    return judge.codeWithoutR0(answers.sumsWithout(person), usabilityOfRest) != code;
  }

  /** What one person could carry over a gate. */
  private List<Tipping> open() {
    Parameters gates = questionnaire.instrument().parameters();
    List<Tipping> open = new ArrayList<>();
    for (int side = 0; side < roles.length; side++) {
      if (roles[side].usable()) {
        Tipping struggle = Tipping.struggle(side, roles[side], gates.struggleGate());
        Tipping gap = Tipping.gap(side, roles[side], gates.gapGate());
        for (int area : questionnaire.areasOfSide(side)) {
          if (sums[area].usable(usability)) {
            struggle.add(area, strugglesLeft(area), answers.halvesOf(area));
            gap.add(area, gapsLeft(area), answers.coverageOf(area));
          }
        }
        if (struggle.isOpen()) {
          open.add(struggle);
        }
        if (gap.isOpen()) {
          open.add(gap);
        }
      }
    }
    return open;
  }

  /** An area's struggle when somebody with this many half points is gone, by half points + 1. */
  private double[] strugglesLeft(int area) {
    AreaSums all = sums[area];
    double[] left = new double[MOST_HALVES + 2];
    left[0] = 12.5 * all.halves() / all.raters();
    for (int halves = 0; halves <= MOST_HALVES; halves++) {
      left[halves + 1] = 12.5 * (all.halves() - halves) / (all.raters() - 1);
    }
    return left;
  }

  /** An area's gap when somebody with this coverage value is gone, by value + 1. */
  private double[] gapsLeft(int area) {
    AreaSums all = sums[area];
    double[] left = new double[questionnaire.highestCoverageValue() + 2];
    left[0] = 100.0 - (double) all.credits() / all.coverers();
    for (int value = 0; value < left.length - 1; value++) {
      int option = questionnaire.optionOfValue(value);
      int credit = option < 0 ? 0 : questionnaire.credits()[option];
      left[value + 1] = 100.0 - (double) (all.credits() - credit) / (all.coverers() - 1);
    }
    return left;
  }

  private boolean anyFlips(List<Tipping> open, VerdictCode code) {
    for (int person = 0; person < answers.people(); person++) {
      boolean same = true;
      for (int i = 0; i < open.size() && same; i++) {
        same = open.get(i).clearlyStays(answers, person);
      }
      if (!same && flips(person, code)) {
        return true;
      }
    }
    return false;
  }

  /** A role's struggle or gap against its gate when one person is gone. */
  private static final class Tipping {

    private final boolean struggle;
    private final boolean high;
    private final double gate;
    private final List<double[]> left = new ArrayList<>();
    private final int[] areas;
    private double lowest;
    private double highest;

    private Tipping(boolean struggle, boolean high, RoleJudgement role, int gate) {
      this.struggle = struggle;
      this.high = high;
      this.gate = (double) gate * role.usableAreas();
      this.areas = new int[role.usableAreas()];
    }

    static Tipping struggle(int side, RoleJudgement role, int gate) {
      return new Tipping(true, role.struggle().isAtLeast(gate), role, gate);
    }

    static Tipping gap(int side, RoleJudgement role, int gate) {
      return new Tipping(false, role.gap().isAtLeast(gate), role, gate);
    }

    /**
     * @param without the area's value by code of the person who is gone
     * @param occurring how many people have each code
     */
    void add(int area, double[] without, int[] occurring) {
      double low = Double.POSITIVE_INFINITY;
      double up = Double.NEGATIVE_INFINITY;
      for (int code = 0; code < without.length; code++) {
        if (occurring[code] > 0) {
          low = Math.min(low, without[code]);
          up = Math.max(up, without[code]);
        }
      }
      areas[left.size()] = area;
      left.add(without);
      lowest += low;
      highest += up;
    }

    boolean isOpen() {
      return high ? lowest < gate + CLEARLY : highest > gate - CLEARLY;
    }

    boolean clearlyStays(TeamAnswers answers, int person) {
      double sum = 0;
      for (int i = 0; i < areas.length; i++) {
        int code =
            struggle
                ? answers.halves(person, areas[i]) + 1
                : answers.coverage(person, areas[i]) + 1;
        sum += left.get(i)[code];
      }
      return high ? sum >= gate + CLEARLY : sum <= gate - CLEARLY;
    }
  }
}
