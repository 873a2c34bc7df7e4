package dev.rolewise.bench.report;

import dev.rolewise.bench.Row;
import java.util.ArrayList;
import java.util.List;

/** The table as a terminal shows it. */
public final class Table {

  private static final List<String> HEAD =
      List.of("goal", "what", "yardstick", "measured", "floor", "aim", "verdict");

  private Table() {}

  public static String of(Measured measured) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEAD);
    measured.rows().forEach(row -> lines.add(cells(row)));
    int[] widths = new int[HEAD.size()];
    lines.forEach(
        line -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], line.get(i).length());
          }
        });
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder one = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        one.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
      }
      text.append(one.toString().stripTrailing()).append('\n');
    }
    return text.append(measured.machine().said())
        .append("; ")
        .append(measured.seconds())
        .append(" s, medians of ")
        .append(measured.effort().rounds())
        .append(" rounds (smallest-largest)\n")
        .toString();
  }

  static List<String> cells(Row row) {
    boolean told = row.verdict() == Row.Verdict.TOLD;
    String sign = row.better() == Row.Better.SMALLER ? "<= " : ">= ";
    return List.of(
        row.goal(),
        row.what(),
        row.yardstick(),
        row.measured(),
        told ? "" : sign + Row.number(row.floor()),
        told ? "" : sign + Row.number(row.aim()),
        row.verdict().said());
  }
}
