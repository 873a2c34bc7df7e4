package dev.rolewise.assessment.report;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.ScoredRound;
import dev.rolewise.assessment.scoring.release.ShownRound;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Computes reports on threads of its own, beside the event loops. Only so many wait for a thread;
 * further ones are refused, to be asked for again.
 */
public final class Scorer {
  private static final String WHOLE = "whole";
  private static final String LIVE = "live";
  private static final String AFTER_LIVE = "after-live";
  private static final List<String> KINDS = List.of(WHOLE, LIVE, AFTER_LIVE);
  private static final int THREADS = 2;
  private static final int LONGEST_SECONDS = 10;

  /** A report takes milliseconds: with so many before it nobody would wait for one more. */
  private static final int MOST_WAITING = 64;

  private final WorkerExecutor workers;
  private final MeterRegistry registry;
  private final AtomicInteger waiting = new AtomicInteger();

  private Scorer(WorkerExecutor workers, MeterRegistry registry) {
    this.workers = workers;
    this.registry = registry;
    KINDS.forEach(this::time);
  }

  /**
   * Starts the threads; those of all instances are shared.
   *
   * @param vertx owner of the threads
   * @return the scorer; close it when stopping
   */
  public static Scorer start(Vertx vertx) {
    return new Scorer(
        vertx.createSharedWorkerExecutor("scoring", THREADS, LONGEST_SECONDS, TimeUnit.SECONDS),
        Meters.of(vertx));
  }

  /**
   * Computes a report.
   *
   * @param questionnaire the instrument as the round asks it
   * @param facts the round
   * @param released released sheets
   * @return the report and the sums behind it
   */
  public Future<ScoredRound> score(
      Instrument questionnaire, RoundFacts facts, List<Sheet> released) {
    return compute(WHOLE, () -> new RoleGapScoring(questionnaire).score(facts, released));
  }

  /**
   * Computes the report of a release while the round is open.
   *
   * @param questionnaire the instrument as the round asks it
   * @param facts the round
   * @param released released sheets
   * @param earlier figures that were last shown
   * @return the report and the figures it shows
   */
  public Future<ShownRound> live(
      Instrument questionnaire, RoundFacts facts, List<Sheet> released, RoundSums earlier) {
    return compute(LIVE, () -> new RoleGapScoring(questionnaire).live(facts, released, earlier));
  }

  /**
   * Computes the report of a close after live releases.
   *
   * @param questionnaire the instrument as the round asks it
   * @param facts the round
   * @param released released sheets
   * @param earlier figures that were last shown
   * @return the report and the figures it shows
   */
  public Future<ShownRound> atClose(
      Instrument questionnaire, RoundFacts facts, List<Sheet> released, RoundSums earlier) {
    return compute(
        AFTER_LIVE, () -> new RoleGapScoring(questionnaire).atClose(facts, released, earlier));
  }

  private Timer time(String kind) {
    return Timer.builder("rolewise.report.duration")
        .description("Time a thread needed to compute a report, waiting aside")
        .tag("kind", kind)
        .register(registry);
  }

  private <T> Future<T> compute(String kind, Callable<T> work) {
    if (waiting.incrementAndGet() > THREADS + MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(BusFailure.unavailable());
    }
    return workers
        .executeBlocking(time(kind).wrap(work), false)
        .onComplete(done -> waiting.decrementAndGet());
  }

  /**
   * Stops the threads.
   *
   * @return when they have stopped
   */
  public Future<Void> close() {
    return workers.close();
  }
}
