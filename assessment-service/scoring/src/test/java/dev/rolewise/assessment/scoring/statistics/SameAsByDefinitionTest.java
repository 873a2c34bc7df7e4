package dev.rolewise.assessment.scoring.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The engine and slow twins agree on many small tables. */
class SameAsByDefinitionTest {

  private static final double CLOSE = 1e-9;

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void scoresItemsAndQuantiles(@ForAll long seed) {
    Answers answers = Answers.random(seed);
    ScaleSummary scale = answers.summary();
    double[] scores =
        Arrays.stream(answers.rows())
            .map(row -> Arrays.stream(row).filter(x -> !Double.isNaN(x)).toArray())
            .filter(given -> given.length >= (answers.items() + 1) / 2)
            .mapToDouble(ByDefinition::mean)
            .toArray();
    assertEquals(scores.length, scale.scored());
    if (scores.length > 0) {
      same(ByDefinition.mean(scores), scale.meanScore());
      for (int i = 0; i < ScoreQuantiles.PROBABILITIES.size(); i++) {
        double p = ScoreQuantiles.PROBABILITIES.get(i);
        assertEquals(
            ByDefinition.quantile(scores, p, 6), scale.quantiles().type6().values()[i], CLOSE);
        assertEquals(
            ByDefinition.quantile(scores, p, 7), scale.quantiles().type7().values()[i], CLOSE);
      }
    }
    if (scores.length > 1) {
      same(Math.sqrt(ByDefinition.variance(scores)), scale.sdScore());
    }
    for (int item = 0; item < answers.items(); item++) {
      double[] given = ByDefinition.column(List.of(answers.rows()), item);
      assertEquals(given.length, scale.items().get(item).n());
      if (given.length > 1) {
        same(ByDefinition.mean(given), scale.items().get(item).mean());
        same(Math.sqrt(ByDefinition.variance(given)), scale.items().get(item).sd());
        same(ByDefinition.quantile(given, .5, 7), scale.items().get(item).median());
      }
    }
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void reliability(@ForAll long seed) {
    Answers answers = Answers.random(seed);
    List<double[]> complete = ByDefinition.complete(List.of(answers.rows()));
    Reliability reliability = answers.summary().reliability();
    assertEquals(complete.size(), reliability.n());
    if (reliability.alpha().isDefined()) {
      same(ByDefinition.alpha(complete, -1), reliability.alpha());
    }
    if (reliability.alphaIfDeleted().isDefined()) {
      for (int item = 0; item < answers.items(); item++) {
        double without = reliability.alphaIfDeleted().values()[item];
        if (!Double.isNaN(without)) {
          assertEquals(ByDefinition.alpha(complete, item), without, CLOSE);
        }
      }
    }
    if (reliability.correctedItemTotal().isDefined()) {
      for (int item = 0; item < answers.items(); item++) {
        double total = reliability.correctedItemTotal().values()[item];
        if (!Double.isNaN(total)) {
          assertEquals(ByDefinition.itemTotal(complete, item), total, CLOSE);
        }
      }
    }
    if (reliability.smc().isDefined()) {
      lambdaSix(complete, reliability);
    }
  }

  private static void lambdaSix(List<double[]> complete, Reliability reliability) {
    int k = reliability.k();
    double[] smc =
        IntStream.range(0, k)
            .mapToDouble(item -> ByDefinition.squaredMultipleCorrelation(complete, item))
            .toArray();
    double correlations = 0;
    double covariances = 0;
    double standardised = 0;
    double raw = 0;
    for (int i = 0; i < k; i++) {
      assertEquals(smc[i], reliability.smc().values()[i], 1e-7);
      double[] x = ByDefinition.column(complete, i);
      standardised += 1 - smc[i];
      raw += ByDefinition.variance(x) * (1 - smc[i]);
      for (int j = 0; j < k; j++) {
        double[] y = ByDefinition.column(complete, j);
        double r = ByDefinition.correlation(x, y);
        correlations += r;
        covariances += r * Math.sqrt(ByDefinition.variance(x) * ByDefinition.variance(y));
      }
    }
    double average = (correlations - k) / (k * (k - 1));
    same(average, reliability.averageR());
    same(k * average / (1 + (k - 1) * average), reliability.alphaStd());
    assertEquals(1 - standardised / correlations, reliability.lambda6Std().value(), 1e-7);
    assertEquals(1 - raw / covariances, reliability.lambda6Raw().value(), 1e-7);
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void agreementWithinTeams(@ForAll long seed) {
    Answers answers = Answers.random(seed);
    double even = (Math.pow(answers.responses().options(), 2) - 1) / 12;
    for (TeamFigures team : answers.teamFigures()) {
      List<double[]> rows = answers.rowsOf(team.team());
      List<double[]> complete = ByDefinition.complete(rows);
      assertEquals(complete.size(), team.complete());
      if (team.krippendorffInterval().isDefined()) {
        same(ByDefinition.krippendorff(rows, false), team.krippendorffInterval());
        same(ByDefinition.krippendorff(rows, true), team.krippendorffOrdinal());
      }
      if (complete.size() < 2) {
        continue;
      }
      int k = answers.items();
      double variance = mean(k, i -> ByDefinition.variance(ByDefinition.column(complete, i)));
      same(variance, team.meanItemVariance());
      double q = Math.min(1, variance / even);
      same(k * (1 - q) / (k * (1 - q) + q), team.rwgj());
      same(1 - variance / even, team.rwgjLindell());
      double n = complete.size();
      double width = answers.responses().highest() - answers.responses().lowest();
      same(1 - variance / (width * width / 4 * n / (n - 1)), team.maxDissensusRwg());
      same(
          mean(k, i -> ByDefinition.meanDeviation(ByDefinition.column(complete, i), false)),
          team.adMean());
      same(
          mean(k, i -> ByDefinition.meanDeviation(ByDefinition.column(complete, i), true)),
          team.adMedian());
      if (team.kendallW().isDefined()) {
        same(ByDefinition.kendallW(complete), team.kendallW());
      }
    }
  }

  /** A sum of squares within and between by walking over every score. */
  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void aggregationOverTeams(@ForAll long seed) {
    Answers answers = Answers.random(seed);
    Aggregation aggregation = answers.summary().aggregation();
    if (!aggregation.icc1().isDefined()) {
      return;
    }
    List<String> teams =
        answers.teams().stream().distinct().filter(t -> scores(answers, t).length > 0).toList();
    double[] all = teams.stream().flatMapToDouble(t -> Arrays.stream(scores(answers, t))).toArray();
    double between = 0;
    double within = 0;
    double squaredSizes = 0;
    for (String team : teams) {
      double[] own = scores(answers, team);
      squaredSizes += own.length * own.length;
      between += own.length * Math.pow(ByDefinition.mean(own) - ByDefinition.mean(all), 2);
      within += Arrays.stream(own).map(s -> Math.pow(s - ByDefinition.mean(own), 2)).sum();
    }
    double a = teams.size();
    double n = all.length;
    double msb = between / (a - 1);
    double msw = within / (n - a);
    double k0 = (n - squaredSizes / n) / (a - 1);
    same(msb, aggregation.msBetween());
    same(msw, aggregation.msWithin());
    same(k0, aggregation.k0());
    same((msb - msw) / (msb + (n / a - 1) * msw), aggregation.icc1());
    same((msb - msw) / (msb + (k0 - 1) * msw), aggregation.icc1k0());
    same(between / (between + within), aggregation.etaSquared());
    double inflation = 1 + (n / a - 1) * Math.max(0, aggregation.icc1().value());
    same(inflation, aggregation.designEffect());
    same(n / inflation, aggregation.effectiveN());
  }

  private static double[] scores(Answers answers, String team) {
    return answers.rowsOf(team).stream()
        .map(row -> Arrays.stream(row).filter(x -> !Double.isNaN(x)).toArray())
        .filter(given -> given.length >= (answers.items() + 1) / 2)
        .mapToDouble(ByDefinition::mean)
        .toArray();
  }

  private static double mean(int k, java.util.function.IntToDoubleFunction figure) {
    return IntStream.range(0, k).mapToDouble(figure).average().orElseThrow();
  }

  private static void same(double expected, Figure figure) {
    assertEquals(expected, figure.value(), CLOSE * Math.max(1, Math.abs(expected)));
  }
}
