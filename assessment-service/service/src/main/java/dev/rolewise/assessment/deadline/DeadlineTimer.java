package dev.rolewise.assessment.deadline;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the job again and again, never twice at once; stopping waits for the run under way. */
public final class DeadlineTimer {
  private static final Logger LOG = LoggerFactory.getLogger(DeadlineTimer.class);

  private final Vertx vertx;
  private final Chore job;
  private final long timer;
  private Future<Void> running = Future.succeededFuture();

  private DeadlineTimer(Vertx vertx, Chore job, Duration period) {
    this.vertx = vertx;
    this.job = job;
    this.timer = vertx.setPeriodic(period.toMillis(), tick -> run());
  }

  /**
   * Starts the timer on the caller's event loop.
   *
   * @param vertx owner of the timer
   * @param job what to run
   * @param period time between two runs
   * @return the timer; stop it before its database closes
   */
  public static DeadlineTimer start(Vertx vertx, Chore job, Duration period) {
    return new DeadlineTimer(vertx, job, period);
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
            .<Void>mapEmpty()
            .otherwise(
                failure -> {
                  LOG.warn("what is due could not be done: {}", failure.toString());
                  return null;
                });
  }
}
