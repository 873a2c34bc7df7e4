package dev.rolewise.assessment.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People answer as the model says: shares of answers against its normal distributions. */
class AnswerModelTest {

  private static final Instrument SCAN = RoleGapScan.version1();
  private static final int PEOPLE = 12_000;
  private static final double CHANCE = 0.015;
  private static final double EVERYBODY_ANSWERS = 0;
  private static final double ANSWER_DEVIATION =
      Math.sqrt(0.12 * 0.12 + 0.14 * 0.14 + 0.10 * 0.10 + 0.15 * 0.15);

  private final AnswerModel model = AnswerModel.REFERENCE.withDontKnow(EVERYBODY_ANSWERS);

  @ParameterizedTest
  @CsvSource({".2,.06,0", ".5,.06,0", ".8,.15,0", ".3,.06,1"})
  void itemsAreAnsweredAroundWhatIsFelt(double struggle, double acquiescence, double gloom) {
    List<Sheet> sheets =
        sheets(model.withAcquiescence(acquiescence).withGloom(gloom), struggle, 0.5);
    double felt = struggle + gloom / 4;
    int problem = indexOf("P1a");
    int opposite = indexOf("P1b");
    double[] edges = {0.125, 0.375, 0.625, 0.875};
    spread(
        NormalDistribution.of(felt + acquiescence, ANSWER_DEVIATION),
        edges,
        sheets,
        sheet -> sheet.answers()[problem]);
    spread(
        NormalDistribution.of(1 - felt + acquiescence, ANSWER_DEVIATION),
        edges,
        sheets,
        sheet -> sheet.answers()[opposite]);
  }

  /** Options 5 to 1 are worth 0, .2, .4, .8 and 1; the edges lie half-way. */
  @ParameterizedTest
  @CsvSource({".1,0", ".5,0", ".9,0", ".9,1"})
  void coverageIsTheNearestOption(double coverage, double gloom) {
    spread(
        NormalDistribution.of(coverage - gloom / 4, 0.18),
        new double[] {0.1, 0.3, 0.6, 0.9},
        sheets(model.withGloom(gloom), 0.3, coverage),
        sheet -> 5 - sheet.coverage()[3]);
  }

  /** What people have in common makes them answer alike: variance between, over all areas. */
  @Test
  void moodIsTheSameInEveryArea() {
    int[] columns = {indexOf("P1a"), indexOf("J3a")};
    double covariance = covariance(sheets(model, 0.45, 0.5), columns[0], columns[1]);
    // in scale points: 16 x (mood^2 + acquiescence^2); rounding and cutting take a little off
    assertEquals(16 * (0.12 * 0.12 + 0.10 * 0.10), covariance, 0.06);
  }

  @ParameterizedTest
  @ValueSource(strings = {"product", "project", "programme"})
  void votesGoToTheSideThatTroublesMost(String side) {
    double[] struggle =
        SCAN.areas().stream().mapToDouble(area -> area.side().equals(side) ? 0.8 : 0.3).toArray();
    int option = List.of("product", "project", "programme").indexOf(side);
    assertTrue(votes(struggle, option) > 0.9, "share " + votes(struggle, option));
  }

  @Test
  void whoIsNotTroubledVotesForNobody() {
    double[] struggle = new double[SCAN.areas().size()];
    Arrays.fill(struggle, 0.1);
    assertTrue(votes(struggle, 3) > 0.85, "share " + votes(struggle, 3));
  }

  @Test
  void sharesOutsideZeroToOneAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> model.withDontKnow(1.01));
    assertThrows(IllegalArgumentException.class, () -> model.withDontKnow(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> model.withGloom(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> model.withStraightLiners(-1));
  }

  private double votes(double[] struggle, int option) {
    TrueState state = new TrueState(struggle, new double[struggle.length]);
    return sheets(model, state).stream()
        .flatMapToInt(sheet -> Arrays.stream(new int[] {0, 1, 2, 3}).map(s -> sheet.votes()[s]))
        .map(vote -> vote == option ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static void spread(
      NormalDistribution expected,
      double[] edges,
      List<Sheet> sheets,
      ToIntFunction<Sheet> position) {
    int[] counts = new int[edges.length + 1];
    sheets.forEach(sheet -> counts[position.applyAsInt(sheet)]++);
    for (int at = 0; at < counts.length; at++) {
      double below = at == 0 ? 0 : expected.cumulativeProbability(edges[at - 1]);
      double upTo = at == edges.length ? 1 : expected.cumulativeProbability(edges[at]);
      assertEquals(upTo - below, (double) counts[at] / sheets.size(), CHANCE, "position " + at);
    }
  }

  private static double covariance(List<Sheet> sheets, int one, int other) {
    double a = sheets.stream().mapToInt(s -> s.answers()[one]).average().orElseThrow();
    double b = sheets.stream().mapToInt(s -> s.answers()[other]).average().orElseThrow();
    return sheets.stream()
        .mapToDouble(s -> (s.answers()[one] - a) * (s.answers()[other] - b))
        .average()
        .orElseThrow();
  }

  private static List<Sheet> sheets(AnswerModel model, double struggle, double coverage) {
    double[] struggles = new double[SCAN.areas().size()];
    double[] coverages = new double[SCAN.areas().size()];
    Arrays.fill(struggles, struggle);
    Arrays.fill(coverages, coverage);
    return sheets(model, new TrueState(struggles, coverages));
  }

  private static List<Sheet> sheets(AnswerModel model, TrueState state) {
    TrueState seen = state.through(model.gloom());
    Draws draws = Draws.of(3, 0, 0);
    List<Sheet> sheets = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      sheets.add(Respondent.draw(SCAN, model, seen, draws).sheet(draws));
    }
    return sheets;
  }

  private static int indexOf(String item) {
    return SCAN.items().stream().map(Item::id).toList().indexOf(item);
  }
}
