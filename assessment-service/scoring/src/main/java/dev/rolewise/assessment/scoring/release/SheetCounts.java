package dev.rolewise.assessment.scoring.release;

/**
 * Where a round stands. Only counts: which sheets are released never depends on what is on them.
 *
 * @param size announced size of the team; may be lowered to what was received, never below
 * @param k the fewest sheets that may be released together, 3 or more
 * @param live what the round shows while it is open
 * @param released sheets released so far: 0 or at least k
 * @param pending sheets received and not released
 */
public record SheetCounts(int size, int k, LiveValues live, int released, int pending) {
  public SheetCounts {
    boolean inRange = size >= 1 && k >= 3 && live != null && released >= 0 && pending >= 0;
    if (!inRange || (released > 0 && released < k) || (long) released + pending > size) {
      throw new IllegalArgumentException(
          "counts out of range: size %d, k %d, released %d, pending %d"
              .formatted(size, k, released, pending));
    }
  }

  /** Sheets received, released or not. */
  public int received() {
    return released + pending;
  }
}
