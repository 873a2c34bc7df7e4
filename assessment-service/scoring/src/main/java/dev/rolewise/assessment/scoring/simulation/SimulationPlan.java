package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.RoundFacts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is simulated.
 *
 * @param size announced size of the teams, 4..50
 * @param answered people who answer, 1..size
 * @param initiatives number of connected initiatives, 1 or more; with one, teams that need a
 *     programme manager are left out: nobody asks about it
 * @param mild trouble that is harder to tell from none
 * @param model how people answer
 * @param teamsPerKind teams drawn of every kind
 * @param seed the same seed gives the same teams
 */
public record SimulationPlan(
    int size,
    int answered,
    int initiatives,
    boolean mild,
    AnswerModel model,
    int teamsPerKind,
    long seed) {

  public static final int SMALLEST_TEAM = 4;
  public static final int LARGEST_TEAM = 50;

  /** The fewest sheets that are released together: what a round has when nobody chooses. */
  public static final int K = 4;

  public SimulationPlan {
    require(size >= SMALLEST_TEAM && size <= LARGEST_TEAM, "size");
    require(answered >= 1 && answered <= size, "answered");
    require(initiatives >= 1, "initiatives");
    require(teamsPerKind >= 1, "teamsPerKind");
    require(model.straightLiners() <= answered, "straightLiners");
  }

  /** Everybody answers, two initiatives, nothing special about the answers. */
  public static SimulationPlan ofWholeTeams(int size, boolean mild, int teamsPerKind, long seed) {
    return new SimulationPlan(size, size, 2, mild, AnswerModel.REFERENCE, teamsPerKind, seed);
  }

  /** The same teams, answering in another way. */
  public SimulationPlan answering(AnswerModel other) {
    return new SimulationPlan(size, answered, initiatives, mild, other, teamsPerKind, seed);
  }

  /** The kinds of team that are drawn. */
  public List<TeamKind> kinds() {
    return Stream.of(TeamKind.values())
        .filter(kind -> initiatives > 1 || !kind.needsSeveralInitiatives())
        .toList();
  }

  /** How many teams are drawn in all. */
  public int teams() {
    return Math.multiplyExact(teamsPerKind, kinds().size());
  }

  RoundFacts facts() {
    return new RoundFacts(size, K, initiatives, List.of(), answered);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what + " out of range");
    }
  }
}
