package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of a report as tables: where the roles stand, and each responsibility. */
final class ReportFigures {
  private static final String NONE = "–";

  private final PageWords words;
  private final JsonObject method;

  private ReportFigures(PageWords words, JsonObject method) {
    this.words = words;
    this.method = method;
  }

  static Node of(PageWords words, JsonObject report) {
    ReportFigures figures = new ReportFigures(words, report.getJsonObject("method"));
    return Node.all(
        figures.roles(Fields.objects(report, "roles")),
        figures.areas(Fields.objects(report, "areas")));
  }

  private Element roles(List<JsonObject> roles) {
    String gates =
        words.say(
            "report.method.text",
            Map.of("struggleGate", gate("struggleGate"), "gapGate", gate("gapGate")));
    return table(
        "report.axis.title",
        gates,
        List.of("report.role", "report.struggle", "report.gap", "report.means"),
        roles.stream()
            .map(
                role ->
                    Stream.of(
                        Fields.text(role, "name"),
                        whole(role, "struggle", "struggleGate"),
                        whole(role, "gap", "gapGate"),
                        means(role)))
            .toList());
  }

  private Element areas(List<JsonObject> areas) {
    return table(
        "report.evidence.title",
        words.say("evidence.served"),
        List.of("report.area", "report.struggle", "report.gap", "report.own.title"),
        areas.stream()
            .map(
                area ->
                    Stream.of(
                        Fields.text(area, "name"),
                        whole(area, "struggle", "struggleGate"),
                        whole(area, "gap", "gapGate"),
                        ownership(area.getJsonArray("coverage"))))
            .toList());
  }

  private String means(JsonObject role) {
    return Fields.optional(role, "quadrant")
        .map(quadrant -> words.say("report.quadrant." + quadrant))
        .orElse(words.say("report.tooFew"));
  }

  /** What a coverage option says is told by the options themselves, which the report names. */
  private String ownership(JsonArray counts) {
    if (counts == null) {
      return NONE;
    }
    int nobody = sum(counts, option -> option.getInteger("creditPercent") == 0);
    int owner =
        sum(
            counts,
            option -> option.getInteger("creditPercent") != 0 && option.getString("form") == null);
    int all = sum(counts, option -> true);
    return words.list(
        Stream.of(
                sees("owner", owner), sees("unclear", all - owner - nobody), sees("nobody", nobody))
            .flatMap(List::stream)
            .toList());
  }

  private List<String> sees(String what, int people) {
    return people == 0 ? List.of() : List.of(words.say("report.own." + what, Map.of("n", people)));
  }

  private int sum(JsonArray counts, Predicate<JsonObject> counting) {
    List<JsonObject> options = Fields.objects(method, "coverage");
    return IntStream.range(0, Math.min(counts.size(), options.size()))
        .filter(at -> counting.test(options.get(at)))
        .map(counts::getInteger)
        .sum();
  }

  /** Whole, and just below its gate never as if it had reached it. */
  private String whole(JsonObject of, String name, String gate) {
    Double value = of.getDouble(name);
    if (value == null) {
      return NONE;
    }
    long rounded = Math.round(value);
    int reached = gate(gate);
    return Long.toString(value < reached && rounded >= reached ? reached - 1 : rounded);
  }

  private int gate(String name) {
    return method.getInteger(name);
  }

  private Element table(
      String title, String text, List<String> columns, List<Stream<String>> rows) {
    return el("section", "band stored")
        .with(
            el("h2").text(words.say(title)),
            el("p", "lead").text(text),
            el("div", "stored-scroll")
                .attr("role", "region")
                .attr("aria-label", words.say(title))
                .attr("tabindex", "0")
                .with(
                    el("table")
                        .with(
                            el("thead")
                                .with(el("tr").with(columns.stream().map(this::head).toList())),
                            el("tbody").with(rows.stream().map(ReportFigures::row).toList()))));
  }

  private Element head(String key) {
    return el("th").attr("scope", "col").text(words.say(key));
  }

  private static Element row(Stream<String> cells) {
    List<String> all = cells.toList();
    return el("tr")
        .with(el("th").attr("scope", "row").text(all.get(0)))
        .with(all.stream().skip(1).map(cell -> el("td").text(cell)).toList());
  }
}
