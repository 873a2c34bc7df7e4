package dev.rolewise.assessment.scoring.release;

/**
 * Decides when answers may become visible: at least k new sheets together or nothing, so that
 * neither a number nor the difference of two numbers ever rests on fewer than k sheets.
 */
public final class ReleasePolicy {

  private ReleasePolicy() {}

  /**
   * At the close: everything pending when that is at least k, else nothing. What is held back can
   * be completed by opening the round again; a round that holds nothing back stays closed, because
   * its released sheets are final.
   */
  public static ReleaseDecision atClose(SheetCounts counts) {
    return decide(counts, counts.pending() >= counts.k());
  }

  /**
   * While the round is open: in {@link LiveValues#BATCHES} mode everything pending when that is at
   * least k, unless 1 to k - 1 people of the announced size would then be left; their answers could
   * never be released, so the batch waits for them. In {@link LiveValues#TURNOUT} mode never.
   */
  public static ReleaseDecision whileOpen(SheetCounts counts) {
    int left = counts.size() - counts.received();
    boolean strandsSomebody = left >= 1 && left < counts.k();
    boolean release =
        counts.live() == LiveValues.BATCHES
            && counts.live().allowedFor(counts.size())
            && counts.pending() >= counts.k()
            && !strandsSomebody;
    return decide(counts, release);
  }

  /**
   * Whether a live release may refresh one half of an area (its struggle or its gap): a don't-know
   * makes the set of answers behind that half smaller than the batch, so it waits until none or at
   * least k answers are new.
   *
   * @param newAnswers people who answered this half since it was last shown
   * @param k the fewest sheets that may be released together
   */
  public static boolean refreshesHalf(int newAnswers, int k) {
    return newAnswers == 0 || newAnswers >= k;
  }

  private static ReleaseDecision decide(SheetCounts counts, boolean release) {
    int released = release ? counts.pending() : 0;
    int heldBack = counts.pending() - released;
    return new ReleaseDecision(released, heldBack, heldBack > 0);
  }
}
