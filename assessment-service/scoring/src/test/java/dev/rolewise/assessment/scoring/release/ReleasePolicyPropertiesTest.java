package dev.rolewise.assessment.scoring.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The release policy over whole rounds of arrivals, closes and reopenings. */
class ReleasePolicyPropertiesTest {

  @Property(tries = 500)
  void whateverHappensEveryReleaseHasAtLeastKSheets(@ForAll long seed) {
    Random random = new Random(seed);
    int size = 7 + random.nextInt(20);
    int k = 3 + random.nextInt(3);
    int released = 0;
    int pending = 0;
    for (int event = 0; event < 40; event++) {
      if (released + pending < size && random.nextInt(5) > 0) {
        pending++;
      }
      SheetCounts counts = new SheetCounts(size, k, LiveValues.BATCHES, released, pending);
      boolean closing = random.nextInt(10) == 0;
      ReleaseDecision decision =
          closing ? ReleasePolicy.atClose(counts) : ReleasePolicy.whileOpen(counts);
      assertTrue(decision.release() == 0 || decision.release() >= k);
      assertEquals(pending, decision.release() + decision.heldBack());
      if (closing) {
        assertTrue(decision.heldBack() < k);
        assertEquals(decision.heldBack() > 0, decision.reopenable());
      } else if (decision.release() > 0) {
        int left = size - released - pending;
        assertTrue(left == 0 || left >= k);
      }
      released += decision.release();
      pending = decision.heldBack();
    }
  }
}
