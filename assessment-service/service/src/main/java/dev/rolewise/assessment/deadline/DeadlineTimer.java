package dev.rolewise.assessment.deadline;

import dev.rolewise.runtime.metrics.ClosedCounter;
import dev.rolewise.runtime.metrics.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the job again and again, never twice at once; stopping waits for the run under way. */
public final class DeadlineTimer {
  private static final Logger LOG = LoggerFactory.getLogger(DeadlineTimer.class);
  private static final String DONE = "ok";
  private static final String FAILED = "failed";

  private final Vertx vertx;
  private final Chore job;
  private final long timer;
  private final ClosedCounter runs;
  private Future<Void> running = Future.succeededFuture();

  private DeadlineTimer(Vertx vertx, String name, Chore job, Duration period) {
    this.vertx = vertx;
    this.job = job;
    this.runs =
        ClosedCounter.of(
            Meters.of(vertx),
            "rolewise.chores",
            "Runs of what has to be done again and again",
            "result",
            Set.of(DONE, FAILED),
            "chore",
            name);
    this.timer = vertx.setPeriodic(period.toMillis(), tick -> run());
  }

  /**
   * Starts the timer on the caller's event loop.
   *
   * @param vertx owner of the timer
   * @param name of the job in the metrics
   * @param job what to run
   * @param period time between two runs
   * @return the timer; stop it before its database closes
   */
  public static DeadlineTimer start(Vertx vertx, String name, Chore job, Duration period) {
    return new DeadlineTimer(vertx, name, job, period);
  }

  /**
   * Stops the timer.
   *
   * @return when the run under way has ended
   */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    return running;
  }

  private void run() {
    if (!running.isComplete()) {
      return;
    }
    running =
        job.run()
            .onSuccess(done -> runs.increment(DONE))
            .<Void>mapEmpty()
            .otherwise(
                failure -> {
                  runs.increment(FAILED);
                  LOG.warn("what is due could not be done: {}", failure.toString());
                  return null;
                });
  }
}
