package dev.rolewise.assessment.scoring.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * One-way analysis of variance of scores over teams and the intraclass correlations from it (Shrout
 * and Fleiss 1979, Psychological Bulletin 86; Bliese 2000): how much of a score is shared within
 * teams.
 */
public final class IntraclassCorrelation {

  private static final String TOO_FEW = "needs two teams with scores, and one of them with two";
  private static final String ALL_EQUAL = "all scores are equal";

  /**
   * The scores of one team.
   *
   * @param n scored respondents, 1 or more
   * @param mean of their scores
   * @param squares sum of squared deviations from that mean; exactly 0 when all are equal
   */
  public record Team(int n, double mean, double squares) {}

  private final int teams;
  private final long n;
  private final double sumOfSquaredSizes;
  private final double between;
  private final double within;

  private IntraclassCorrelation(List<Team> scored) {
    teams = scored.size();
    n = scored.stream().mapToLong(Team::n).sum();
    sumOfSquaredSizes = scored.stream().mapToDouble(t -> (double) t.n() * t.n()).sum();
    // DoubleStream sums are compensated: the order of the teams makes no difference that shows
    double first = teams == 0 ? 0 : scored.get(0).mean();
    double mean = first + scored.stream().mapToDouble(t -> t.n() * (t.mean() - first)).sum() / n;
    between = scored.stream().mapToDouble(t -> t.n() * (t.mean() - mean) * (t.mean() - mean)).sum();
    within = scored.stream().mapToDouble(Team::squares).sum();
  }

  /**
   * Analyses the scores of teams.
   *
   * @param scored teams with at least one score; others are left out by the caller
   */
  public static Aggregation of(List<Team> scored) {
    return new IntraclassCorrelation(scored).aggregation();
  }

  private Aggregation aggregation() {
    Figure meanSize =
        teams == 0 ? Figure.undefined("no team has a score") : Figure.of((double) n / teams);
    if (teams < 2 || n <= teams) {
      Figure none = Figure.undefined(TOO_FEW);
      return new Aggregation(
          teams, n, meanSize, none, none, none, none, none, none, none, none, none, none, none,
          none, none);
    }
    double k = meanSize.value();
    double k0 = (n - sumOfSquaredSizes / n) / (teams - 1);
    double msBetween = between / (teams - 1);
    double msWithin = within / (n - teams);
    Figure icc1 = icc1(msBetween, msWithin, k);
    double inflation = icc1.isDefined() ? 1 + (k - 1) * Math.max(0, icc1.value()) : Double.NaN;
    return new Aggregation(
        teams,
        n,
        meanSize,
        Figure.of(k0),
        Figure.of(msBetween),
        Figure.of(msWithin),
        Figure.of(teams - 1.0),
        Figure.of((double) n - teams),
        f(msBetween, msWithin),
        p(msBetween, msWithin),
        between + within > 0
            ? Figure.of(between / (between + within))
            : Figure.undefined(ALL_EQUAL),
        icc1,
        msBetween > 0
            ? Figure.of((msBetween - msWithin) / msBetween)
            : Figure.undefined("all teams have the same mean"),
        icc1(msBetween, msWithin, k0),
        icc1.isDefined() ? Figure.of(inflation) : icc1,
        icc1.isDefined() ? Figure.of(n / inflation) : icc1);
  }

  /** ICC(1) = (MSB - MSW) / (MSB + (k - 1) MSW) with team size k. */
  private static Figure icc1(double msBetween, double msWithin, double k) {
    double total = msBetween + (k - 1) * msWithin;
    return total > 0 ? Figure.of((msBetween - msWithin) / total) : Figure.undefined(ALL_EQUAL);
  }

  private static Figure f(double msBetween, double msWithin) {
    return msWithin > 0
        ? Figure.of(msBetween / msWithin)
        : Figure.undefined("the scores do not differ within teams");
  }

  private Figure p(double msBetween, double msWithin) {
    Figure f = f(msBetween, msWithin);
    return f.isDefined()
        ? Figure.of(FDistribution.of(teams - 1.0, n - teams).survivalProbability(f.value()))
        : f;
  }
}
