package dev.rolewise.runtime.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps the labels of Vert.x's own meters to closed sets: an address that a process made up for
 * itself counts without its random part.
 */
final class ClosedLabels implements MeterFilter {

  private static final String ADDRESS = "address";
  private static final String EVENT_BUS = "vertx.eventbus.";
  private static final Pattern RANDOM_END = Pattern.compile("\\.[0-9a-f-]{36}$");

  /** The rest says what our own meters of the bus say better, or nothing anybody acts on. */
  private static final Set<String> KEPT =
      Set.of("handlers", "pending", "published", "bytes.read", "bytes.written");

  @Override
  public Meter.Id map(Meter.Id id) {
    String address = id.getName().startsWith(EVENT_BUS) ? id.getTag(ADDRESS) : null;
    return address == null
        ? id
        : id.replaceTags(
            id.getTags().stream()
                .map(
                    tag ->
                        tag.getKey().equals(ADDRESS) ? Tag.of(ADDRESS, withoutEnd(address)) : tag)
                .toList());
  }

  /** Leaves out the meters of Vert.x that nobody would look at. */
  static MeterFilter usefulOnly() {
    return MeterFilter.deny(
        id ->
            id.getName().startsWith(EVENT_BUS)
                && !KEPT.contains(id.getName().substring(EVENT_BUS.length())));
  }

  private static String withoutEnd(String address) {
    return RANDOM_END.matcher(address).replaceFirst("");
  }
}
