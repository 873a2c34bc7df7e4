package dev.rolewise.assessment.scoring.statistics;

import dev.rolewise.assessment.scoring.statistics.Scale.Item;
import java.util.ArrayList;
import java.util.List;

/** Answers of which some are decimals, such as items that are scores themselves. */
final class DecimalAnswers implements ScaleAnswers {

  private final int minAnswered;
  private final double[][] columns;
  private final int[] answered;

  DecimalAnswers(AnswerTable table, Scale scale) {
    minAnswered = scale.minAnswered();
    columns = new double[scale.items().size()][table.rows()];
    answered = new int[table.rows()];
    for (int i = 0; i < columns.length; i++) {
      Item item = scale.items().get(i);
      AnswerColumn given = table.column(item.id());
      for (int position = 0; position < answered.length; position++) {
        double answer = given.value(table.order()[position]);
        columns[i][position] = item.reversed() ? table.responses().reversed(answer) : answer;
        answered[position] += Double.isNaN(answer) ? 0 : 1;
      }
    }
  }

  @Override
  public int items() {
    return columns.length;
  }

  @Override
  public int answered(int position) {
    return answered[position];
  }

  @Override
  public double score(int position) {
    if (answered[position] < minAnswered) {
      return Double.NaN;
    }
    double sum = 0;
    for (double[] column : columns) {
      sum += Double.isNaN(column[position]) ? 0 : column[position];
    }
    return sum / answered[position];
  }

  @Override
  public GroupScores scores(int from, int to) {
    double[] scores = new double[to - from];
    for (int position = from; position < to; position++) {
      scores[position - from] = score(position);
    }
    ValueCounts counts = ValueCounts.of(scores);
    return counts.n() == 0
        ? GroupScores.NONE
        : new GroupScores(counts.n(), counts.mean(), counts.sumOfSquares());
  }

  @Override
  public ValueCounts counts(int item, int from, int to, boolean complete) {
    double[] answers = new double[to - from];
    for (int position = from; position < to; position++) {
      boolean counts = !complete || answered[position] == columns.length;
      answers[position - from] = counts ? columns[item][position] : Double.NaN;
    }
    return ValueCounts.of(answers);
  }

  @Override
  public KendallW concordance(int from, int to) {
    KendallW w = new KendallW(columns.length);
    for (double[] row : complete(from, to)) {
      w.add(row);
    }
    return w;
  }

  @Override
  public Covariances covariances() {
    return Covariances.of(complete(0, answered.length).toArray(double[][]::new), columns.length);
  }

  private List<double[]> complete(int from, int to) {
    List<double[]> rows = new ArrayList<>();
    for (int position = from; position < to; position++) {
      if (answered[position] == columns.length) {
        double[] row = new double[columns.length];
        for (int item = 0; item < row.length; item++) {
          row[item] = columns[item][position];
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
