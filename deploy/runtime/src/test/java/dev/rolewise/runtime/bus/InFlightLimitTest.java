package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InFlightLimitTest {

  /** One step down from the most. */
  private static final int BELOW = (int) (InFlightLimit.MOST * 0.8);

  private final AtomicLong now = new AtomicLong();
  private final InFlightLimit limit = new InFlightLimit(now::get);

  @Test
  void soManyFitAndEveryPlaceIsGivenBack() {
    for (int round = 0; round < 3; round++) {
      for (int place = 0; place < InFlightLimit.MOST; place++) {
        assertTrue(limit.enter());
      }
      assertFalse(limit.enter());
      for (int place = 0; place < InFlightLimit.MOST; place++) {
        limit.leave(LoadSign.IN_TIME);
      }
      assertEquals(0, limit.inFlight());
    }
  }

  @Test
  void lateAnswersShrinkItToTheLeastAndNoFurther() {
    for (int second = 0; second < 100; second++) {
      assertTrue(limit.enter());
      pass();
      limit.leave(LoadSign.LATE);
    }
    assertEquals(InFlightLimit.LEAST, limit.limit());
    for (int place = 0; place < InFlightLimit.LEAST; place++) {
      assertTrue(limit.enter());
    }
    assertFalse(limit.enter());
  }

  @Test
  void oneThatIsSilentAmongOthersWhoAnswerDoesNotShrinkIt() {
    for (int second = 0; second < 100; second++) {
      pass();
      end(second % 2 == 0 ? LoadSign.IN_TIME : LoadSign.SILENT);
      assertEquals(InFlightLimit.MOST, limit.limit(), "after " + second);
    }
  }

  @Test
  void theSilenceOfAllShrinksItFromTheFirstOneOn() {
    pass();
    end(LoadSign.SILENT);
    assertEquals(BELOW, limit.limit());
    for (int second = 0; second < 100; second++) {
      pass();
      end(LoadSign.SILENT);
    }
    assertEquals(InFlightLimit.LEAST, limit.limit());
  }

  @Test
  void itIsTakenForThatOfAllWhenNobodyWasHeardForASecond() {
    end(LoadSign.IN_TIME);
    for (int tenth = 1; tenth < 10; tenth++) {
      pass();
      end(LoadSign.SILENT);
      end(LoadSign.NONE);
      assertEquals(InFlightLimit.MOST, limit.limit(), "after " + tenth + " tenths");
    }
    pass();
    end(LoadSign.SILENT);
    assertEquals(BELOW, limit.limit());
  }

  @Test
  void lateAnswersCountAlsoAmongOthersInTime() {
    for (int second = 0; second < 100; second++) {
      pass();
      end(second % 2 == 0 ? LoadSign.LATE : LoadSign.IN_TIME);
    }
    assertEquals(InFlightLimit.LEAST, limit.limit());
  }

  @Test
  void whatSaysNothingChangesNothing() {
    for (int second = 0; second < 100; second++) {
      pass();
      end(LoadSign.NONE);
    }
    assertEquals(InFlightLimit.MOST, limit.limit());
    assertEquals(0, limit.inFlight());
  }

  @Test
  void aCrowdOfLateAnswersAtOnceCountsOnce() {
    for (int place = 0; place < InFlightLimit.MOST; place++) {
      assertTrue(limit.enter());
    }
    pass();
    for (int place = 0; place < InFlightLimit.MOST; place++) {
      limit.leave(LoadSign.LATE);
    }
    assertEquals(BELOW, limit.limit());
  }

  @Test
  void itIsBackAtTheMostWithinFiveSecondsOfUse() {
    lateAnswersShrinkItToTheLeastAndNoFurther();
    for (int place = 0; place < InFlightLimit.LEAST; place++) {
      limit.leave(LoadSign.IN_TIME);
    }
    long start = now.get();
    while (limit.limit() < InFlightLimit.MOST) {
      int filled = 0;
      while (limit.enter()) {
        filled++;
      }
      pass();
      for (int place = 0; place < filled; place++) {
        limit.leave(LoadSign.IN_TIME);
      }
    }
    assertTrue(now.get() - start < Duration.ofSeconds(5).toNanos(), (now.get() - start) + " ns");
  }

  @Test
  void whatIsHardlyUsedDoesNotGrow() {
    lateAnswersShrinkItToTheLeastAndNoFurther();
    for (int place = 0; place < InFlightLimit.LEAST; place++) {
      limit.leave(LoadSign.IN_TIME);
    }
    int before = limit.limit();
    pass();
    assertTrue(limit.enter());
    limit.leave(LoadSign.IN_TIME);
    assertEquals(before, limit.limit());
  }

  private void end(LoadSign sign) {
    assertTrue(limit.enter());
    limit.leave(sign);
  }

  private void pass() {
    now.addAndGet(Duration.ofMillis(100).toNanos());
  }
}
