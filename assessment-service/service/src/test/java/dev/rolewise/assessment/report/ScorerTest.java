package dev.rolewise.assessment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.bundle.ScoredRound;
import dev.rolewise.assessment.suite.PackFiles;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final Instrument QUESTIONNAIRE =
      PublishedInstrument.read(PackFiles.roleGapScan().toBuffer()).forInitiatives(1);
  private static final RoundFacts FACTS = new RoundFacts(5, 4, 1, List.of(), 0);

  @Test
  void onlySoManyWaitForAThreadAndTheNextAreRefusedAtOnce() {
    Vertx vertx = Vertx.vertx();
    Scorer scorer = Scorer.start(vertx);
    CountDownLatch busy = new CountDownLatch(1);
    try {
      // all threads of the scorer are kept busy: those of one name are shared
      Callable<Boolean> work = () -> busy.await(60, TimeUnit.SECONDS);
      for (int thread = 0; thread < 2; thread++) {
        vertx.createSharedWorkerExecutor("scoring").executeBlocking(work, false);
      }
      List<Future<ScoredRound>> asked = new ArrayList<>();
      for (int report = 0; report < 100; report++) {
        asked.add(scorer.score(QUESTIONNAIRE, FACTS, List.of()));
      }
      List<Future<ScoredRound>> refused = asked.stream().filter(Future::isComplete).toList();
      assertEquals(100 - 66, refused.size());
      refused.forEach(
          it -> assertEquals(503, assertInstanceOf(BusFailure.class, it.cause()).status()));
      busy.countDown();
      Suite.await(Future.join(asked).otherwiseEmpty());
      assertEquals(66, asked.stream().filter(Future::succeeded).count());
      assertTrue(Suite.await(scorer.score(QUESTIONNAIRE, FACTS, List.of())) != null);
    } finally {
      busy.countDown();
      Suite.await(vertx.close());
    }
  }
}
