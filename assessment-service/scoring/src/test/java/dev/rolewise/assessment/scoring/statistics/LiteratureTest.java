package dev.rolewise.assessment.scoring.statistics;

import static dev.rolewise.assessment.scoring.statistics.Answers.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.scoring.statistics.KrippendorffAlpha.Metric;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples of the literature come out as printed there. */
class LiteratureTest {

  /** Four coders, twelve units (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability). */
  private static final double[][] FOUR_CODERS = {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3},
    {NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE}
  };

  @ParameterizedTest
  @CsvSource({"NOMINAL,.743", "ORDINAL,.815", "INTERVAL,.849", "RATIO,.797"})
  void krippendorffsFourCoders(Metric metric, double printed) {
    List<ValueCounts> units =
        IntStream.range(0, 12)
            .mapToObj(
                unit ->
                    ValueCounts.of(
                        IntStream.range(0, 4).mapToDouble(c -> FOUR_CODERS[c][unit]).toArray()))
            .toList();
    assertEquals(printed, KrippendorffAlpha.of(units).figure(metric).value(), 0.0005);
  }

  @Test
  void theStatisticsOfATeamUseTheSameCoefficient() {
    TeamFigures team = Answers.oneTeam(ResponseScale.whole(1, 5), FOUR_CODERS).teamFigures().get(0);
    assertEquals(.849, team.krippendorffInterval().value(), 0.0005);
    assertEquals(.815, team.krippendorffOrdinal().value(), 0.0005);
  }

  /**
   * Items right or wrong: alpha is KR-20 = k/(k-1) (1 - sum p q / variance), both with divisor n.
   */
  @Test
  void kuderAndRichardsonsFormula20() {
    double[][] tests = {
      {1, 1, 1, 1, 1}, {1, 1, 1, 1, 0}, {1, 1, 1, 0, 0}, {1, 1, 0, 1, 0},
      {1, 0, 1, 0, 0}, {1, 1, 0, 0, 0}, {0, 1, 0, 0, 0}, {1, 0, 0, 0, 0}
    };
    // p = 7/8 6/8 4/8 3/8 1/8: sum p q = (7 + 12 + 16 + 15 + 7) / 64 = 57/64
    // totals 5 4 3 3 2 2 1 1: mean 21/8, variance 69/8 - 441/64 = 111/64
    double kr20 = 5 / 4.0 * (1 - 57 / 111.0);
    ScaleSummary scale = Answers.oneTeam(ResponseScale.whole(0, 1), tests).summary();
    assertEquals(kr20, scale.reliability().alpha().value(), 1e-12);
  }

  /**
   * alpha .80 of ten items and fifty people, against the quantiles of F with 49 and 441 degrees.
   */
  @Test
  void feldtsInterval() {
    Figures ninetyFive = FeldtInterval.of(Figure.of(.8), 50, 10, .95);
    assertEquals(0.705883356710616, ninetyFive.values()[0], 1e-9);
    assertEquals(0.873373161984470, ninetyFive.values()[1], 1e-9);
    Figures ninety = FeldtInterval.of(Figure.of(.8), 50, 10, .90);
    assertEquals(0.723349260376453, ninety.values()[0], 1e-9);
    assertEquals(0.863484933737439, ninety.values()[1], 1e-9);
  }

  /**
   * One person at 1 and one at 5 throughout: no agreement, where the uncapped formula gives 1.5.
   */
  @Test
  void aPolarisedPair() {
    double[][] pair = {{1, 1, 1, 1}, {5, 5, 5, 5}};
    TeamFigures team = Answers.oneTeam(ResponseScale.whole(1, 5), pair).teamFigures().get(0);
    assertEquals(8, team.meanItemVariance().value());
    assertEquals(0, team.rwgj().value());
    assertEquals(-3, team.rwgjLindell().value());
    assertEquals(0, team.maxDissensusRwg().value());
    assertEquals(2, team.adMean().value());
    assertEquals(2, team.adMedian().value());
    assertEquals(-1, team.awg().value());
    double uncapped = 4 * (1 - 8 / 2.0) / (4 * (1 - 8 / 2.0) + 8 / 2.0);
    assertEquals(1.5, uncapped);
  }

  /** Chance variances of five options: 2 when even, and the published skewed ones. */
  @Test
  void expectedVariances() {
    assertEquals(2, WithinGroupAgreement.evenVariance(5));
    assertEquals(1.34, WithinGroupAgreement.skewedVariance(5, "slightSkew").value());
    assertEquals(1.40, WithinGroupAgreement.skewedVariance(11, "normal").value());
    assertEquals(false, WithinGroupAgreement.skewedVariance(8, "normal").isDefined());
  }
}
