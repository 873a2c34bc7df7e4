package dev.rolewise.bench.capacity;

import dev.rolewise.bench.suite.Suite;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What something cost.
 *
 * @param milliseconds of processor time for each time it was done, by process
 * @param messages requests over the bus for each time
 */
record Cost(Map<String, Double> milliseconds, double messages) {

  /** Something done several times. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  static Cost of(Suite suite, int times, Work work) throws IOException, InterruptedException {
    Map<String, Duration> before = suite.processorTimes();
    double messagesBefore = suite.busRequests();
    work.run();
    double messages = (suite.busRequests() - messagesBefore) / times;
    Map<String, Double> milliseconds = new LinkedHashMap<>();
    suite
        .processorTimes()
        .forEach(
            (name, time) ->
                milliseconds.put(name, time.minus(before.get(name)).toNanos() / 1e6 / times));
    return new Cost(milliseconds, messages);
  }

  double total() {
    return milliseconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** How often a core can do it in a second. */
  double perCore() {
    return 1_000 / total();
  }
}
