package dev.rolewise.assessment.scoring.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Computes parts on a fixed number of threads and hands them back in their own order. */
final class Workers {

  private Workers() {}

  static <T> List<T> compute(int threads, List<Callable<T>> parts) {
    ExecutorService workers = Executors.newFixedThreadPool(threads, Workers::named);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> part : workers.invokeAll(parts)) {
        results.add(part.get());
      }
      return results;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped in the middle of a simulation", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a simulated team could not be scored", failed.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread named(Runnable work) {
    Thread thread = new Thread(work, "simulation");
    // a program that is told to stop does not wait for it
    thread.setDaemon(true);
    return thread;
  }
}
