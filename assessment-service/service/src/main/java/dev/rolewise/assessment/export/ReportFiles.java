package dev.rolewise.assessment.export;

import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes files on a thread of its own, beside the event loops: one at a time, because what a file
 * takes while it is made is the most that this service needs for anything. Only so many wait for
 * it; further ones are refused, to be asked for again.
 */
public final class ReportFiles {
  private static final int LONGEST_SECONDS = 10;
  private static final int MOST_AT_ONCE = 8;

  private final WorkerExecutor worker;
  private final AtomicInteger asked;

  private ReportFiles(WorkerExecutor worker, AtomicInteger asked) {
    this.worker = worker;
    this.asked = asked;
  }

  /**
   * Starts the thread; that of all instances is shared.
   *
   * @param vertx owner of the thread
   * @return the maker; close it when stopping
   */
  public static ReportFiles start(Vertx vertx) {
    return new ReportFiles(
        vertx.createSharedWorkerExecutor("report-files", 1, LONGEST_SECONDS, TimeUnit.SECONDS),
        new AtomicInteger());
  }

  /**
   * Makes a file.
   *
   * @param form of the file
   * @param report as its reader reads it
   * @return the bytes, the same for the same report; 503 when too many are waiting
   */
  public Future<Buffer> make(FileForm form, JsonObject report) {
    if (asked.incrementAndGet() > MOST_AT_ONCE) {
      asked.decrementAndGet();
      return Future.failedFuture(BusFailure.unavailable());
    }
    return worker
        .executeBlocking(() -> Buffer.buffer(form.make(report)), false)
        .onComplete(done -> asked.decrementAndGet());
  }

  /**
   * Stops the thread.
   *
   * @return when it has stopped
   */
  public Future<Void> close() {
    return worker.close();
  }
}
