package dev.rolewise.assessment.scoring.simulation;

/**
 * Counts of something that has three levels, best first: firm, provisional, leaning; or high,
 * medium, low.
 */
public record Levels(int best, int middle, int last) {

  static final Levels NONE = new Levels(0, 0, 0);

  static Levels of(Enum<?> level) {
    int ordinal = level.ordinal();
    return new Levels(ordinal == 0 ? 1 : 0, ordinal == 1 ? 1 : 0, ordinal == 2 ? 1 : 0);
  }

  Levels plus(Levels other) {
    return new Levels(best + other.best, middle + other.middle, last + other.last);
  }
}
