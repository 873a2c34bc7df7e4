package dev.rolewise.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that lists every metric, read as its rows. */
final class MetricsPage {
  private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9_]+)` \\|(.*)\\|");
  private static final Pattern LABELS = Pattern.compile("^(?:`[a-z_]+`\\s*)+");
  private static final int CELLS = 6;

  /**
   * A row.
   *
   * @param labels that series of this metric may have
   * @param always whether it is there wherever its part of the program is
   */
  record Row(String type, String unit, Set<String> labels, boolean always) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();

  static MetricsPage read() throws IOException {
    MetricsPage page = new MetricsPage();
    for (String line : Files.readAllLines(Path.of("..", "observability", "metrics.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        page.add(row.group(1), row.group(2));
      }
    }
    return page;
  }

  Map<String, Row> rows() {
    return rows;
  }

  private void add(String name, String rest) {
    List<String> cells = Arrays.stream(rest.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != CELLS || cells.get(4).isEmpty()) {
      throw new AssertionError("the row of " + name + " has other cells than the head: " + cells);
    }
    boolean same = cells.get(2).equals("the same");
    Set<String> labels =
        same ? List.copyOf(rows.values()).get(rows.size() - 1).labels() : labels(cells.get(2));
    if (!Set.of("always", "sometimes").contains(cells.get(3))) {
      throw new AssertionError(name + " is there " + cells.get(3));
    }
    Row row = new Row(cells.get(0), cells.get(1), labels, cells.get(3).equals("always"));
    if (rows.put(name, row) != null) {
      throw new AssertionError(name + " has two rows");
    }
  }

  /**
   * Each part of the cell begins with a label; what else stands in quotes is an example of its
   * values.
   */
  private static Set<String> labels(String cell) {
    Set<String> labels = new TreeSet<>();
    for (String part : cell.split(";")) {
      Matcher named = LABELS.matcher(part.strip());
      if (named.find()) {
        labels.addAll(List.of(named.group().replace("`", "").strip().split("\\s+")));
      }
    }
    return labels;
  }
}
