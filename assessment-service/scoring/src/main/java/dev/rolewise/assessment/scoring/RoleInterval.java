package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.RoleSpread;
import dev.rolewise.assessment.scoring.report.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * 95 % interval of a role's struggle when part of the team answered: Student's t with the finite
 * population correction (Cochran, Sampling Techniques, section 2.6), mean +- t(.975; m-1) sd /
 * sqrt(m) x sqrt(1 - n/size), cut to 0..100. When everybody answered there is no sampling error
 * about this team, hence no interval.
 */
final class RoleInterval {

  private static final int FEWEST_SHEETS = 5;
  private static final double UPPER = 0.975;

  private final Questionnaire questionnaire;
  private final TeamFigures figures;
  private final Assessment assessment;
  private final int size;

  RoleInterval(TeamFigures figures, Assessment assessment, int size) {
    this.questionnaire = assessment.questionnaire();
    this.figures = figures;
    this.assessment = assessment;
    this.size = size;
  }

  /**
   * Null when the role is not usable, everybody answered, fewer than five did, or fewer than two
   * people have a value.
   */
  Interval of(int side) {
    RoleSpread spread = spread(side);
    return spread == null ? null : interval(side, spread);
  }

  /** What the interval is computed from; null when there is none. */
  RoleSpread spread(int side) {
    int n = figures.people();
    if (n >= size || n < FEWEST_SHEETS || !assessment.roles()[side].usable()) {
      return null;
    }
    RoleSpread spread = figures.spread(side, assessment.usableAreas());
    return spread.people() < 2 ? null : spread;
  }

  private Interval interval(int side, RoleSpread spread) {
    long multiple = PersonMeans.leastCommonMultiple(questionnaire.areasOfSide(side).length);
    int people = spread.people();
    double unit = 25.0 / (AreaSums.HALVES_PER_POINT * multiple);
    double mean = unit * spread.sum() / people;
    long squares =
        Math.subtractExact(
            Math.multiplyExact(people, spread.squares()),
            Math.multiplyExact(spread.sum(), spread.sum()));
    double deviation = unit * Math.sqrt((double) squares / ((double) people * (people - 1)));
    double t = TDistribution.of(people - 1.0).inverseCumulativeProbability(UPPER);
    double unanswered = 1 - (double) figures.people() / size;
    double margin = t * deviation / Math.sqrt(people) * Math.sqrt(unanswered);
    return new Interval(Math.max(0, mean - margin), Math.min(100, mean + margin));
  }
}
