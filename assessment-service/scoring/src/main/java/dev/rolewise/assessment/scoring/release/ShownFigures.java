package dev.rolewise.assessment.scoring.release;

import dev.rolewise.assessment.scoring.bundle.AreaFigures;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums;
import dev.rolewise.assessment.scoring.bundle.VoteSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a round shows after several releases: the half-refresh rule.
 *
 * <p>The rule. A report of a round with live values is computed from figures and from nothing else,
 * and each figure stands for itself: it takes in the answers of a release only when none or at
 * least k people are new in it since it was last shown. Otherwise it stays as it was last shown, or
 * is withheld while it never was; at a close, a figure that was never shown has nothing to be
 * subtracted from and follows the floor of every report, max(3, k - 1) people. The figures are the
 * two halves of every area (struggle with its distribution and don't-knows; who covers it) and,
 * from the first close on, those of the people who knew both wordings, the two wordings, and the
 * scenario votes.
 *
 * <p>Why that is enough. Whoever subtracts two reports gets, per figure, the sum of at least k
 * people or nothing. Everything else that such a report says (scores, quadrants, verdict, form,
 * what would flip it) is a function of figures it shows, so it adds nothing to subtract. What only
 * single people's answers can tell is therefore left out: a live report has no verdict, interval or
 * stability, and the report of a close tells such checks only where {@link AnsweredByEnough} says
 * so. People's means in several areas at once (the intervals) are shown by a close that leaves
 * nothing behind, under the same rule, and by no other. A don't-know inside a released set is not a
 * smaller set (architecture 4.3), but it makes a figure's set smaller, and the difference of two
 * such sets is what this rule is about.
 *
 * <p>Figures only grow, so what holds between neighbours holds between any two reports.
 */
public final class ShownFigures {
  /** Nothing was shown yet. */
  public static final RoundSums NONE = RoundSums.NOTHING;

  private final RoundSums earlier;
  private final RoundSums current;
  private final int k;
  private final boolean closing;

  private ShownFigures(RoundSums earlier, RoundSums current, int k, boolean closing) {
    this.earlier = earlier;
    this.current = current;
    this.k = k;
    this.closing = closing;
  }

  /**
   * What a report while the round is open may rest on: the halves of the areas. Figures that only a
   * close shows stay as they were.
   *
   * @param earlier what was last shown; {@link #NONE} before the first release
   * @param current the sums of all released sheets
   * @param k the fewest people that may be new in a figure
   */
  public static RoundSums live(RoundSums earlier, RoundSums current, int k) {
    return new ShownFigures(earlier, current, k, false).sums();
  }

  /**
   * What the report of a close may rest on.
   *
   * @param earlier what was last shown; {@link #NONE} before the first release
   * @param current the sums of all released sheets
   * @param k the fewest people that may be new in a figure
   */
  public static RoundSums atClose(RoundSums earlier, RoundSums current, int k) {
    if (earlier.people() == 0) {
      return current;
    }
    RoundSums shown = new ShownFigures(earlier, current, k, true).sums();
    boolean whole = nothingBehind(shown, current) && spreadsRefresh(earlier, current, k);
    return new RoundSums(
        shown.people(),
        shown.areas(),
        shown.votes(),
        whole ? current.spreads() : earlier.spreads(),
        AnsweredByEnough.of(current.stored(), shown, current));
  }

  /**
   * Whether no figure stays behind, so that the sums of the report belong together.
   *
   * @param shown what {@link #atClose} gave
   * @param current the sums of all released sheets
   */
  public static boolean whole(RoundSums shown, RoundSums current) {
    return nothingBehind(shown, current) && shown.spreads().equals(current.spreads());
  }

  private static boolean nothingBehind(RoundSums shown, RoundSums current) {
    return shown.areas().equals(current.areas()) && Objects.equals(shown.votes(), current.votes());
  }

  /**
   * Whether the halves of all areas rest on the same people.
   *
   * @param one sums of a round
   * @param other sums of the same round
   */
  public static boolean sameHalves(RoundSums one, RoundSums other) {
    for (int area = 0; area < one.areas().size(); area++) {
      AreaFigures left = one.areas().get(area);
      AreaFigures right = other.areas().get(area);
      if (raters(left.struggle()) != raters(right.struggle())
          || people(left.coverage()) != people(right.coverage())) {
        return false;
      }
    }
    return true;
  }

  private static boolean spreadsRefresh(RoundSums earlier, RoundSums current, int k) {
    return current.spreads().entrySet().stream()
        .filter(spread -> earlier.spreads().containsKey(spread.getKey()))
        .allMatch(
            spread ->
                ReleasePolicy.refreshesHalf(
                    spread.getValue().people() - earlier.spreads().get(spread.getKey()).people(),
                    k));
  }

  private RoundSums sums() {
    List<AreaFigures> areas = new ArrayList<>();
    for (int area = 0; area < current.areas().size(); area++) {
      AreaFigures before = earlier.areas().isEmpty() ? null : earlier.areas().get(area);
      areas.add(area(before, current.areas().get(area)));
    }
    return new RoundSums(
        current.people(),
        areas,
        closing ? votes(earlier.votes(), current.votes()) : earlier.votes(),
        earlier.spreads(),
        null);
  }

  private AreaFigures area(AreaFigures before, AreaFigures now) {
    List<Integer> shown = before == null ? null : before.coverage();
    return new AreaFigures(
        now.id(),
        struggle(before == null ? null : before.struggle(), now.struggle()),
        refreshes(people(shown), people(now.coverage())) ? now.coverage() : shown);
  }

  private StruggleSums struggle(StruggleSums before, StruggleSums now) {
    boolean refreshed = refreshes(raters(before), raters(now));
    StruggleSums half = refreshed ? now : before;
    if (half == null) {
      return null;
    }
    boolean details = closing && refreshed;
    boolean wordings = details && now.a() != null && wordingsRefresh(before, now);
    boolean complete =
        details && refreshes(completers(before), now.complete() == null ? 0 : completers(now));
    return new StruggleSums(
        half.raters(),
        half.halves(),
        half.distribution(),
        half.dontKnow(),
        wordings ? now.a() : before == null ? null : before.a(),
        wordings ? now.b() : before == null ? null : before.b(),
        complete ? now.complete() : before == null ? null : before.complete());
  }

  private boolean wordingsRefresh(StruggleSums before, StruggleSums now) {
    int a = before == null || before.a() == null ? 0 : before.a().raters();
    int b = before == null || before.b() == null ? 0 : before.b().raters();
    boolean neverShown = before == null || before.a() == null;
    return neverShown
        || ReleasePolicy.refreshesHalf(now.a().raters() - a, k)
            && ReleasePolicy.refreshesHalf(now.b().raters() - b, k);
  }

  private VoteSums votes(VoteSums before, VoteSums now) {
    return refreshes(before == null ? 0 : before.voters(), now == null ? 0 : now.voters())
        ? now
        : before;
  }

  /** A figure that too few people answered at all is not there to be shown. */
  private boolean refreshes(int before, int now) {
    boolean nothingToSubtract = closing && before == 0;
    return now > 0 && (nothingToSubtract || ReleasePolicy.refreshesHalf(now - before, k));
  }

  private static int raters(StruggleSums half) {
    return half == null ? 0 : half.raters();
  }

  private static int completers(StruggleSums half) {
    return half == null || half.complete() == null ? 0 : half.complete().raters();
  }

  private static int people(List<Integer> coverage) {
    return coverage == null ? 0 : coverage.stream().mapToInt(Integer::intValue).sum();
  }
}
