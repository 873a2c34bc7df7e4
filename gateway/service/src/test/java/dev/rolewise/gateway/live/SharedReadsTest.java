package dev.rolewise.gateway.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.rolewise.assessment.contract.round.Round;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedReadsTest {
  private final List<Promise<Round>> asked = new ArrayList<>();

  private Future<Round> read() {
    asked.add(Promise.promise());
    return asked.get(asked.size() - 1).future();
  }

  @Test
  void whoMerelyLooksSharesTheLastRead() {
    SharedReads reads = new SharedReads(Duration.ofMinutes(1));
    Future<Round> first = reads.lately("a", this::read);
    assertSame(first, reads.lately("a", this::read));
    assertNotSame(first, reads.lately("b", this::read));
    assertEquals(2, asked.size());
  }

  @Test
  void whoKnowsOfAChangeReadsAnewAndOthersProfit() {
    SharedReads reads = new SharedReads(Duration.ofMinutes(1));
    Future<Round> before = reads.lately("a", this::read);
    Future<Round> after = reads.now("a", this::read);
    assertNotSame(before, after);
    assertSame(after, reads.lately("a", this::read));
    assertEquals(2, asked.size());
  }

  @Test
  void anOldReadOrOneOfSomebodyWhoLeftIsNotUsed() {
    SharedReads stale = new SharedReads(Duration.ZERO);
    assertNotSame(stale.lately("a", this::read), stale.lately("a", this::read));
    SharedReads reads = new SharedReads(Duration.ofMinutes(1));
    Future<Round> first = reads.lately("a", this::read);
    reads.forget("a");
    assertNotSame(first, reads.lately("a", this::read));
    assertEquals(4, asked.size());
  }
}
