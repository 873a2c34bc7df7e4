package dev.rolewise.assessment.scoring.statistics;

/**
 * One item among everybody who answered it, after reversal.
 *
 * @param n answers
 * @param mean undefined without an answer
 * @param sd sample standard deviation; undefined below two answers
 * @param median undefined without an answer
 */
public record ItemFigures(String id, int n, Figure mean, Figure sd, Figure median) {

  static ItemFigures of(String id, ValueCounts counts) {
    Figure none = Figure.undefined("nobody answered");
    boolean any = counts.n() > 0;
    return new ItemFigures(
        id,
        counts.n(),
        any ? Figure.of(counts.mean()) : none,
        counts.n() > 1
            ? Figure.of(Math.sqrt(counts.variance()))
            : Figure.undefined("needs two answers"),
        any ? Figure.of(counts.median()) : none);
  }
}
