package dev.rolewise.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counters that differ in one label, whose values are settled beforehand. All of them are there
 * from the start, at 0: what has not happened yet can be told from what is not counted.
 */
public final class ClosedCounter {

  /** Stands for every value nobody has thought of. */
  public static final String OTHER = "other";

  private final Map<String, Counter> counters;

  private ClosedCounter(Map<String, Counter> counters) {
    this.counters = counters;
  }

  /**
   * The counters; the same ones when they have been made before.
   *
   * @param name with dots, without the suffix {@code total}
   * @param values all that the label may say; with {@link #OTHER} among them for the rest
   * @param tags further labels of all of them: label, value, label, value
   */
  public static ClosedCounter of(
      MeterRegistry registry,
      String name,
      String description,
      String label,
      Collection<String> values,
      String... tags) {
    return new ClosedCounter(
        values.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    value ->
                        Counter.builder(name)
                            .description(description)
                            .tag(label, value)
                            .tags(tags)
                            .register(registry))));
  }

  /** Counts one. */
  public void increment(String value) {
    Counter counter = counters.getOrDefault(value, counters.get(OTHER));
    if (counter == null) {
      throw new IllegalArgumentException(value + " is not among " + counters.keySet());
    }
    counter.increment();
  }
}
