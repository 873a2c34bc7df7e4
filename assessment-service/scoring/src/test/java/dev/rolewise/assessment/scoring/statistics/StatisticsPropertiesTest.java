package dev.rolewise.assessment.scoring.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for all answers. */
class StatisticsPropertiesTest {

  /** Integer sums: not only close, the same. Figures over teams are sums of doubles. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void theOrderOfRespondentsMakesNoDifference(@ForAll long seed) {
    Answers answers = Answers.random(seed);
    Answers shuffled = answers.shuffled(seed + 1);
    ScaleSummary one = answers.summary();
    ScaleSummary other = shuffled.summary();
    assertEquals(one.meanScore(), other.meanScore());
    assertEquals(one.sdScore(), other.sdScore());
    assertEquals(one.items(), other.items());
    assertEquals(one.reliability(), other.reliability());
    close(one.aggregation().icc1(), other.aggregation().icc1());
    assertEquals(sorted(answers.teamFigures()), sorted(shuffled.teamFigures()));
  }

  private static List<TeamFigures> sorted(List<TeamFigures> teams) {
    return teams.stream().sorted(Comparator.comparing(TeamFigures::team)).toList();
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void theOrderOfItemsMakesNoDifference(@ForAll long seed) {
    Answers answers = Answers.random(seed);
    double[][] turned =
        Arrays.stream(answers.rows())
            .map(StatisticsPropertiesTest::backwards)
            .toArray(double[][]::new);
    Answers other = new Answers(answers.responses(), turned, answers.teams());
    assertEquals(answers.summary().meanScore(), other.summary().meanScore());
    Reliability one = answers.summary().reliability();
    Reliability two = other.summary().reliability();
    close(one.alpha(), two.alpha());
    close(one.lambda6Raw(), two.lambda6Raw());
    close(one.omegaTotalMinresStd(), two.omegaTotalMinresStd(), 1e-7);
    close(one.omegaTotalMlRaw(), two.omegaTotalMlRaw(), 1e-6);
    for (int team = 0; team < answers.teamFigures().size(); team++) {
      TeamFigures mine = answers.teamFigures().get(team);
      TeamFigures theirs = other.teamFigures().get(team);
      close(mine.rwgj(), theirs.rwgj());
      close(mine.awg(), theirs.awg());
      close(mine.krippendorffOrdinal(), theirs.krippendorffOrdinal());
      close(mine.kendallW(), theirs.kendallW());
    }
  }

  private static double[] backwards(double[] row) {
    double[] turned = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      turned[i] = row[row.length - 1 - i];
    }
    return turned;
  }

  /** Turning an item and its answers round leaves everything as it was. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void reversingTwiceMakesNoDifference(@ForAll long seed) {
    Answers answers = Answers.random(seed);
    Random random = new Random(seed);
    boolean[] reversed = new boolean[answers.items()];
    for (int item = 0; item < reversed.length; item++) {
      reversed[item] = random.nextBoolean();
    }
    double[][] turned =
        Arrays.stream(answers.rows())
            .map(
                row -> {
                  double[] copy = row.clone();
                  for (int item = 0; item < copy.length; item++) {
                    copy[item] =
                        reversed[item] ? answers.responses().reversed(copy[item]) : copy[item];
                  }
                  return copy;
                })
            .toArray(double[][]::new);
    Answers other = new Answers(answers.responses(), turned, answers.teams());
    ScaleSummary one = answers.summary();
    ScaleSummary two = ScaleStatistics.of(other.table(), other.scale(reversed)).summary();
    assertEquals(one, two);
    assertEquals(answers.teamFigures(), other.teamFigures(other.scale(reversed)));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void bytesAndDecimalsGiveTheSame(@ForAll long seed) {
    Answers whole = Answers.random(seed);
    Answers decimal = whole.asDecimals();
    ScaleSummary one = whole.summary();
    ScaleSummary two = decimal.summary();
    close(one.meanScore(), two.meanScore());
    close(one.sdScore(), two.sdScore());
    close(one.reliability().alpha(), two.reliability().alpha());
    close(one.reliability().lambda6Std(), two.reliability().lambda6Std());
    close(one.aggregation().icc1(), two.aggregation().icc1());
    close(one.aggregation().p(), two.aggregation().p());
    for (int team = 0; team < whole.teamFigures().size(); team++) {
      TeamFigures mine = whole.teamFigures().get(team);
      TeamFigures theirs = decimal.teamFigures().get(team);
      close(mine.meanScore(), theirs.meanScore());
      close(mine.rwgj(), theirs.rwgj());
      close(mine.adMean(), theirs.adMean());
      close(mine.adMedian(), theirs.adMedian());
      close(mine.available().rwgj(), theirs.available().rwgj());
      close(mine.krippendorffInterval(), theirs.krippendorffInterval());
      close(mine.krippendorffOrdinal(), theirs.krippendorffOrdinal());
      close(mine.kendallW(), theirs.kendallW());
    }
  }

  /** A sheet that came and went leaves every figure exactly as it was. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void addingAndRemovingASheetRestoresEveryFigure(@ForAll long seed) {
    Random random = new Random(seed);
    int items = 3 + random.nextInt(5);
    ResponseScale responses = ResponseScale.whole(0, 4);
    CrossProducts products = new CrossProducts(items);
    ScoreSums scores = new ScoreSums(responses, items);
    OptionCounts[] options = new OptionCounts[items];
    Arrays.setAll(options, item -> new OptionCounts(responses));
    for (int sheet = 0; sheet < 2 + random.nextInt(10); sheet++) {
      move(sheet(random, items), products, scores, options, true);
    }
    Reliability reliability = Reliability.of(products.covariances());
    List<Double> before = figures(scores, options);
    int[] visitor = sheet(random, items);
    move(visitor, products, scores, options, true);
    move(visitor, products, scores, options, false);
    assertEquals(reliability, Reliability.of(products.covariances()));
    assertEquals(before, figures(scores, options));
  }

  private static int[] sheet(Random random, int items) {
    int mood = random.nextInt(3);
    return random.ints(items, 0, 3).map(answer -> answer + mood).toArray();
  }

  private static void move(
      int[] sheet, CrossProducts products, ScoreSums scores, OptionCounts[] options, boolean in) {
    int total = Arrays.stream(sheet).sum();
    if (in) {
      products.add(sheet);
      scores.add(sheet.length, total);
    } else {
      products.remove(sheet);
      scores.remove(sheet.length, total);
    }
    for (int item = 0; item < sheet.length; item++) {
      if (in) {
        options[item].add(sheet[item]);
      } else {
        options[item].remove(sheet[item]);
      }
    }
  }

  private static List<Double> figures(ScoreSums scores, OptionCounts[] options) {
    List<ValueCounts> counts = Arrays.stream(options).map(OptionCounts::values).toList();
    return List.of(
        scores.mean(),
        scores.sumOfSquares(),
        AverageDeviation.fromMean(counts),
        AverageDeviation.fromMedian(counts),
        counts.get(0).variance());
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void everyCoefficientKeepsItsBounds(@ForAll long seed) {
    Answers answers = Answers.random(seed);
    ScaleSummary scale = answers.summary();
    Reliability reliability = scale.reliability();
    between(Double.NEGATIVE_INFINITY, reliability.alpha(), 1);
    between(-1, reliability.averageR(), 1);
    between(0, reliability.omegaTotalMinresStd(), 1);
    between(0, reliability.omegaTotalMlRaw(), 1);
    between(Double.NEGATIVE_INFINITY, reliability.lambda6Std(), 1);
    if (reliability.alphaFeldt95().isDefined()) {
      double[] wide = reliability.alphaFeldt95().values();
      double[] narrow = reliability.alphaFeldt90().values();
      double alpha = reliability.alpha().value();
      assertTrue(wide[0] <= narrow[0] && narrow[0] <= alpha, () -> Arrays.toString(wide));
      assertTrue(alpha <= narrow[1] && narrow[1] <= wide[1], () -> Arrays.toString(wide));
    }
    between(0, scale.aggregation().p(), 1);
    between(0, scale.aggregation().etaSquared(), 1);
    between(Double.NEGATIVE_INFINITY, scale.aggregation().icc1(), 1);
    between(1, scale.aggregation().designEffect(), Double.POSITIVE_INFINITY);
    double most = answers.responses().highest() - answers.responses().lowest();
    for (TeamFigures team : answers.teamFigures()) {
      between(answers.responses().lowest(), team.meanScore(), answers.responses().highest());
      between(0, team.rwgj(), 1);
      between(Double.NEGATIVE_INFINITY, team.rwgjLindell(), 1);
      between(-1e-12, team.maxDissensusRwg(), 1);
      between(0, team.adMean(), most / 2);
      between(0, team.adMedian(), most / 2);
      between(-1 - 1e-12, team.awg(), 1);
      between(0, team.available().rwgj(), 1);
      between(Double.NEGATIVE_INFINITY, team.krippendorffInterval(), 1);
      between(Double.NEGATIVE_INFINITY, team.krippendorffOrdinal(), 1);
      between(0, team.kendallW(), 1 + 1e-12);
    }
  }

  private static void between(double least, Figure figure, double most) {
    if (figure.isDefined()) {
      assertTrue(figure.value() >= least && figure.value() <= most, () -> figure.toString());
    }
  }

  private static void close(Figure one, Figure other) {
    close(one, other, 1e-9);
  }

  private static void close(Figure one, Figure other, double tolerance) {
    assertEquals(one.reason(), other.reason());
    if (one.isDefined()) {
      assertEquals(one.value(), other.value(), tolerance * Math.max(1, Math.abs(one.value())));
    }
  }
}
