package dev.rolewise.assessment.scoring.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReleasePolicyTest {

  @Test
  void aCloseReleasesAtLeastKOrNothing() {
    assertEquals(new ReleaseDecision(4, 0, false), atClose(8, 4, 0, 4));
    assertEquals(new ReleaseDecision(8, 0, false), atClose(8, 4, 0, 8));
    assertEquals(new ReleaseDecision(0, 3, true), atClose(8, 4, 0, 3));
    assertEquals(new ReleaseDecision(0, 0, false), atClose(8, 4, 0, 0));
    assertEquals(new ReleaseDecision(0, 3, true), atClose(12, 4, 4, 3));
    assertEquals(new ReleaseDecision(5, 0, false), atClose(12, 4, 4, 5));
  }

  @Test
  void turnoutRoundsReleaseNothingWhileOpen() {
    assertEquals(
        new ReleaseDecision(0, 7, true),
        ReleasePolicy.whileOpen(new SheetCounts(8, 4, LiveValues.TURNOUT, 0, 7)));
  }

  @Test
  void aBatchIsAtLeastKAndStrandsNobody() {
    assertEquals(0, live(12, 4, 0, 3));
    assertEquals(4, live(12, 4, 0, 4));
    assertEquals(0, live(12, 4, 4, 3));
    // three people would be left of whom at most three could answer: wait for them
    assertEquals(0, live(11, 4, 4, 4));
    assertEquals(0, live(11, 4, 4, 6));
    assertEquals(7, live(11, 4, 4, 7));
    assertEquals(4, live(12, 4, 4, 4));
  }

  @Test
  void batchesNeedATeamOfSeven() {
    assertFalse(LiveValues.BATCHES.allowedFor(6));
    assertTrue(LiveValues.BATCHES.allowedFor(7));
    assertTrue(LiveValues.TURNOUT.allowedFor(4));
    // the size may have been lowered after the round was opened
    assertEquals(0, live(6, 3, 0, 3));
  }

  @Test
  void halfAnAreaIsRefreshedWithNoneOrKNewAnswers() {
    assertTrue(ReleasePolicy.refreshesHalf(0, 4));
    assertFalse(ReleasePolicy.refreshesHalf(1, 4));
    assertFalse(ReleasePolicy.refreshesHalf(3, 4));
    assertTrue(ReleasePolicy.refreshesHalf(4, 4));
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> atClose(8, 2, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> atClose(8, 4, 3, 0));
    assertThrows(IllegalArgumentException.class, () -> atClose(8, 4, 4, 5));
    assertThrows(IllegalArgumentException.class, () -> atClose(8, 4, 0, -1));
  }

  private static ReleaseDecision atClose(int size, int k, int released, int pending) {
    return ReleasePolicy.atClose(new SheetCounts(size, k, LiveValues.TURNOUT, released, pending));
  }

  private static int live(int size, int k, int released, int pending) {
    return ReleasePolicy.whileOpen(new SheetCounts(size, k, LiveValues.BATCHES, released, pending))
        .release();
  }
}
