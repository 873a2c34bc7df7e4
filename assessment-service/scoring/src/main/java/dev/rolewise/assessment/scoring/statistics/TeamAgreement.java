package dev.rolewise.assessment.scoring.statistics;

import dev.rolewise.assessment.scoring.statistics.KrippendorffAlpha.Metric;
import dev.rolewise.assessment.scoring.statistics.TeamFigures.Available;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Works out one team after the other from the counts of its answers. */
final class TeamAgreement {

  private static final String TOO_FEW = "needs two respondents who answered every item";

  private final ScaleAnswers answers;
  private final ResponseScale responses;

  TeamAgreement(ScaleAnswers answers, ResponseScale responses) {
    this.answers = answers;
    this.responses = responses;
  }

  /** The team whose respondents are at the positions from..to - 1. */
  TeamFigures of(String team, int from, int to) {
    int complete = 0;
    for (int position = from; position < to; position++) {
      complete += answers.answered(position) == answers.items() ? 1 : 0;
    }
    List<ValueCounts> whole = counts(from, to, true);
    List<ValueCounts> given = complete == to - from ? whole : counts(from, to, false);
    GroupScores scores = answers.scores(from, to);
    Figures variances =
        complete < 2 ? Figures.undefined(TOO_FEW) : Figures.of(each(whole, ValueCounts::variance));
    Figure variance = mean(variances);
    KrippendorffAlpha krippendorff = KrippendorffAlpha.of(given);
    return new TeamFigures(
        team,
        to - from,
        complete,
        scores.n(),
        scores.meanFigure(),
        scores.deviation(),
        median(from, to),
        variance,
        rwgj(variance, answers.items()),
        chance(variance, v -> WithinGroupAgreement.lindell(v, evenVariance())),
        maximumDissensus(variance, complete),
        skewed(variance),
        skewedReason(),
        complete < 2 ? Figure.undefined(TOO_FEW) : Figure.of(AverageDeviation.fromMean(whole)),
        complete < 2 ? Figure.undefined(TOO_FEW) : Figure.of(AverageDeviation.fromMedian(whole)),
        complete < 2 ? Figure.undefined(TOO_FEW) : BrownHauensteinAgreement.of(whole, responses),
        complete < 1
            ? Figures.undefined("nobody answered every item")
            : Figures.of(each(whole, ValueCounts::mean)),
        variances,
        itemRwg(variances),
        available(given),
        krippendorff.figure(Metric.INTERVAL),
        krippendorff.figure(Metric.ORDINAL),
        answers.concordance(from, to).figure());
  }

  private List<ValueCounts> counts(int from, int to, boolean complete) {
    List<ValueCounts> counts = new ArrayList<>(answers.items());
    for (int item = 0; item < answers.items(); item++) {
      counts.add(answers.counts(item, from, to, complete));
    }
    return counts;
  }

  private Figure median(int from, int to) {
    double[] scores = new double[to - from];
    for (int position = from; position < to; position++) {
      scores[position - from] = answers.score(position);
    }
    ValueCounts counts = ValueCounts.of(scores);
    return counts.n() == 0 ? Figure.undefined(GroupScores.NO_SCORE) : Figure.of(counts.median());
  }

  private double evenVariance() {
    return WithinGroupAgreement.evenVariance(responses.options());
  }

  /** A figure of the mean item variance against chance, which needs the number of options. */
  private Figure chance(Figure variance, ToDoubleFunction<Double> figure) {
    if (responses.options() == null) {
      return Figure.undefined(WithinGroupAgreement.NO_OPTIONS);
    }
    return variance.isDefined() ? Figure.of(figure.applyAsDouble(variance.value())) : variance;
  }

  private Figure rwgj(Figure variance, int items) {
    return chance(variance, v -> WithinGroupAgreement.rwgj(v, evenVariance(), items));
  }

  private Figure maximumDissensus(Figure variance, int complete) {
    return chance(variance, v -> WithinGroupAgreement.maximumDissensus(v, responses, complete));
  }

  /** One per shape; null together when no variances are known for this number of options. */
  private List<Figure> skewed(Figure variance) {
    if (skewedReason() != null) {
      return null;
    }
    return WithinGroupAgreement.SKEWED_SHAPES.stream()
        .map(shape -> WithinGroupAgreement.skewedVariance(responses.options(), shape).value())
        .map(
            expected ->
                chance(variance, v -> WithinGroupAgreement.rwgj(v, expected, answers.items())))
        .toList();
  }

  private String skewedReason() {
    return responses.options() == null
        ? WithinGroupAgreement.NO_OPTIONS
        : WithinGroupAgreement.skewedVariance(
                responses.options(), WithinGroupAgreement.SKEWED_SHAPES.get(0))
            .reason();
  }

  private Figures itemRwg(Figures variances) {
    if (responses.options() == null) {
      return Figures.undefined(WithinGroupAgreement.NO_OPTIONS);
    }
    if (!variances.isDefined()) {
      return variances;
    }
    double[] rwg = variances.values();
    for (int item = 0; item < rwg.length; item++) {
      rwg[item] = WithinGroupAgreement.rwg(rwg[item], evenVariance());
    }
    return Figures.of(rwg);
  }

  private Available available(List<ValueCounts> given) {
    List<ValueCounts> used = given.stream().filter(item -> item.n() >= 2).toList();
    Figure variance =
        used.isEmpty()
            ? Figure.undefined("no item was answered by two people")
            : mean(Figures.of(each(used, ValueCounts::variance)));
    return new Available(used.size(), variance, rwgj(variance, used.size()));
  }

  private static Figure mean(Figures figures) {
    if (!figures.isDefined()) {
      return Figure.undefined(figures.reason());
    }
    double sum = 0;
    double[] values = figures.values();
    for (double value : values) {
      sum += value;
    }
    return Figure.of(sum / values.length);
  }

  private static double[] each(List<ValueCounts> items, ToDoubleFunction<ValueCounts> figure) {
    double[] figures = new double[items.size()];
    for (int item = 0; item < figures.length; item++) {
      figures[item] = figure.applyAsDouble(items.get(item));
    }
    return figures;
  }
}
