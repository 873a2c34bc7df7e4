package dev.rolewise.assessment.scoring.statistics;

import static dev.rolewise.assessment.scoring.statistics.Answers.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every figure knows where it ends. */
class StatisticsEdgesTest {

  private static final ResponseScale FIVE = ResponseScale.whole(1, 5);

  @Test
  void nobody() {
    AnswerTable table = AnswerTable.builder(FIVE, List.of("I0", "I1", "I2")).build();
    Scale scale = new Scale("s", items(3), 2);
    ScaleSummary summary = ScaleStatistics.of(table, scale).summary();
    assertEquals(0, summary.respondents());
    assertEquals(0, summary.scored());
    undefined(summary.meanScore(), summary.sdScore(), summary.items().get(0).median());
    undefined(summary.reliability().alpha(), summary.aggregation().meanTeamSize());
    assertFalse(summary.quantiles().type6().isDefined());
    assertFalse(summary.reliability().alphaFeldt95().isDefined());
  }

  @Test
  void onePerson() {
    Answers one = Answers.oneTeam(FIVE, new double[][] {{1, 2, 3}});
    ScaleSummary summary = one.summary();
    assertEquals(2, summary.meanScore().value());
    assertEquals(2, summary.quantiles().type6().values()[0]);
    undefined(summary.sdScore(), summary.reliability().alpha(), summary.aggregation().icc1());
    assertEquals(1, summary.aggregation().meanTeamSize().value());
    TeamFigures team = one.teamFigures().get(0);
    assertEquals(2, team.medianScore().value());
    assertTrue(Arrays.equals(new double[] {1, 2, 3}, team.itemMean().values()));
    undefined(team.sdScore(), team.rwgj(), team.adMean(), team.awg(), team.kendallW());
    undefined(team.krippendorffInterval(), team.available().rwgj());
    assertEquals(0, team.available().itemsUsed());
    assertFalse(team.itemVar().isDefined());
  }

  @Test
  void twoPeople() {
    TeamFigures team =
        Answers.oneTeam(FIVE, new double[][] {{1, 3, 5}, {1, 4, 5}}).teamFigures().get(0);
    assertEquals(0.5 / 3, team.meanItemVariance().value(), 1e-15);
    assertEquals(0.5 / 3, team.adMean().value(), 1e-15);
    assertEquals(1, team.kendallW().value(), 1e-15);
    // both items at an end count as 1; for two people every other mean than 3 is too near an end
    assertEquals(1, team.awg().value());
  }

  /** 1 - 2 x 2/3 / ((6 x 3 - 9 - 5) x 4/3) = 3/4; and 1 1 1 5 lies exactly on the border. */
  @Test
  void theBorderOfBrownAndHauensteinsZone() {
    ValueCounts middle = ValueCounts.of(2, 3, 4, 3);
    assertEquals(0.75, BrownHauensteinAgreement.ofItem(middle, FIVE).value(), 1e-12);
    assertEquals(
        -1, BrownHauensteinAgreement.ofItem(ValueCounts.of(1, 1, 1, 5), FIVE).value(), 1e-12);
    undefined(BrownHauensteinAgreement.ofItem(ValueCounts.of(1, 1, 1, 4), FIVE));
    assertEquals(1, BrownHauensteinAgreement.ofItem(ValueCounts.of(1, 1, 1, 1), FIVE).value());
  }

  @Test
  void allAnswersEqual() {
    Answers equal = Answers.oneTeam(FIVE, new double[][] {{3, 3, 3}, {3, 3, 3}, {3, 3, 3}});
    Reliability reliability = equal.summary().reliability();
    undefined(reliability.alpha(), reliability.alphaStd(), reliability.lambda6Std());
    undefined(reliability.omegaTotalMinresStd(), reliability.omegaTotalMlRaw());
    TeamFigures team = equal.teamFigures().get(0);
    assertEquals(1, team.rwgj().value());
    assertEquals(1, team.rwgjLindell().value());
    assertEquals(0, team.adMean().value());
    assertEquals(0, team.adMedian().value());
    undefined(team.krippendorffInterval(), team.krippendorffOrdinal(), team.kendallW());
    assertEquals(0, team.sdScore().value());
  }

