package dev.rolewise.content.store;

/**
 * What came of publishing a pack.
 *
 * @param outcome what happened
 * @param pack the pack's id
 * @param version the version that is current now
 * @param hash the current version's content hash
 */
public record Publication(Outcome outcome, String pack, int version, String hash) {
  /** What happened. */
  public enum Outcome {
    /** It is current from now on. */
    PUBLISHED,
    /** It was current already. */
    UNCHANGED,
    /** A higher version is current: an older program must not turn readers back. */
    OLDER,
    /** It has been current, and an editor has turned readers back to an earlier version since. */
    TURNED_BACK
  }
}
