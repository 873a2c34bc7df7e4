package dev.rolewise.assessment.scoring.statistics;

/**
 * Counts per option of one item that follow answers coming and going; what was added and taken away
 * again leaves no trace.
 */
public final class OptionCounts {

  private final double lowest;
  private final int[] counts;

  public OptionCounts(ResponseScale responses) {
    if (!responses.fitsBytes()) {
      throw new IllegalArgumentException("options are counted for narrow whole scales only");
    }
    lowest = responses.lowest();
    counts = new int[(int) (responses.highest() - responses.lowest()) + 1];
  }

  /**
   * @param answer a whole number within the scale
   */
  public void add(int answer) {
    counts[(int) (answer - lowest)]++;
  }

  /**
   * @param answer one that was added before
   */
  public void remove(int answer) {
    int option = (int) (answer - lowest);
    if (counts[option] == 0) {
      throw new IllegalArgumentException("an answer that was never added");
    }
    counts[option]--;
  }

  /** The counts at this moment. */
  public ValueCounts values() {
    return ValueCounts.ofOptions(counts, lowest);
  }
}
