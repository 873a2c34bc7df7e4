package dev.rolewise.assessment.scoring.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the table that {@link dev.rolewise.assessment.scoring.TrendNoise} reads. The same
 * instrument, seed and number of teams give the same lines.
 */
public final class TrendTable {

  public static final int FEWEST_PEOPLE = 4;
  public static final int MOST_PEOPLE = 50;
  public static final int TEAMS = 10_000;
  public static final long SEED = 20_261;

  private final TrendSimulation simulation;

  public TrendTable(TrendSimulation simulation) {
    this.simulation = simulation;
  }

  /** The whole file, with its heading. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# 95 % band of the difference of a role's struggle (points, 0..100) between two rounds");
    lines.add(
        "# of a team in which nothing has changed: the same people answer, or everybody is new;");
    lines.add("# for a role of four areas and for a role of two. Simulated, see TrendSimulation.");
    lines.add("# Made by TrendTable, seed " + SEED + ", " + TEAMS + " teams per number of people;");
    lines.add(
        "# again with: mvn -pl assessment-service/scoring test -Dtest=TrendTableTest -Dtables=write");
    lines.add("people,same4,new4,same2,new2");
    for (int people = FEWEST_PEOPLE; people <= MOST_PEOPLE; people++) {
      lines.add(line(people));
    }
    return lines;
  }

  /** One line of the file. */
  public String line(int people) {
    TrendBands same = simulation.run(people, 0, TEAMS, SEED);
    TrendBands fresh = simulation.run(people, people, TEAMS, SEED);
    return String.format(
        Locale.ROOT,
        "%d,%.3f,%.3f,%.3f,%.3f",
        people,
        same.ofFour(),
        fresh.ofFour(),
        same.ofTwo(),
        fresh.ofTwo());
  }
}
