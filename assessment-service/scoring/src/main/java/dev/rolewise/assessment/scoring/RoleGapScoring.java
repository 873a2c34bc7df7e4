package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.Contradiction;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.ScoredRound;
import dev.rolewise.assessment.scoring.release.ShownFigures;
import dev.rolewise.assessment.scoring.release.ShownRound;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.trace.Explanation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns the released sheets of a round into a report of codes and numbers. Every threshold is
 * decided on integers or fractions; the order of the sheets makes no difference. Immutable, so safe
 * for use by several threads.
 */
public final class RoleGapScoring implements BundleEngine {

  /** Names the scoring rules; stored with every report. */
  public static final String ENGINE = "role-gap/1";

  /**
   * One questionnaire per number of initiatives at which something changes; the last one is the
   * whole instrument.
   */
  private final List<RoundScoring> byInitiatives;

  /**
   * @throws IllegalArgumentException when the instrument lacks a product or a project side that
   *     everybody is asked about
   */
  public RoleGapScoring(Instrument instrument) {
    int most =
        instrument.sides().stream().mapToInt(Instrument.Side::minimumInitiatives).max().orElse(1);
    this.byInitiatives =
        IntStream.rangeClosed(1, Math.max(1, most))
            .mapToObj(initiatives -> new RoundScoring(instrument.forInitiatives(initiatives)))
            .toList();
  }

  /**
   * @param facts the round
   * @param released the released sheets, in any order, in the order of the instrument reduced for
   *     the round. Fewer than k of them count as none: nothing is then computed from them
   * @throws IllegalArgumentException when a sheet does not fit the instrument or more sheets are
   *     released than received
   */
  public ScanReport report(RoundFacts facts, List<Sheet> released) {
    RoundScoring scoring = scoring(facts);
    return report(facts, scoring, SheetColumns.of(scoring.instrument(), released));
  }

  /**
   * The same from columns, for many sheets at once.
   *
   * @param facts the round
   * @param released the released sheets in the order of the instrument reduced for the round
   * @throws IllegalArgumentException when the columns do not fit the instrument or more sheets are
   *     released than received
   */
  public ScanReport report(RoundFacts facts, SheetColumns released) {
    return report(facts, scoring(facts), released);
  }

  /**
   * The report together with the sums it can be computed from again.
   *
   * @param facts the round
   * @param released as for {@link #report(RoundFacts, List)}
   */
  public ScoredRound score(RoundFacts facts, List<Sheet> released) {
    requireReceived(facts, released.size());
    RoundScoring scoring = scoring(facts);
    return scoring.score(facts, SheetColumns.of(scoring.instrument(), released));
  }

  /**
   * The report of a release while the round is open: scores of areas and roles, and no verdict.
   *
   * @param facts the round
   * @param released as for {@link #report(RoundFacts, List)}
   * @param earlier the figures that were last shown, see {@link ShownFigures}
   */
  public ShownRound live(RoundFacts facts, List<Sheet> released, RoundSums earlier) {
    RoundSums all = score(facts, released).sums();
    RoundSums shown = ShownFigures.live(earlier, all, facts.k());
    return new ShownRound(
        scoring(facts).withoutVerdict(facts, withoutSpreads(shown)),
        shown,
        ShownFigures.sameHalves(shown, all));
  }

  /**
   * The report of a close after releases while the round was open.
   *
   * @param facts the round
   * @param released as for {@link #report(RoundFacts, List)}
   * @param earlier the figures that were last shown, see {@link ShownFigures}
   */
  public ShownRound atClose(RoundFacts facts, List<Sheet> released, RoundSums earlier) {
    RoundSums all = score(facts, released).sums();
    RoundSums shown = ShownFigures.atClose(earlier, all, facts.k());
    boolean whole = ShownFigures.whole(shown, all);
    return new ShownRound(report(facts, whole ? shown : withoutSpreads(shown)), shown, whole);
  }

  private static RoundSums withoutSpreads(RoundSums sums) {
    return new RoundSums(sums.people(), sums.areas(), sums.votes(), Map.of(), sums.stored());
  }

  @Override
  public ScanReport report(RoundFacts facts, RoundSums sums) {
    return scoring(facts).report(facts, sums);
  }

  @Override
  public List<Contradiction> contradictions(RoundFacts facts, RoundSums sums) {
    RoundScoring scoring = scoring(facts);
    List<Contradiction> found = SumsCheck.of(scoring.instrument(), facts, sums);
    return found.isEmpty() ? SumsDifference.between(sums, scoring.rewritten(facts, sums)) : found;
  }

  @Override
  public Explanation explain(RoundFacts facts, RoundSums sums) {
    return scoring(facts).explain(facts, sums);
  }

  private static ScanReport report(RoundFacts facts, RoundScoring scoring, SheetColumns released) {
    requireReceived(facts, released.people());
    return scoring.report(facts, released);
  }

  private static void requireReceived(RoundFacts facts, int released) {
    if (released > facts.received()) {
      throw new IllegalArgumentException("more sheets released than received");
    }
  }

  private RoundScoring scoring(RoundFacts facts) {
    return byInitiatives.get(Math.min(facts.initiatives(), byInitiatives.size()) - 1);
  }
}
