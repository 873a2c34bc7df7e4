package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.Contradiction;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.trace.Explanation;
import java.util.List;

/** One version of the scoring rules, working from the sums of a bundle. */
public interface BundleEngine {

  /**
   * Numbers that cannot all be true; empty when everything hangs together.
   *
   * @param facts the round, whose k is at most its size
   * @param sums any sums: nothing about them is taken for granted
   */
  List<Contradiction> contradictions(RoundFacts facts, RoundSums sums);

  /**
   * The report that these sums give.
   *
   * @param sums without {@link #contradictions}
   */
  ScanReport report(RoundFacts facts, RoundSums sums);

  /**
   * How that report came about.
   *
   * @param sums without {@link #contradictions}
   */
  Explanation explain(RoundFacts facts, RoundSums sums);
}
