package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.AreaFigures;
import dev.rolewise.assessment.scoring.bundle.RoleSpread;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.StoredChecks;
import dev.rolewise.assessment.scoring.bundle.StruggleSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.CompleteSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.WordingSums;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.List;

/** The sums of a bundle in the engine's terms; what is withheld stands at zero people. */
final class BundledFigures implements TeamFigures {

  private static final WordingSums NOBODY = new WordingSums(0, 0);
  private static final RoleSpread NO_SPREAD = new RoleSpread(0, 0, 0);

  private final Questionnaire questionnaire;
  private final RoundSums sums;
  private final AreaTally[] tallies;

  BundledFigures(Questionnaire questionnaire, RoundSums sums) {
    this.questionnaire = questionnaire;
    this.sums = sums;
    if (sums.areas().size() != questionnaire.areas()) {
      throw new IllegalArgumentException("not the areas of the questionnaire");
    }
    tallies = new AreaTally[questionnaire.areas()];
    for (int area = 0; area < tallies.length; area++) {
      tallies[area] = tally(sums.areas().get(area));
    }
  }

  private AreaTally tally(AreaFigures area) {
    int[] options = counts(area.coverage(), questionnaire.coverageOptions());
    int coverers = 0;
    long credits = 0;
    for (int option = 0; option < options.length; option++) {
      coverers += options[option];
      credits += (long) options[option] * questionnaire.credits()[option];
    }
    StruggleSums struggle = area.struggle();
    boolean known = struggle != null;
    WordingSums a = known && struggle.a() != null ? struggle.a() : NOBODY;
    WordingSums b = known && struggle.b() != null ? struggle.b() : NOBODY;
    return new AreaTally(
        new AreaSums(
            known ? struggle.halves() : 0, known ? struggle.raters() : 0, credits, coverers),
        AreaSums.ofPoints(a.points(), a.raters(), credits, coverers),
        AreaSums.ofPoints(b.points(), b.raters(), credits, coverers),
        counts(known ? struggle.distribution() : null, Instrument.HIGHEST_ANSWER + 1),
        known ? struggle.dontKnow() : 0,
        options,
        complete(known ? struggle.complete() : null));
  }

  private static AreaTally.Complete complete(CompleteSums complete) {
    return complete == null
        ? new AreaTally.Complete(0, 0, 0)
        : new AreaTally.Complete(complete.raters(), complete.deviations(), complete.spread());
  }

  private static int[] counts(List<Integer> counts, int length) {
    if (counts != null && counts.size() != length) {
      throw new IllegalArgumentException("not the options of the questionnaire");
    }
    return counts == null ? new int[length] : counts.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public int people() {
    return sums.people();
  }

  @Override
  public AreaTally[] tallies() {
    return tallies;
  }

  @Override
  public VotePool votes() {
    return sums.votes() == null
        ? null
        : new VotePool(
            sums.votes().voters(), counts(sums.votes().votes(), questionnaire.sides() + 1));
  }

  @Override
  public RoleSpread spread(int side, boolean[] usable) {
    return sums.spreads().getOrDefault(questionnaire.side(side).role(), NO_SPREAD);
  }

  /** As it came out when the sheets were at hand. */
  @Override
  public Boolean flipsWithoutOne(VerdictCode code, int usability) {
    return stored().onePersonLessFlips();
  }

  /** Unless it was stored, or the halves of the areas are not about everybody. */
  @Override
  public boolean sumsTellMissing() {
    return stored().missingCouldFlip() == null && stored().onePersonLessFlips() != null;
  }

  @Override
  public Boolean storedCouldFlip() {
    return stored().missingCouldFlip();
  }

  @Override
  public boolean sumsTellWordings() {
    return sums.areas().stream()
        .allMatch(area -> area.struggle() == null || area.struggle().a() != null);
  }

  @Override
  public Boolean storedSameWording() {
    return stored().sameWording();
  }

  private StoredChecks stored() {
    return sums.stored() == null ? StoredChecks.NOT_TOLD : sums.stored();
  }
}
