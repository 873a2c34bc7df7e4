package dev.rolewise.content.editor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;

/** One thread for whatever takes its time with a pack: one pack at a time is in memory. */
public final class PackWorker {
  private final WorkerExecutor thread;

  /** A thread of its own. */
  public PackWorker(Vertx vertx) {
    thread = vertx.createSharedWorkerExecutor("content-packs", 1);
  }

  <T> Future<T> run(Callable<T> work) {
    return thread.executeBlocking(work, true);
  }

  /** Ends the thread. */
  public Future<Void> close() {
    return thread.close();
  }
}
