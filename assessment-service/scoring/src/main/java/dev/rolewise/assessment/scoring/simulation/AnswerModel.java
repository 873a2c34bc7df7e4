package dev.rolewise.assessment.scoring.simulation;

/**
 * How people answer about the team they are in. On the scale 0..1 (a quarter is one scale point) a
 * person feels t = s + N(0, .12) + N(0, .14) about an area: the team's struggle, the person's mood,
 * and what the person sees of this area. Wording a is answered with round(4 (t + acquiescence +
 * N(0, .15))), wording b with round(4 (1 - t + acquiescence + N(0, .15))), both cut to 0..4; the
 * acquiescence of a person is N(mean, .10). Coverage is the option whose value is nearest to c +
 * N(0, .18). In each scenario a person votes for the side that troubles them most at that moment,
 * when it troubles them enough (see {@link Respondent}).
 *
 * @param dontKnow share of "don't know" among the item answers and the votes, 0..1
 * @param coverageDontKnow the same among the coverage answers
 * @param gloom a bad mood that everybody shares, in scale points: everything feels that much
 *     heavier, and taken care of a quarter of the way less per point
 * @param acquiescence how strongly people say yes whatever is asked, on average, 0..1: usually .06,
 *     .15 in a yea-saying team
 * @param straightLiners how many people tick the same column throughout
 */
public record AnswerModel(
    double dontKnow,
    double coverageDontKnow,
    double gloom,
    double acquiescence,
    int straightLiners) {

  static final double MOOD = 0.12;
  static final double VIEW = 0.14;
  static final double ACQUIESCENCE_DEVIATION = 0.10;
  static final double ITEM_NOISE = 0.15;
  static final double COVERAGE_NOISE = 0.18;

  /** Nothing special: 8 % don't knows among the items, 12 % among the coverage answers. */
  public static final AnswerModel REFERENCE = new AnswerModel(0.08, 0.12, 0, 0.06, 0);

  public AnswerModel {
    if (!share(dontKnow)
        || !share(coverageDontKnow)
        || !Double.isFinite(gloom)
        || !Double.isFinite(acquiescence)
        || straightLiners < 0) {
      throw new IllegalArgumentException("answer model out of range");
    }
  }

  /** The same share of "don't know" everywhere. */
  public AnswerModel withDontKnow(double share) {
    return new AnswerModel(share, share, gloom, acquiescence, straightLiners);
  }

  public AnswerModel withGloom(double scalePoints) {
    return new AnswerModel(dontKnow, coverageDontKnow, scalePoints, acquiescence, straightLiners);
  }

  public AnswerModel withAcquiescence(double mean) {
    return new AnswerModel(dontKnow, coverageDontKnow, gloom, mean, straightLiners);
  }

  public AnswerModel withStraightLiners(int people) {
    return new AnswerModel(dontKnow, coverageDontKnow, gloom, acquiescence, people);
  }

  private static boolean share(double value) {
    return value >= 0 && value <= 1;
  }
}
