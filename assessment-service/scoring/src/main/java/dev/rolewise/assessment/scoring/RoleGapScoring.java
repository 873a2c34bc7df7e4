package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.ScanReport;
import java.util.List;

/**
 * Turns the released sheets of a round into a report of codes and numbers. Safe for use by several
 * threads.
 */
public final class RoleGapScoring {

  /** Names the scoring rules; stored with every report. */
  public static final String ENGINE = "role-gap/1";

  private final Instrument instrument;

  public RoleGapScoring(Instrument instrument) {
    this.instrument = instrument;
  }

  /**
   * @param facts the round
   * @param released the released sheets, in any order, in the order of the instrument reduced for
   *     the round
   * @throws IllegalArgumentException when a sheet does not fit the instrument or more sheets are
   *     released than received
   */
  public ScanReport report(RoundFacts facts, List<Sheet> released) {
    throw new UnsupportedOperationException(instrument.id());
  }
}
