package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InFlightLimitTest {

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
        limit.leave(false);
      }
      assertEquals(0, limit.inFlight());
    }
  }

  @Test
  void lateAnswersShrinkItToTheLeastAndNoFurther() {
    for (int second = 0; second < 100; second++) {
      assertTrue(limit.enter());
      pass();
      limit.leave(true);
    }
    assertEquals(InFlightLimit.LEAST, limit.limit());
    for (int place = 0; place < InFlightLimit.LEAST; place++) {
      assertTrue(limit.enter());
    }
    assertFalse(limit.enter());
  }

  @Test
  void aCrowdOfLateAnswersAtOnceCountsOnce() {
    for (int place = 0; place < InFlightLimit.MOST; place++) {
      assertTrue(limit.enter());
    }
    pass();
    for (int place = 0; place < InFlightLimit.MOST; place++) {
      limit.leave(true);
    }
    assertEquals((int) (InFlightLimit.MOST * 0.8), limit.limit());
  }

  @Test
  void itIsBackAtTheMostWithinFiveSecondsOfUse() {
    lateAnswersShrinkItToTheLeastAndNoFurther();
    for (int place = 0; place < InFlightLimit.LEAST; place++) {
      limit.leave(false);
    }
    long start = now.get();
    while (limit.limit() < InFlightLimit.MOST) {
      int filled = 0;
      while (limit.enter()) {
        filled++;
      }
      pass();
      for (int place = 0; place < filled; place++) {
        limit.leave(false);
      }
    }
    assertTrue(now.get() - start < Duration.ofSeconds(5).toNanos(), (now.get() - start) + " ns");
  }

  @Test
  void whatIsHardlyUsedDoesNotGrow() {
    lateAnswersShrinkItToTheLeastAndNoFurther();
    for (int place = 0; place < InFlightLimit.LEAST; place++) {
      limit.leave(false);
    }
    int before = limit.limit();
    pass();
    assertTrue(limit.enter());
    limit.leave(false);
    assertEquals(before, limit.limit());
  }

  private void pass() {
    now.addAndGet(Duration.ofMillis(100).toNanos());
  }
}
