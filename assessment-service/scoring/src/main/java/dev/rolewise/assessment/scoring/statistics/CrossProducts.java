package dev.rolewise.assessment.scoring.statistics;

/**
 * Sums and sums of products of whole answers: one matrix for all reliability figures. Respondents
 * may come and go; the sums are exact, so what was added and taken away again leaves no trace.
 */
public final class CrossProducts {

  private final int items;
  private final long[] sums;
  private final long[][] products;
  private int n;

  /**
   * Nobody yet.
   *
   * @param items k
   */
  public CrossProducts(int items) {
    this.items = items;
    sums = new long[items];
    products = new long[items][items];
  }

  /**
   * Adds a respondent who answered everything.
   *
   * @param answers one per item, or their distances from the lowest answer; below 2^15 in size
   */
  public void add(int... answers) {
    move(answers, 1);
  }

  /** Takes a respondent away who was added before. */
  public void remove(int... answers) {
    if (n == 0) {
      throw new IllegalArgumentException("a respondent who was never added");
    }
    move(answers, -1);
  }

  private void move(int[] answers, int sign) {
    if (answers.length != items) {
      throw new IllegalArgumentException("a respondent needs " + items + " answers");
    }
    n += sign;
    for (int i = 0; i < items; i++) {
      sums[i] += (long) sign * answers[i];
      for (int j = i; j < items; j++) {
        products[i][j] += (long) sign * answers[i] * answers[j];
      }
    }
  }

  /**
   * Adds many respondents at once, column by column and four columns side by side, so that a column
   * is read once for four sums.
   *
   * @param columns items x respondents, 0..{@value ResponseScale#WIDEST_RANGE} each
   * @param respondents how many of the columns' entries count, at most {@value #BLOCK}
   */
  void addBlock(int[][] columns, int respondents) {
    n += respondents;
    for (int i = 0; i < items; i++) {
      int[] column = columns[i];
      long sum = 0;
      for (int row = 0; row < respondents; row++) {
        sum += column[row];
      }
      sums[i] += sum;
      int j = i;
      for (; j + 3 < items; j += 4) {
        addFour(column, columns, i, j, respondents);
      }
      for (; j < items; j++) {
        products[i][j] += dot(column, columns[j], respondents);
      }
    }
  }

  /** Most respondents in a block: 2^13 x 126^2 stays below 2^31. */
  static final int BLOCK = 1 << 13;

  private void addFour(int[] column, int[][] columns, int i, int j, int respondents) {
    int[] first = columns[j];
    int[] second = columns[j + 1];
    int[] third = columns[j + 2];
    int[] fourth = columns[j + 3];
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    for (int row = 0; row < respondents; row++) {
      int value = column[row];
      a += value * first[row];
      b += value * second[row];
      c += value * third[row];
      d += value * fourth[row];
    }
    products[i][j] += a;
    products[i][j + 1] += b;
    products[i][j + 2] += c;
    products[i][j + 3] += d;
  }

  private static int dot(int[] a, int[] b, int respondents) {
    int sum = 0;
    for (int row = 0; row < respondents; row++) {
      sum += a[row] * b[row];
    }
    return sum;
  }

  /** Respondents at this moment. */
  public int n() {
    return n;
  }

  /** Covariances at this moment: (n Sxy - Sx Sy) / (n (n - 1)); all 0 below two respondents. */
  public Covariances covariances() {
    double[][] matrix = new double[items][items];
    if (n >= 2) {
      double pairs = (double) n * (n - 1.0);
      for (int i = 0; i < items; i++) {
        for (int j = i; j < items; j++) {
          matrix[i][j] = Exact.crossSpread(n, sums[i], sums[j], products[i][j]) / pairs;
          matrix[j][i] = matrix[i][j];
        }
      }
    }
    return Covariances.of(n, matrix);
  }
}