  /** Scores of 10/3 have no exact double, and yet no variance appears. */
  @Test
  void equalScoresThatAreNoExactDoubles() {
    double[][] rows = {{3, 3, 4}, {4, 3, 3}, {3, 4, 3}, {4, 3, 3}};
    Answers answers = new Answers(FIVE, rows, List.of("a", "a", "b", "b"));
    assertEquals(0, answers.summary().sdScore().value());
    Aggregation aggregation = answers.summary().aggregation();
    assertEquals(0, aggregation.msBetween().value());
    assertEquals(0, aggregation.msWithin().value());
    undefined(aggregation.f(), aggregation.p(), aggregation.icc1(), aggregation.icc2());
    undefined(aggregation.designEffect(), aggregation.effectiveN(), aggregation.etaSquared());
    // not the same by chance of rounding: decimals say so too
    assertEquals(0, answers.asDecimals().summary().sdScore().value());
  }

  @Test
  void aConstantItem() {
    Answers answers =
        Answers.oneTeam(FIVE, new double[][] {{1, 2, 3}, {2, 3, 3}, {4, 4, 3}, {5, 4, 3}});
    Reliability reliability = answers.summary().reliability();
    assertTrue(reliability.alpha().isDefined());
    double[] total = reliability.correctedItemTotal().values();
    assertTrue(total[0] > 0.9 && total[1] > 0.9 && Double.isNaN(total[2]));
    assertNotNull(reliability.correctedItemTotal().reason());
    undefined(reliability.lambda6Std(), reliability.lambda6Raw());
    undefined(reliability.omegaTotalMinresStd(), reliability.omegaTotalMlRaw());
    assertFalse(reliability.smc().isDefined());
  }

  @Test
  void aTotalWithoutVariance() {
    Answers answers = Answers.oneTeam(FIVE, new double[][] {{1, 5}, {2, 4}, {4, 2}, {5, 1}});
    Reliability reliability = answers.summary().reliability();
    undefined(reliability.alpha(), reliability.alphaStd());
    assertFalse(reliability.alphaFeldt95().isDefined());
    assertEquals(-1, reliability.averageR().value(), 1e-12);
  }

  @Test
  void twoItemsThatAreTheSame() {
    double[][] rows = {{1, 1, 2}, {2, 2, 1}, {4, 4, 5}, {5, 5, 3}, {3, 3, 3}};
    Reliability reliability = Answers.oneTeam(FIVE, rows).summary().reliability();
    assertFalse(reliability.smc().isDefined());
    undefined(reliability.lambda6Std(), reliability.lambda6Raw(), reliability.omegaTotalMlRaw());
    assertTrue(reliability.alpha().isDefined());
  }

  @Test
  void fewerRespondentsThanItems() {
    double[][] rows = {{1, 2, 5, 4}, {3, 1, 4, 2}, {5, 4, 4, 1}};
    Reliability reliability = Answers.oneTeam(FIVE, rows).summary().reliability();
    assertFalse(reliability.smc().isDefined());
    undefined(reliability.omegaTotalMlRaw());
    assertTrue(reliability.alpha().isDefined());
  }

  @Test
  void aTeamThatAnsweredNothing() {
    double[][] rows = {{NONE, NONE}, {NONE, NONE}, {1, 2}, {3, 4}};
    Answers answers = new Answers(FIVE, rows, List.of("silent", "silent", "other", "other"));
    ScaleSummary summary = answers.summary();
    assertEquals(4, summary.missingAnswers());
    assertEquals(4, summary.respondents());
    assertEquals(1, summary.aggregation().teams());
    assertEquals(2, summary.aggregation().respondents());
    TeamFigures silent = answers.teamFigures().get(0);
    assertEquals("silent", silent.team());
    assertEquals(2, silent.respondents());
    assertEquals(0, silent.scored());
    undefined(silent.meanScore(), silent.medianScore(), silent.rwgj(), silent.adMean());
    assertFalse(silent.itemMean().isDefined());
  }

  @Test
  void theHalfRuleAtItsBorder() {
    double[][] rows = {{1, 2, NONE, NONE, NONE}, {1, 2, 3, NONE, NONE}, {5, 5, 5, 5, 5}};
    Answers answers = Answers.oneTeam(FIVE, rows);
    assertEquals(3, Scale.halfOf(5));
    assertEquals(3, Scale.halfOf(6));
    assertEquals(2, answers.summary().scored());
    assertEquals(3.5, answers.summary().meanScore().value());
    ScaleSummary lenient = ScaleStatistics.of(answers.table(), answers.scale(2)).summary();
    assertEquals(3, lenient.scored());
  }

