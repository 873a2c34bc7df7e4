package dev.rolewise.assessment.scoring;

import java.util.List;

/**
 * How far a role's struggle moves between two rounds when nothing has changed. A difference inside
 * the band is no demonstrable change; only outside it may a change be called.
 *
 * <p>It holds for a score over the same areas in both rounds: when another area has become usable
 * the scores are not of the same thing. The bands are simulated (package {@code simulation}, class
 * TrendSimulation: the reference answer model and the production scoring) and read from {@code
 * trend-noise.csv}: for 4 to 50 people, same people or everybody new, a role of four areas or of
 * two. In between, variances are added, as every person's share of the difference is independent of
 * the others':
 *
 * <ul>
 *   <li>m newcomers among n: band(m)^2 = band(0)^2 + m/n (band(n)^2 - band(0)^2)
 *   <li>more than 50 people: band(50) x sqrt(50 / n)
 *   <li>A usable areas, not 2 or 4: band^2 is linear in 1/A, as what a person sees differently and
 *       item noise are averaged over areas and mood is not
 * </ul>
 */
public final class TrendNoise {

  /** Fewest people for whom there is a band. */
  public static final int FEWEST = 4;

  private static final int AREAS_OF_A_LARGE_ROLE = 4;
  private static final int AREAS_OF_A_SMALL_ROLE = 2;
  private static final int SAME = 1;
  private static final int NEW = 2;
  private static final int SMALL_ROLE = 2;

  private static final List<double[]> TABLE = CommittedTable.read("trend-noise.csv");

  private TrendNoise() {}

  /**
   * Half the width of the band, in points, for a role of four areas: 95 % of differences without a
   * change are at most this, up or down.
   *
   * @param people who answered, 4 or more; of two unlike rounds the smaller number
   * @param newcomers how many of them were not there the first time, 0..people
   */
  public static double band(int people, int newcomers) {
    return band(people, newcomers, AREAS_OF_A_LARGE_ROLE);
  }

  /**
   * The same for a role of another number of usable areas; the fewer, the wider.
   *
   * @param areas 1 or more
   */
  public static double band(int people, int newcomers, int areas) {
    if (people < FEWEST || newcomers < 0 || newcomers > people || areas < 1) {
      throw new IllegalArgumentException(
          "no noise band for %d people, %d newcomers, %d areas"
              .formatted(people, newcomers, areas));
    }
    int largest = FEWEST + TABLE.size() - 1;
    double[] row = TABLE.get(Math.min(people, largest) - FEWEST);
    double share = (double) newcomers / people;
    double same = variance(row, SAME, areas);
    double variance = same + share * (variance(row, NEW, areas) - same);
    return Math.sqrt(variance * Math.min(1, (double) largest / people));
  }

  private static double variance(double[] row, int column, int areas) {
    double large = row[column] * row[column];
    double small = row[column + SMALL_ROLE] * row[column + SMALL_ROLE];
    double towardsSmall =
        (1.0 / areas - 1.0 / AREAS_OF_A_LARGE_ROLE)
            / (1.0 / AREAS_OF_A_SMALL_ROLE - 1.0 / AREAS_OF_A_LARGE_ROLE);
    return large + towardsSmall * (small - large);
  }
}
