package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often the instrument is wrong about invented teams, and how far a score moves by itself: the
 * figures that {@code rolewise simulate --reference} wrote for the front end.
 */
final class SimulatedFigures {
  private static final JsonObject FIGURES = SharedFile.read("/texts/simulation.json");

  private final PageWords words;
  private final Locale locale;

  private SimulatedFigures(PageWords words) {
    this.words = words;
    this.locale = Locale.forLanguageTag(words.locale().replace('_', '-'));
  }

  static Node of(PageWords words) {
    return new SimulatedFigures(words).all();
  }

  private Node all() {
    return Node.all(
        el("section", "simulated")
            .with(
                el("h2").text(words.say("method.wrong.title")),
                el("p").text(words.say("method.wrong.text")),
                sizes(),
                el("p", "hint").text(words.say("method.wrong.note")),
                el("h3").text(words.say("method.weak.title")),
                Parts.marks("", weakSpots())),
        el("section", "simulated")
            .with(
                el("h2").text(words.say("method.trend.title")),
                el("p").text(words.say("method.trend.text")),
                trend()));
  }

  private Element sizes() {
    int teams = FIGURES.getInteger("kinds") * FIGURES.getInteger("teamsPerKind");
    double error =
        Fields.objects(FIGURES, "sizes").stream()
            .flatMap(size -> Stream.of("clear", "mild").map(size::getJsonObject))
            .mapToDouble(kind -> kind.getDouble("largestError"))
            .max()
            .orElseThrow();
    String caption =
        words.say(
            "method.wrong.caption",
            Map.of(
                "teams", whole(teams), "seed", FIGURES.getInteger("seed"), "error", points(error)));
    Element first =
        el("tr")
            .with(
                tall("method.wrong.size", null),
                wide("method.wrong.verdict", 2),
                tall("method.wrong.false", "starts"),
                tall("method.wrong.none", null),
                wide("method.wrong.stability", 3));
    Element second =
        el("tr")
            .with(
                head("method.wrong.clear", "starts"),
                head("method.wrong.mild", null),
                head("method.wrong.stable", "starts"),
                head("method.wrong.rightStable", null),
                head("method.wrong.rightUnstable", null));
    return table(
        "method.wrong.title",
        caption,
        List.of(first, second),
        Fields.objects(FIGURES, "sizes").stream().map(this::size).toList());
  }

  private Element size(JsonObject row) {
    JsonObject clear = row.getJsonObject("clear");
    JsonObject mild = row.getJsonObject("mild");
    return el("tr")
        .with(
            rowHead(row.getInteger("size")),
            cell(percent(clear.getDouble("right")), "starts"),
            cell(percent(mild.getDouble("right")), null),
            cell(percent(larger(clear, mild, "falseAdvice")), "starts"),
            cell(percent(larger(clear, mild, "noVerdict")), null),
            cell(percent(mild.getDouble("stable")), "starts"),
            cell(percent(mild.getDouble("rightWhenStable")), null),
            cell(percent(mild.getDouble("rightWhenUnstable")), null));
  }

  private List<String> weakSpots() {
    JsonObject spots = FIGURES.getJsonObject("weakSpots");
    JsonObject dontKnow = spots.getJsonObject("dontKnow");
    JsonObject gloom = spots.getJsonObject("gloom");
    JsonObject yeaSaying = spots.getJsonObject("yeaSaying");
    return List.of(
        words.say(
            "method.weak.dontKnow",
            Map.of(
                "percent", dontKnow.getValue("percent") + "%",
                "noVerdict", percent(dontKnow.getDouble("noVerdict")),
                "right", percent(dontKnow.getDouble("right")))),
        words.say(
            "method.weak.gloom",
            Map.of(
                "falseAdvice", percent(gloom.getDouble("falseAdvice")),
                "warned", percent(gloom.getDouble("warned")))),
        words.say(
            "method.weak.straightLiner",
            Map.of("right", percent(spots.getJsonObject("straightLiner").getDouble("right")))),
        words.say(
            "method.weak.yeaSaying",
            Map.of(
                "balanced", points(yeaSaying.getDouble("balanced")),
                "problemsOnly", points(yeaSaying.getDouble("problemsOnly")))));
  }

  private Element trend() {
    String caption =
        words.say(
            "method.trend.caption",
            Map.of(
                "teams", whole(FIGURES.getInteger("trendTeams")),
                "seed", FIGURES.getInteger("trendSeed")));
    Element first =
        el("tr")
            .with(
                tall("method.trend.people", null),
                wide("method.trend.sides", 2),
                wide("method.trend.programme", 2));
    Element second =
        el("tr")
            .with(
                head("method.trend.same", "starts"),
                head("method.trend.new", null),
                head("method.trend.same", "starts"),
                head("method.trend.new", null));
    List<Element> rows =
        Fields.objects(FIGURES, "trend").stream()
            .map(
                row ->
                    el("tr")
                        .with(
                            rowHead(row.getInteger("people")),
                            cell(points(row.getDouble("same")), "starts"),
                            cell(points(row.getDouble("new")), null),
                            cell(points(row.getDouble("programmeSame")), "starts"),
                            cell(points(row.getDouble("programmeNew")), null)))
            .toList();
    return table("method.trend.title", caption, List.of(first, second), rows);
  }

  private Element table(String title, String caption, List<Element> head, List<Element> rows) {
    return el("div", "figures-scroll")
        .attr("role", "region")
        .attr("aria-label", words.say(title))
        .attr("tabindex", "0")
        .with(
            el("table", "figures")
                .with(
                    el("caption").with(el("span").text(caption)),
                    el("thead").with(head),
                    el("tbody").with(rows)));
  }

  private Element tall(String key, String classes) {
    return head(key, classes).attr("rowspan", "2");
  }

  private Element wide(String key, int columns) {
    return el("th")
        .attr("scope", "colgroup")
        .attr("colspan", Integer.toString(columns))
        .text(words.say(key));
  }

  private Element head(String key, String classes) {
    return el("th").attr("class", classes).attr("scope", "col").text(words.say(key));
  }

  private static Element rowHead(int number) {
    return el("th").attr("scope", "row").text(Integer.toString(number));
  }

  private static Element cell(String number, String classes) {
    return el("td").attr("class", classes).text(number);
  }

  private static double larger(JsonObject one, JsonObject other, String of) {
    return Math.max(one.getDouble(of), other.getDouble(of));
  }

  private String whole(int number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  private String percent(double value) {
    return oneDecimal(NumberFormat.getPercentInstance(locale)).format(value / 100);
  }

  private String points(double value) {
    return oneDecimal(NumberFormat.getNumberInstance(locale)).format(value);
  }

  private static NumberFormat oneDecimal(NumberFormat format) {
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format;
  }
}
