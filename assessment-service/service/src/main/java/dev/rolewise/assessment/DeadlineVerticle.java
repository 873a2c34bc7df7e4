package dev.rolewise.assessment;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.deadline.DeadlineJob;
import dev.rolewise.assessment.deadline.DeadlineTimer;
import dev.rolewise.assessment.release.LiveRelease;
import dev.rolewise.assessment.release.RoundClosing;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.retention.RetentionJob;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.postgres.PostgresPool;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.time.Clock;

/** Wires what time itself does: rounds close at their deadline, and go after a while. */
final class DeadlineVerticle extends VerticleBase {
  private final AssessmentSettings settings;
  private final Clock clock;
  private final SharedDocuments documents;
  private Pool pool;
  private Scorer scorer;
  private DeadlineTimer timer;
  private DeadlineTimer retention;

  DeadlineVerticle(AssessmentSettings settings, Clock clock, SharedDocuments documents) {
    this.settings = settings;
    this.clock = clock;
    this.documents = documents;
  }

  @Override
  public Future<?> start() {
    pool = PostgresPool.create(vertx, settings.database());
    scorer = Scorer.start(vertx);
    TurnoutHints hints = new TurnoutHints(BusClient.create(vertx));
    RoundClosing closing = new RoundClosing(pool, documents.pinned(), scorer, hints, clock);
    timer =
        DeadlineTimer.start(
            vertx,
            "deadlines",
            new DeadlineJob(
                pool, closing, new LiveRelease(pool, documents.pinned(), scorer, hints), clock),
            settings.deadlineCheck());
    int months = settings.retention().months();
    retention =
        DeadlineTimer.start(
            vertx,
            "retention",
            new RetentionJob(pool, closing, hints, months, clock),
            settings.retention().check());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return timer
        .stop()
        .compose(done -> retention.stop())
        .compose(done -> scorer.close())
        .compose(done -> pool.close());
  }
}
