package dev.rolewise.assessment.scoring.statistics;

import dev.rolewise.assessment.scoring.statistics.Scale.Item;
import java.util.Arrays;

/** Whole answers of a narrow scale: bytes in columns, integer sums. */
final class WholeAnswers implements ScaleAnswers {

  private final ResponseScale responses;
  private final int options;
  private final int minAnswered;
  private final byte[][] columns;
  private final short[] answered;
  private final int[] totals;
  private final ScoreSums sums;
  private final int[] optionCounts;

  WholeAnswers(AnswerTable table, Scale scale) {
    responses = table.responses();
    options = (int) (responses.highest() - responses.lowest()) + 1;
    minAnswered = scale.minAnswered();
    columns = new byte[scale.items().size()][];
    answered = new short[table.rows()];
    totals = new int[table.rows()];
    sums = new ScoreSums(responses, columns.length);
    optionCounts = new int[options];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = arrange(table, scale.items().get(i));
      count(columns[i]);
    }
  }

  private byte[] arrange(AnswerTable table, Item item) {
    byte[] given = table.column(item.id()).codes();
    int[] order = table.order();
    byte[] arranged = new byte[order.length];
    if (!item.reversed()) {
      for (int position = 0; position < arranged.length; position++) {
        arranged[position] = given[order[position]];
      }
      return arranged;
    }
    for (int position = 0; position < arranged.length; position++) {
      byte code = given[order[position]];
      arranged[position] = (byte) (code < 0 ? code : options - 1 - code);
    }
    return arranged;
  }

  private void count(byte[] column) {
    for (int position = 0; position < column.length; position++) {
      int code = column[position];
      // a missing answer is -1: it adds nothing to either sum
      answered[position] += (short) (1 + (code >> 31));
      totals[position] += Math.max(code, 0);
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
    int given = answered[position];
    return given < minAnswered
        ? Double.NaN
        : (responses.lowest() * given + totals[position]) / given;
  }

  @Override
  public GroupScores scores(int from, int to) {
    sums.clear();
    for (int position = from; position < to; position++) {
      if (answered[position] >= minAnswered) {
        sums.add(answered[position], totals[position]);
      }
    }
    return sums.n() == 0
        ? GroupScores.NONE
        : new GroupScores(sums.n(), sums.mean(), sums.sumOfSquares());
  }

  @Override
  public ValueCounts counts(int item, int from, int to, boolean complete) {
    byte[] column = columns[item];
    int[] counts = optionCounts;
    Arrays.fill(counts, 0);
    for (int position = from; position < to; position++) {
      int code = column[position];
      if (code >= 0 && (!complete || answered[position] == columns.length)) {
        counts[code]++;
      }
    }
    return ValueCounts.ofOptions(counts, responses.lowest());
  }

  @Override
  public KendallW concordance(int from, int to) {
    KendallW w = new KendallW(columns.length);
    int[] row = new int[columns.length];
    for (int position = from; position < to; position++) {
      if (answered[position] == columns.length) {
        for (int item = 0; item < row.length; item++) {
          row[item] = columns[item][position];
        }
        w.addOptions(row, optionCounts);
      }
    }
    return w;
  }

  @Override
  public Covariances covariances() {
    CrossProducts products = new CrossProducts(columns.length);
    int[][] block = new int[columns.length][CrossProducts.BLOCK];
    int[] complete = new int[CrossProducts.BLOCK];
    int filled = 0;
    for (int position = 0; position < answered.length; position++) {
      if (answered[position] == columns.length) {
        complete[filled++] = position;
      }
      if (filled == complete.length || position == answered.length - 1) {
        for (int item = 0; item < columns.length; item++) {
          gather(columns[item], complete, filled, block[item]);
        }
        products.addBlock(block, filled);
        filled = 0;
      }
    }
    return products.covariances();
  }

  private static void gather(byte[] column, int[] positions, int filled, int[] into) {
    for (int i = 0; i < filled; i++) {
      into[i] = column[positions[i]];
    }
  }
}
