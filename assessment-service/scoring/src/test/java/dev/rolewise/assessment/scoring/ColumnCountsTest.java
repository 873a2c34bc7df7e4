package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Counting eight at a time gives what counting one by one gives, at every length. */
class ColumnCountsTest {

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void manyAtOnceIsOneByOne(
      @ForAll long seed, @ForAll @IntRange(min = 2040, max = 2100) int many, @ForAll boolean few) {
    Random random = new Random(seed);
    int people = few ? random.nextInt(20) : many;
    byte[] a = column(random, people);
    byte[] b = column(random, people);
    int[] pairs = new int[64];
    int[] singles = new int[8];
    int any = 0;
    for (int i = 0; i < people; i++) {
      pairs[(a[i] + 1) * 8 + b[i] + 1]++;
      singles[a[i] + 1]++;
      any += a[i] >= 0 || b[i] >= 0 ? 1 : 0;
    }
    assertArrayEquals(pairs, ColumnCounts.pairs(a, b));
    assertArrayEquals(singles, ColumnCounts.singles(a));
    assertEquals(any, ColumnCounts.answeredAny(new byte[][] {a, b}, people));
    for (int code = 0; code < 8; code++) {
      assertEquals(singles[code], ColumnCounts.wide(a)[code]);
    }
  }

  private static byte[] column(Random random, int people) {
    byte[] column = new byte[people];
    for (int i = 0; i < people; i++) {
      column[i] = (byte) (random.nextInt(8) - 1);
    }
    return column;
  }

  @Test
  void whatHasNoCodeIsRefusedWhereverItStands() {
    for (int people : new int[] {1, 9, 3000, 3003}) {
      for (int place : new int[] {0, people / 2, people - 1}) {
        for (int answer : new int[] {-128, -2, 7, 8, 127}) {
          byte[] fine = new byte[people];
          byte[] column = new byte[people];
          column[place] = (byte) answer;
          assertThrows(IllegalArgumentException.class, () -> ColumnCounts.pairs(column, fine));
          assertThrows(IllegalArgumentException.class, () -> ColumnCounts.pairs(fine, column));
          assertThrows(IllegalArgumentException.class, () -> ColumnCounts.singles(column));
        }
      }
    }
  }
}
