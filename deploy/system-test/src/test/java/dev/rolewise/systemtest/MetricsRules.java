package dev.rolewise.systemtest;

import dev.rolewise.systemtest.MetricsPage.Row;
import dev.rolewise.systemtest.ScrapedMetrics.Family;
import dev.rolewise.systemtest.ScrapedMetrics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What holds for the metrics of any process, whatever it does. */
final class MetricsRules {
  /** A route is made of words and of names of parameters. */
  private static final Pattern ROUTE =
      Pattern.compile("site|management|none|/api/|/api/v1/|/api/v1(/(:[a-z]+|[a-z.-]+))+");

  private static final Pattern SOMEBODY =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-|[A-Za-z0-9_-]{32,}|\\d+\\.\\d+\\.\\d+\\.\\d+|::|[?#@]");

  private static final Set<String> OF_THE_FORMAT = Set.of("le", "quantile");

  private MetricsRules() {}

  /** The longest of the last minutes, which belongs to the row of its duration. */
  static boolean isLongest(ScrapedMetrics metrics, String name) {
    return name.endsWith("_max") && metrics.families().containsKey(name.replaceFirst("_max$", ""));
  }

  /** What is not on the page, is there otherwise than the page says, or could be somebody. */
  static List<String> faults(ScrapedMetrics metrics, Map<String, Row> rows) {
    List<String> faults = new ArrayList<>();
    for (Family family : metrics.families().values()) {
      String name = family.name();
      if (!isLongest(metrics, name)) {
        Row row = rows.get(name);
        if (row == null) {
          faults.add(name + " has no row in deploy/observability/metrics.md");
        } else {
          compare(family, row, faults);
        }
      }
      family.samples().forEach(sample -> nobody(name, sample, faults));
    }
    return faults;
  }

  private static void compare(Family family, Row row, List<String> faults) {
    if (!row.type().equals(family.type())) {
      faults.add(family.name() + " is a " + family.type());
    }
    for (Sample sample : family.samples()) {
      Set<String> labels = new TreeSet<>(sample.labels().keySet());
      labels.removeAll(OF_THE_FORMAT);
      if (!row.labels().equals(labels)) {
        faults.add(sample.name() + " has labels " + labels + " instead of " + row.labels());
      }
    }
  }

  private static void nobody(String family, Sample sample, List<String> faults) {
    sample
        .labels()
        .forEach(
            (label, value) -> {
              boolean fine =
                  label.equals("route") ? ROUTE.matcher(value).matches() : !value.contains("/");
              boolean ofTheMachine = family.startsWith("jvm_");
              if (!fine || !ofTheMachine && SOMEBODY.matcher(value).find()) {
                faults.add(sample.toString());
              }
            });
  }
}
