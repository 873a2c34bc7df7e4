package dev.rolewise.content.pack;

/**
 * How much a pack may hold. Reading stops at the first limit that is passed, so that nobody needs
 * more memory than this for a pack, whatever it says of itself.
 *
 * @param files how many
 * @param fileBytes of each
 * @param totalBytes of all together, unpacked
 * @param ratio how many times larger than itself an archive may become
 * @param values texts, numbers, lists and objects in all files together: they need more memory than
 *     their bytes
 */
public record PackLimits(int files, int fileBytes, int totalBytes, int ratio, int values) {
  private static final int MEBIBYTE = 1024 * 1024;

  /** The largest archive, and the most it may unpack to. */
  public static final int LARGEST = 16 * MEBIBYTE;

  /** Some fifty times the pack that ships with the program. */
  public static final PackLimits USUAL = new PackLimits(6_000, 1024 * 1024, LARGEST, 100, 300_000);

  /** Longer than any path in a pack has to be. */
  static final int LONGEST_PATH = 200;

  /**
   * What a process with so much memory can take beside its work.
   *
   * @param memory bytes that it may use
   */
  public static PackLimits within(long memory) {
    return new PackLimits(
        USUAL.files(),
        USUAL.fileBytes(),
        (int)
            Math.min(
                USUAL.totalBytes(), Math.max(1, Math.round(memory / 16.0 / MEBIBYTE)) * MEBIBYTE),
        USUAL.ratio(),
        (int) Math.min(USUAL.values(), memory / 1024));
  }
}
