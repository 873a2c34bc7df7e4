package dev.rolewise.bench.report;

import dev.rolewise.bench.Row;
import java.util.List;
import java.util.Locale;

/**
 * The table as a page, each row with a drawing of its rounds between nothing and twice its floor.
 */
public final class HtmlPage {

  private static final int WIDTH = 260;
  private static final int HEIGHT = 26;

  private static final String STYLE =
      """
      body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #1d2733; background: #fff }
      table { border-collapse: collapse }
      th, td { text-align: left; padding: .35rem .8rem; border-bottom: 1px solid #d9dfe6; vertical-align: top }
      .aim { color: #14632c } .floor { color: #7a5200 } .missed { color: #a3161d; font-weight: 700 } .told { color: #5a6774 }
      svg text { font-size: 9px; fill: #5a6774 }
      """;

  private HtmlPage() {}

  public static String of(Measured measured) {
    StringBuilder page =
        new StringBuilder(
            "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
                + "<title>Rolewise: performance goals</title>\n<style>\n"
                + STYLE
                + "</style></head>\n<body>\n<h1>Performance goals</h1>\n<p>");
    page.append(escape(measured.machine().when() + ". " + measured.machine().said()))
        .append("; ")
        .append(measured.seconds())
        .append(" s. Each figure is the median of ")
        .append(measured.effort().rounds())
        .append(
            " rounds, in which a case and its yardstick take turns; dots are rounds, the dark line"
                + " is the floor, the light one the aim.</p>\n<table>\n<tr>");
    List.of("goal", "what", "yardstick", "measured", "", "floor", "aim", "verdict")
        .forEach(head -> page.append("<th scope=\"col\">").append(head).append("</th>"));
    page.append("</tr>\n");
    measured.rows().forEach(row -> page.append(line(row)));
    return page.append("</table>\n</body>\n</html>\n").toString();
  }

  private static String line(Row row) {
    List<String> cells = Table.cells(row);
    StringBuilder line = new StringBuilder("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      boolean verdict = i == cells.size() - 1;
      line.append(verdict ? "<td class=\"" + kind(row) + "\">" : "<td>")
          .append(escape(cells.get(i)))
          .append("</td>");
      if (i == 3) {
        line.append("<td>").append(drawing(row)).append("</td>");
      }
    }
    return line.append("</tr>\n").toString();
  }

  private static String kind(Row row) {
    return row.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static String drawing(Row row) {
    if (row.verdict() == Row.Verdict.TOLD || row.floor() == 0 || Double.isInfinite(row.value())) {
      return "";
    }
    double[] samples = row.samples();
    double end =
        1.1 * Math.max(samples[samples.length - 1], Math.max(row.floor(), row.aim()) * 1.25);
    StringBuilder svg =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                escape(row.measured())));
    svg.append(rule(row.floor() / end, "#5a6774")).append(rule(row.aim() / end, "#a9d3b5"));
    for (double sample : samples) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"%s\" fill-opacity=\".6\"/>",
              WIDTH * sample / end,
              HEIGHT / 2,
              row.verdict() == Row.Verdict.MISSED ? "#a3161d" : "#1f5fa8"));
    }
    return svg.append("</svg>").toString();
  }

  private static String rule(double at, String colour) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"0\" y2=\"%2$d\" stroke=\"%3$s\" stroke-width=\"2\"/>",
        WIDTH * at,
        HEIGHT,
        colour);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