  @Test
  void aNegativeAlphaIsShown() {
    double[][] rows = {{1, 5, 3}, {5, 1, 2}, {2, 4, 3}, {4, 2, 4}};
    Reliability reliability = Answers.oneTeam(FIVE, rows).summary().reliability();
    assertTrue(reliability.alpha().value() < -1);
    assertTrue(reliability.alphaFeldt95().values()[0] < reliability.alpha().value());
  }

  @Test
  void aNegativeIccIsShownAndInflatesNothing() {
    double[][] rows = {{1, 1}, {5, 5}, {1, 1}, {5, 5}, {2, 1}, {5, 4}};
    Answers answers = new Answers(FIVE, rows, List.of("a", "a", "b", "b", "c", "c"));
    Aggregation aggregation = answers.summary().aggregation();
    assertTrue(aggregation.icc1().value() < 0);
    assertEquals(1, aggregation.designEffect().value());
    assertEquals(6, aggregation.effectiveN().value());
  }

  @Test
  void teamsOfOneAndRespondentsWithoutATeam() {
    double[][] rows = {{1, 1}, {2, 2}, {3, 3}};
    Answers answers = new Answers(FIVE, rows, Arrays.asList("a", "b", null));
    undefined(answers.summary().aggregation().icc1(), answers.summary().aggregation().k0());
    assertEquals(2, answers.summary().aggregation().respondents());
    assertEquals(3, answers.summary().scored());
    assertEquals(2, answers.teamFigures().size());
  }

  @Test
  void scoresThatOnlyDifferBetweenTeams() {
    double[][] rows = {{1, 1}, {1, 1}, {4, 4}, {4, 4}};
    Aggregation aggregation =
        new Answers(FIVE, rows, List.of("a", "a", "b", "b")).summary().aggregation();
    assertEquals(1, aggregation.icc1().value());
    assertEquals(1, aggregation.icc2().value());
    undefined(aggregation.f(), aggregation.p());
    assertEquals(2, aggregation.effectiveN().value());
  }

  @Test
  void withoutOptionsThereIsNoAgreementAgainstChance() {
    Answers continuous =
        Answers.oneTeam(new ResponseScale(0, 100, null), new double[][] {{1.5, 20}, {80, 30.25}});
    TeamFigures team = continuous.teamFigures().get(0);
    undefined(team.rwgj(), team.rwgjLindell(), team.maxDissensusRwg(), team.available().rwgj());
    assertNull(team.rwgjSkewed());
    assertNotNull(team.skewedReason());
    assertFalse(team.itemRwg().isDefined());
    assertEquals((39.25 + 5.125) / 2, team.adMean().value(), 1e-12);
    assertEquals((78.5 * 78.5 / 2 + 10.25 * 10.25 / 2) / 2, team.meanItemVariance().value(), 1e-9);
  }

  @Test
  void oneItem() {
    ScaleSummary summary = Answers.oneTeam(FIVE, new double[][] {{1}, {4}, {5}}).summary();
    undefined(summary.reliability().alpha(), summary.reliability().alphaStd());
    assertFalse(summary.reliability().alphaIfDeleted().isDefined());
    assertFalse(summary.reliability().correctedItemTotal().isDefined());
  }

  @Test
  void anAnswerOutsideTheScaleIsRefused() {
    AnswerTable.Builder table = AnswerTable.builder(FIVE, List.of("I0"));
    assertThrows(IllegalArgumentException.class, () -> table.row("team", 6));
    assertThrows(IllegalArgumentException.class, () -> table.row("team", 1, 2));
  }

  /** The first decimal turns a column of bytes into one of doubles, nothing lost. */
  @Test
  void aDecimalAmongWholeAnswers() {
    double[][] rows = {{1, 2}, {NONE, 4}, {2.5, 5}};
    ScaleSummary summary = Answers.oneTeam(FIVE, rows).summary();
    assertEquals(1.75, summary.items().get(0).mean().value());
    assertEquals(2, summary.items().get(0).n());
    assertEquals(11 / 3.0, summary.items().get(1).mean().value(), 1e-15);
  }

  private static List<Scale.Item> items(int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> new Scale.Item("I" + i, false))
        .toList();
  }

  private static void undefined(Figure... figures) {
    for (Figure figure : figures) {
      assertFalse(figure.isDefined(), () -> "defined: " + figure.value());
      assertFalse(figure.reason().isBlank());
    }
  }
}
