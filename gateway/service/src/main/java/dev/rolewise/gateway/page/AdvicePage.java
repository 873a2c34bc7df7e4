package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.ScenarioAdviceRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the signals that a team recognises to the situations they fit, and to what helps. */
final class AdvicePage implements LearnPage {
  private static final String PATH = "/scenarios/advice";
  private static final int MOST_SIGNALS = 40;

  @Override
  public String route() {
    return PATH;
  }

  @Override
  public Recipe recipe(PageRequest request) {
    PageWords words = request.words();
    List<String> chosen = request.askedAll("signals").stream().limit(MOST_SIGNALS).toList();
    DocumentAsk all = request.catalogue(ContentAddress.SCENARIO_LIST);
    if (chosen.isEmpty()) {
      return Recipe.of(
          PATH,
          List.of(all),
          read -> page(words, PATH, form(words, Fields.objects(read.get(0), "items"), chosen)));
    }
    DocumentAsk advice =
        new DocumentAsk(
            ContentAddress.SCENARIO_ADVISE,
            new ScenarioAdviceRequest(words.language(), chosen).toJson());
    return new Recipe(
        PATH + "?signals=" + String.join(",", chosen),
        List.of(all, advice, Sides.ask(request)),
        true,
        read ->
            page(
                words,
                Fields.objects(read.get(0), "items"),
                chosen,
                result(words, read.get(1), Sides.in(read.get(2)))));
  }

  private static Page page(
      PageWords words, List<JsonObject> scenarios, List<String> chosen, Node result) {
    return page(
            words,
            PATH + "?signals=" + String.join(",", chosen),
            Node.all(
                result,
                el("section", "band")
                    .with(
                        el("h2").text(words.say("advice.again")), form(words, scenarios, chosen))))
        .unlisted();
  }

  private static Page page(PageWords words, String path, Node body) {
    return Page.of(words.say("advice.title"), words.say("advice.lead"), path, body)
        .looking("", Parts.link(words.at("/scenarios"), words.say("situations.title")));
  }

  private static Node result(PageWords words, JsonObject advice, Sides sides) {
    List<JsonObject> roles = Fields.objects(advice, "roles");
    Element found =
        el("section", "advice-found")
            .attr("aria-labelledby", "advice-found")
            .with(el("h2").attr("id", "advice-found").text(words.say("advice.roles")))
            .with(
                roles.isEmpty()
                    ? el("p", "lead").text(words.say("advice.nobody"))
                    : Parts.list(
                        "advice-roles",
                        roles.stream().map(role -> pointedAt(words, role, sides)).toList()));
    return Node.all(
        found,
        el("section", "band")
            .with(el("h2").text(words.say("advice.fits")))
            .with(
                Fields.objects(advice, "items").stream()
                    .map(scenario -> fitting(words, scenario, sides))
                    .toList()));
  }

  private static Element pointedAt(PageWords words, JsonObject role, Sides sides) {
    String id = Fields.text(role, "id");
    int signals = role.getInteger("signals");
    return el("li", sides.classOf(id))
        .with(
            sides.mark(id),
            Parts.link(words.at("/roles/" + id), Fields.text(role, "name")),
            el("span", "hint").text(words.say("advice.role", Map.of("n", signals))));
  }

  private static Element fitting(PageWords words, JsonObject scenario, Sides sides) {
    List<JsonObject> signals = Fields.objects(scenario, "signals");
    String count =
        words.say(
            "advice.recognised", Map.of("n", signals.size(), "of", scenario.getInteger("of")));
    List<String> roles =
        Fields.objects(scenario, "roles").stream().map(role -> Fields.text(role, "id")).toList();
    return el("article", "card advice advice-fit")
        .with(
            el("h3", "as-h3")
                .with(
                    Parts.roleMarks(roles, sides),
                    Parts.link(
                        words.at("/scenarios/" + Fields.text(scenario, "id")),
                        Fields.text(scenario, "title"))),
            el("p", "hint").text(count),
            Parts.marks("", signals.stream().map(signal -> Fields.text(signal, "text")).toList()),
            ScenarioPage.advice(words, scenario, "h4"));
  }

  private static Element form(PageWords words, List<JsonObject> scenarios, List<String> chosen) {
    return el("form", "signals")
        .attr("action", words.at(PATH))
        .attr("method", "get")
        .with(scenarios.stream().map(scenario -> group(scenario, chosen)).toList())
        .with(
            el("p", "actions signals-go")
                .with(
                    el("button", "button primary big")
                        .attr("type", "submit")
                        .text(words.say("advice.go"))));
  }

  private static Element group(JsonObject scenario, List<String> chosen) {
    List<String> texts = Fields.texts(scenario, "signals");
    List<Element> boxes = new ArrayList<>();
    for (int at = 0; at < texts.size(); at++) {
      String signal = Fields.text(scenario, "id") + "." + (at + 1);
      boxes.add(
          el("label", "check")
              .with(
                  el("input")
                      .attr("type", "checkbox")
                      .attr("name", "signals")
                      .attr("value", signal)
                      .flag("checked", chosen.contains(signal)),
                  Text.of(texts.get(at))));
    }
    return el("fieldset", "card group")
        .with(el("legend").text(Fields.text(scenario, "title")))
        .with(boxes);
  }
}
