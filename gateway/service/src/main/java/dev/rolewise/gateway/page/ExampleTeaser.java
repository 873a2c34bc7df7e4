package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import java.util.List;

/** A drawing of a report's axis: an invented team with one side in trouble. */
final class ExampleTeaser {
  private record Row(Side side, double at, int y) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(Side.PRODUCT, 78, 34),
          new Row(Side.PROJECT, 31, 74),
          new Row(Side.PROGRAMME, 22, 114));

  /** Where the drawing has its gate; it is a drawing, not a report. */
  private static final double GATE = 45;

  private ExampleTeaser() {}

  static Element of(PageWords words) {
    return el("section", "band teaser")
        .attr("aria-labelledby", "teaser-title")
        .with(
            el("div")
                .with(
                    el("h2").attr("id", "teaser-title").text(words.say("teaser.title")),
                    Parts.lead(words.say("teaser.text")),
                    el("p").with(Parts.button(words.at("/example"), words.say("home.example")))),
            el("figure", "card teaser-figure")
                .with(
                    el("figcaption")
                        .with(
                            el("span", "tag").text(words.say("teaser.label")),
                            el("strong").text(words.say("teaser.verdict"))),
                    drawing(words),
                    el("p", "hint").text(words.say("teaser.legend"))));
  }

  private static Element drawing(PageWords words) {
    return el("svg")
        .attr("viewBox", "0 0 480 150")
        .attr("role", "img")
        .attr("aria-label", words.say("teaser.alt"))
        .with(
            el("rect", "beyond")
                .attr("x", number(x(GATE)))
                .attr("y", "10")
                .attr("width", number(x(100) - x(GATE)))
                .attr("height", "128")
                .attr("rx", "6"),
            el("path", "gate").attr("d", "M" + number(x(GATE)) + " 6V142"))
        .with(ROWS.stream().map(ExampleTeaser::row).toList());
  }

  private static Element row(Row row) {
    return el("g", row.side().code())
        .with(
            line("rail", row.y(), 100),
            line("reach", row.y(), row.at()),
            mark(row.side(), x(row.at()), row.y()));
  }

  private static Element line(String classes, int y, double end) {
    return el("path", classes).attr("d", "M" + number(x(0)) + " " + y + "H" + number(x(end)));
  }

  private static Element mark(Side side, double x, int y) {
    return switch (side) {
      case PRODUCT ->
          el("circle", "mark open").attr("cx", number(x)).attr("cy", number(y)).attr("r", "12");
      case PROJECT ->
          el("rect", "mark")
              .attr("x", number(x - 11))
              .attr("y", number(y - 11))
              .attr("width", "22")
              .attr("height", "22")
              .attr("rx", "4");
      case PROGRAMME ->
          el("path", "mark").attr("d", "M" + number(x) + " " + (y - 14) + "l14 14l-14 14l-14-14Z");
    };
  }

  private static double x(double value) {
    return 20 + value * 4.4;
  }

  private static String number(double value) {
    return Double.toString(Math.round(value * 10) / 10.0);
  }
}
