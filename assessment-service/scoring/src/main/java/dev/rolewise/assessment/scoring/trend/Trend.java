package dev.rolewise.assessment.scoring.trend;

import dev.rolewise.assessment.scoring.TrendNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays the closed rounds of a team beside each other. A score is compared with an earlier one only
 * where both are of the same areas and items; a difference counts as a change only outside the
 * noise band of {@link TrendNoise}.
 *
 * <p>How many of those who answered are new decides how wide that band is. Known newcomers give one
 * band. Without a word about them the band reaches from as few as the numbers allow (more answered
 * than the team had people) to everybody, and a difference between the two is left open. Over
 * several rounds newcomers add up, as nobody can be less new than that.
 */
public final class Trend {
  private Trend() {}

  /**
   * Compares.
   *
   * @param rounds closed rounds, oldest first
   * @return a point for each of them, in the same order
   */
  public static List<TrendPoint> of(List<RoundInTrend> rounds) {
    List<TrendPoint> points = new ArrayList<>();
    for (int at = 0; at < rounds.size(); at++) {
      points.add(point(rounds, at));
    }
    return points;
  }

  private static TrendPoint point(List<RoundInTrend> rounds, int at) {
    RoundInTrend round = rounds.get(at);
    int before = scoredBefore(rounds, at);
    if (!round.scored() || before < 0) {
      return new TrendPoint(round.id(), null, Turnover.FIRST, List.of(), List.of());
    }
    List<Change> changes = new ArrayList<>();
    List<Change> sinceFirst = new ArrayList<>();
    for (RoleInRound role : round.roles()) {
      List<Integer> earlier = comparable(rounds, at, role);
      if (!earlier.isEmpty()) {
        int last = earlier.get(earlier.size() - 1);
        changes.add(change(rounds, last, at, role));
        if (earlier.get(0) != last) {
          sinceFirst.add(change(rounds, earlier.get(0), at, role));
        }
      }
    }
    return new TrendPoint(
        round.id(),
        rounds.get(before).items().equals(round.items()),
        turnover(rounds, before, at),
        changes,
        sinceFirst);
  }

  private static int scoredBefore(List<RoundInTrend> rounds, int at) {
    int before = at - 1;
    while (before >= 0 && !rounds.get(before).scored()) {
      before--;
    }
    return before;
  }

  private static List<Integer> comparable(List<RoundInTrend> rounds, int at, RoleInRound role) {
    List<Integer> earlier = new ArrayList<>();
    for (int i = 0; i < at; i++) {
      if (rounds.get(i).scored() && scoreOf(rounds.get(i), role).isPresent()) {
        earlier.add(i);
      }
    }
    return earlier;
  }

  private static Optional<RoleInRound> scoreOf(RoundInTrend round, RoleInRound role) {
    return round.roles().stream().filter(role::comparableWith).findFirst();
  }

  private static Change change(List<RoundInTrend> rounds, int from, int to, RoleInRound role) {
    int people = Math.min(rounds.get(from).answered(), rounds.get(to).answered());
    int areas = role.areas().size();
    int fewest = fewestNew(rounds, from, to, people);
    int most = told(rounds, from, to) ? fewest : people;
    return Change.of(
        role.role(),
        rounds.get(from).id(),
        role.struggle() - scoreOf(rounds.get(from), role).orElseThrow().struggle(),
        TrendNoise.band(people, fewest, areas),
        TrendNoise.band(people, most, areas));
  }

  /** Whether the organiser said how many are new, for every round on the way. */
  private static boolean told(List<RoundInTrend> rounds, int from, int to) {
    return rounds.subList(from + 1, to + 1).stream().allMatch(round -> round.newcomers() != null);
  }

  private static int fewestNew(List<RoundInTrend> rounds, int from, int to, int people) {
    int said =
        rounds.subList(from + 1, to + 1).stream()
            .filter(round -> round.newcomers() != null)
            .mapToInt(RoundInTrend::newcomers)
            .sum();
    int grown = rounds.get(to).answered() - rounds.get(from).size();
    return Math.min(people, Math.max(said, Math.max(0, grown)));
  }

  private static Turnover turnover(List<RoundInTrend> rounds, int from, int to) {
    if (!told(rounds, from, to)) {
      return Turnover.UNKNOWN;
    }
    int fresh = fewestNew(rounds, from, to, rounds.get(to).size());
    if (fresh == 0) {
      return Turnover.SAME;
    }
    return 2 * fresh >= rounds.get(to).size() ? Turnover.MOST : Turnover.SOME;
  }
}
