package dev.rolewise.assessment.scoring;

/**
 * Arithmetic on the answers of eight people in the eight bytes of a long. An answer comes as a
 * code: 0 for don't know, else the struggle 0..4 plus 1. No result leaves its byte.
 */
final class EightPeople {

  private static final long ONES = 0x0101010101010101L;
  private static final long ALL_BUT_HIGH = 0x7F7F7F7F7F7F7F7FL;
  private static final long HIGH_BITS = ~ALL_BUT_HIGH;
  private static final int WHOLE_BYTE = 0xFF;
  private static final int TURN = Instrument.HIGHEST_ANSWER + 2;

  private EightPeople() {}

  /** Codes of reversed items turned round: struggle s becomes 4 - s. */
  static long turned(long codes) {
    return (TURN * ONES & known(codes)) - codes;
  }

  /** Per byte the struggle in half scale points from both wordings; 0 where neither is known. */
  static long halves(long a, long b) {
    long knownA = known(a);
    long knownB = known(b);
    // a single answer stands for both; each code is one above its struggle
    return a + b + (a & ~knownB) + (b & ~knownA) - (2 * ONES & (knownA | knownB));
  }

  /** Per byte 1 where at least one of two answers is known. */
  static long anyKnown(long a, long b) {
    return known(a | b) & ONES;
  }

  /** Per byte all bits where an answer is known, none elsewhere. */
  private static long known(long codes) {
    return ((codes + ALL_BUT_HIGH & HIGH_BITS) >>> Byte.SIZE - 1) * WHOLE_BYTE;
  }
}
