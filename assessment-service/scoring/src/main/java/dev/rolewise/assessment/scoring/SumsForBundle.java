package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.AreaFigures;
import dev.rolewise.assessment.scoring.bundle.RoleSpread;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.StoredChecks;
import dev.rolewise.assessment.scoring.bundle.StruggleSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.CompleteSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.WordingSums;
import dev.rolewise.assessment.scoring.bundle.VoteSums;
import dev.rolewise.assessment.scoring.report.Stability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses which sums a bundle carries: what the report is computed from, and nothing that fewer
 * than {@code usability} people answered. Applied to the figures of a bundle it gives that bundle's
 * sums again; a bundle where it does not was not written by us.
 */
final class SumsForBundle {

  private final TeamFigures figures;
  private final Assessment assessment;
  private final Stability stability;
  private final int fewest;

  private SumsForBundle(TeamFigures figures, Assessment assessment, Stability stability) {
    this.figures = figures;
    this.assessment = assessment;
    this.stability = stability;
    this.fewest = assessment.usability();
  }

  /**
   * @param stability null without a verdict
   */
  static RoundSums of(TeamFigures figures, Assessment assessment, Stability stability, int size) {
    return new SumsForBundle(figures, assessment, stability).sums(size);
  }

  private RoundSums sums(int size) {
    List<AreaFigures> areas = new ArrayList<>();
    for (int area = 0; area < figures.tallies().length; area++) {
      areas.add(area(area));
    }
    Map<String, RoleSpread> spreads = new LinkedHashMap<>();
    RoleInterval interval = new RoleInterval(figures, assessment, size);
    Questionnaire questionnaire = assessment.questionnaire();
    for (int side = 0; side < questionnaire.sides(); side++) {
      RoleSpread spread = interval.spread(side);
      if (spread != null) {
        spreads.put(questionnaire.side(side).role(), spread);
      }
    }
    return new RoundSums(figures.people(), areas, votes(), spreads, stored(areas, size));
  }

  private AreaFigures area(int area) {
    AreaTally tally = figures.tally(area);
    return new AreaFigures(
        assessment.questionnaire().area(area).id(),
        tally.both().struggleKnown(fewest) ? struggle(tally) : null,
        tally.both().gapKnown(fewest) ? counts(tally.coverage()) : null);
  }

  private StruggleSums struggle(AreaTally tally) {
    boolean wordings = stability != null && showsWordings(tally);
    AreaTally.Complete complete = tally.complete();
    return new StruggleSums(
        tally.both().raters(),
        tally.both().halves(),
        counts(tally.distribution()),
        tally.dontKnow(),
        wordings ? wording(tally.a()) : null,
        wordings ? wording(tally.b()) : null,
        complete.raters() < fewest
            ? null
            : new CompleteSums(complete.raters(), complete.deviations(), complete.spread()));
  }

  /** Whether neither wording was answered by some, but too few. */
  private boolean showsWordings(AreaTally tally) {
    int a = tally.a().raters();
    int b = tally.b().raters();
    boolean all = a + b == Arrays.stream(tally.distribution()).sum();
    return all && (a == 0 || a >= fewest) && (b == 0 || b >= fewest);
  }

  private static WordingSums wording(AreaSums sums) {
    return new WordingSums(sums.raters(), sums.halves() / AreaSums.HALVES_PER_POINT);
  }

  private VoteSums votes() {
    VotePool pool = figures.votes();
    return stability == null || pool == null || pool.voters() < fewest
        ? null
        : new VoteSums(pool.voters(), counts(pool.bySide()));
  }

  private StoredChecks stored(List<AreaFigures> areas, int size) {
    if (stability == null) {
      return null;
    }
    boolean halfWithheld =
        areas.stream().anyMatch(area -> area.struggle() == null || area.coverage() == null);
    boolean wordingWithheld =
        areas.stream().anyMatch(area -> area.struggle() != null && area.struggle().a() == null);
    return new StoredChecks(
        stability.leaveOnePersonOut().flips(),
        figures.people() < size && halfWithheld ? stability.missingAnswers().couldFlip() : null,
        wordingWithheld ? stability.wording().same() : null);
  }

  private static List<Integer> counts(int[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }
}
