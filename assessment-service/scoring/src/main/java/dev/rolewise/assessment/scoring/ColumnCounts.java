package dev.rolewise.assessment.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts which answers occur in columns of bytes, eight sheets at a time: an answer x from -1 to 6
 * becomes the code x + 1 in three bits, the codes of neighbouring sheets are pushed together into
 * one index of twelve bits, and a table counts the indexes. Every count follows from the table, so
 * nothing is estimated. Answers outside -1..6 are refused; which of the others are answers is for
 * the caller to say.
 */
final class ColumnCounts {

  /** Codes of one answer: "don't know" is 0, the answer x is x + 1. */
  static final int CODES = 8;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CODE_BITS = 3;
  private static final int CELLS = 1 << (4 * CODE_BITS);
  private static final int INDEX = CELLS - 1;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ALL_BUT_HIGH = ~HIGH_BITS;

  // six bits of every other byte, and the six bits that are to stand beside them
  private static final long EVEN_BYTES = 0x003F003F003F003FL;
  private static final long NEXT_TO_EVEN = 0x0FC00FC00FC00FC0L;

  // the bits of a byte that no code has
  private static final long BEYOND_CODES = 0xF8F8F8F8F8F8F8F8L;

  // from so many sheets on, filling and reading a table is cheaper than counting one by one
  private static final int MANY = 2048;

  private ColumnCounts() {}

  /** How often each pair of answers occurs: {@code [code of a * 8 + code of b]}. */
  static int[] pairs(byte[] a, byte[] b) {
    int[] counts = new int[CODES * CODES];
    int next = 0;
    if (a.length >= MANY) {
      int[] table = new int[CELLS];
      next = a.length & -Long.BYTES;
      fillPairs(a, b, next, table);
      for (int index = 0; index < CELLS; index++) {
        counts[index & 0x3F] += table[index];
        counts[index >>> 6] += table[index];
      }
    }
    for (int i = next; i < a.length; i++) {
      counts[code(a[i]) * CODES + code(b[i])]++;
    }
    return counts;
  }

  private static void fillPairs(byte[] a, byte[] b, int end, int[] table) {
    long seen = 0;
    for (int i = 0; i < end; i += Long.BYTES) {
      long left = codes((long) EIGHT.get(a, i));
      long right = codes((long) EIGHT.get(b, i));
      seen |= left | right;
      long both = left << CODE_BITS | right;
      long two = both & EVEN_BYTES | both >>> 2 & NEXT_TO_EVEN;
      table[(int) two & INDEX]++;
      table[(int) (two >>> 16) & INDEX]++;
      table[(int) (two >>> 32) & INDEX]++;
      table[(int) (two >>> 48) & INDEX]++;
    }
    requireCodes(seen);
  }

  /** How often each answer occurs: {@code [code]}. */
  static int[] singles(byte[] column) {
    int[] counts = new int[CODES];
    int next = 0;
    if (column.length >= MANY) {
      int[] table = new int[CELLS];
      next = column.length & -Long.BYTES;
      fillSingles(column, next, table);
      for (int index = 0; index < CELLS; index++) {
        for (int shift = 0; shift < 4 * CODE_BITS; shift += CODE_BITS) {
          counts[index >>> shift & CODES - 1] += table[index];
        }
      }
    }
    for (int i = next; i < column.length; i++) {
      counts[code(column[i])]++;
    }
    return counts;
  }

  private static void fillSingles(byte[] column, int end, int[] table) {
    long seen = 0;
    for (int i = 0; i < end; i += Long.BYTES) {
      long one = codes((long) EIGHT.get(column, i));
      seen |= one;
      long two = (one | one >>> 5) & EVEN_BYTES;
      long four = two | two >>> 10;
      table[(int) four & INDEX]++;
      table[(int) (four >>> 32) & INDEX]++;
    }
    requireCodes(seen);
  }

  /** As {@link #singles}, for columns with answers beyond 6: {@code [answer + 1]}, one by one. */
  static int[] wide(byte[] column) {
    int[] counts = new int[Byte.MAX_VALUE + 2];
    for (byte answer : column) {
      if (answer < Sheet.DONT_KNOW) {
        throw outside();
      }
      counts[answer + 1]++;
    }
    return counts;
  }

  /** How many sheets have an answer in at least one of these equally long columns. */
  static int answeredAny(byte[][] columns, int people) {
    int answered = 0;
    int end = people & -Long.BYTES;
    for (int i = 0; i < end; i += Long.BYTES) {
      long any = 0;
      for (byte[] column : columns) {
        any |= codes((long) EIGHT.get(column, i));
      }
      answered += Long.bitCount(any + ALL_BUT_HIGH & HIGH_BITS);
    }
    for (int i = end; i < people; i++) {
      int any = 0;
      for (byte[] column : columns) {
        any |= column[i] + 1;
      }
      answered += any == 0 ? 0 : 1;
    }
    return answered;
  }

  /** The codes of eight sheets from position i on, one per byte. */
  static long codes(byte[] column, int i) {
    return codes((long) EIGHT.get(column, i));
  }

  /** Adds 1 to each of eight bytes; no carry passes from one to the next. */
  private static long codes(long eight) {
    return (eight & ALL_BUT_HIGH) + ONES ^ eight & HIGH_BITS;
  }

  private static int code(byte answer) {
    int code = answer + 1;
    if ((code & -CODES) != 0) {
      throw outside();
    }
    return code;
  }

  private static void requireCodes(long seen) {
    if ((seen & BEYOND_CODES) != 0) {
      throw outside();
    }
  }

  static IllegalArgumentException outside() {
    return new IllegalArgumentException("a sheet has a value outside the scale");
  }
}
