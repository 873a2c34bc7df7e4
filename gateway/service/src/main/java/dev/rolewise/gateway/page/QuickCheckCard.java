package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The quick check: one question at a time, and what five answers come to. */
final class QuickCheckCard {
  /** Which words the options of a question have, and which side it is about. */
  private record Step(String options, int many, Side side) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("quick.works.", 3, Side.PRODUCT),
          new Step("quick.cared.", 3, Side.PRODUCT),
          new Step("quick.works.", 3, Side.PROJECT),
          new Step("quick.cared.", 3, Side.PROJECT),
          new Step("quick.connected.", 2, Side.PROGRAMME));

  private QuickCheckCard() {}

  /** What was answered so far: up to the first question that has no answer of ours. */
  static List<Integer> taps(PageRequest request) {
    List<Integer> taps = new ArrayList<>();
    for (Step step : STEPS) {
      String given = request.asked(name(taps.size())).orElse("");
      if (!given.matches("[0-9]") || Integer.parseInt(given) >= step.many()) {
        return taps;
      }
      taps.add(Integer.parseInt(given));
    }
    return taps;
  }

  static boolean isComplete(List<Integer> taps) {
    return taps.size() == STEPS.size();
  }

  /** The address of the check with these answers, below the language. */
  static String address(List<Integer> taps) {
    String answers =
        IntStream.range(0, taps.size())
            .mapToObj(at -> name(at) + "=" + taps.get(at))
            .reduce((one, other) -> one + "&" + other)
            .map(all -> "?" + all)
            .orElse("");
    return "/quick-check" + answers;
  }

  private static String name(int at) {
    return "q" + (at + 1);
  }

  /** The question after these answers. */
  static Element question(PageWords words, List<Integer> taps) {
    int now = taps.size();
    Step step = STEPS.get(now);
    return card("quick card")
        .with(
            el("div", "quick-head")
                .with(el("h2").attr("id", "quick-title").text(words.say("quick.title")), dots(now)),
            el("h3", "quick-question")
                .attr("tabindex", "-1")
                .with(
                    el("span", "question-number")
                        .text(
                            words.say(
                                "quick.step", Map.of("step", now + 1, "steps", STEPS.size()))))
                .text(words.say("quick.q" + (now + 1))),
            options(words, taps, step),
            el("p", "hint quick-foot")
                .with(
                    now == 0
                        ? Text.of(words.say("quick.hint.served"))
                        : el("a", "as-link")
                            .href(words.at(address(taps.subList(0, now - 1))))
                            .text(words.say("quick.back"))));
  }

  private static Element card(String classes) {
    return el("section", classes).attr("id", "quick-check").attr("aria-labelledby", "quick-title");
  }

  private static Element dots(int done) {
    return el("span", "quick-dots")
        .attr("aria-hidden", "true")
        .with(
            IntStream.range(0, STEPS.size())
                .mapToObj(at -> STEPS.get(at).side().shape(at < done ? "FINE" : "VACANT", ""))
                .toList());
  }

  private static Element options(PageWords words, List<Integer> taps, Step step) {
    return el("form", "quick-options")
        .attr("action", words.at("/quick-check"))
        .attr("method", "get")
        .with(
            IntStream.range(0, taps.size())
                .mapToObj(
                    at ->
                        el("input")
                            .attr("type", "hidden")
                            .attr("name", name(at))
                            .attr("value", Integer.toString(taps.get(at))))
                .toList())
        .with(
            IntStream.range(0, step.many())
                .mapToObj(
                    option ->
                        el("button", "quick-option")
                            .attr("type", "submit")
                            .attr("name", name(taps.size()))
                            .attr("value", Integer.toString(option))
                            .text(words.say(step.options() + option)))
                .toList());
  }

  /** What the answers come to, with the situation to read on in. */
  static Element outcome(
      PageWords words, QuickCheck.Result result, Optional<JsonObject> situation) {
    String outcome = "quick.outcome." + result.outcome();
    String connected = result.outcome().equals("BOTH") ? "both" : "text";
    return card("quick card quick-result")
        .with(
            el("p", "eyebrow").text(words.say("quick.title")),
            el("h2")
                .attr("id", "quick-title")
                .attr("tabindex", "-1")
                .text(words.say(outcome + ".title")),
            el("p").text(words.say(outcome + ".text")),
            Parts.list(
                "quick-sides",
                Stream.of(
                        side(words, Side.PRODUCT, result.product()),
                        side(words, Side.PROJECT, result.project()))
                    .toList()),
            Node.when(
                result.connected(), () -> el("p").text(words.say("quick.connected." + connected))),
            situation.<Node>map(scenario -> readOn(words, scenario)).orElse(Node.none()),
            el("p", "quick-caveat").text(words.say("quick.oneView")),
            el("div", "actions")
                .with(
                    Parts.link("/new", words.say("quick.ask")).attr("class", "button primary"),
                    Parts.link(words.at("/quick-check"), words.say("quick.again"))
                        .attr("class", "button quiet")));
  }

  private static Element side(PageWords words, Side side, String state) {
    return el("li", side.code())
        .with(
            side.shape(state, ""),
            el("span")
                .with(el("strong").text(words.say("side." + side.code())))
                .text(words.say("quadrant." + state)));
  }

  private static Element readOn(PageWords words, JsonObject scenario) {
    return el("p")
        .text(words.say("quick.scenario") + " ")
        .with(
            Parts.link(
                words.at("/scenarios/" + Fields.text(scenario, "id")),
                Fields.text(scenario, "title")));
  }
}
