package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** All situations. */
final class ScenariosPage implements LearnPage {
  @Override
  public String route() {
    return "/scenarios";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        route(),
        List.of(request.catalogue(ContentAddress.SCENARIO_LIST)),
        read -> page(request.words(), Fields.objects(read.get(0), "items")));
  }

  private Page page(PageWords words, List<JsonObject> scenarios) {
    Node body =
        Node.all(
            el("p", "actions")
                .with(Parts.button(words.at("/scenarios/advice"), words.say("situations.advice"))),
            Parts.list(
                "situation-cards",
                scenarios.stream()
                    .map(scenario -> card(words, scenario, el("h2", "as-h3")))
                    .toList()));
    return Page.of(words.say("situations.title"), words.say("situations.lead"), route(), body);
  }

  /** A situation on a card that leads to it. */
  static Element card(PageWords words, JsonObject scenario, Element heading) {
    return el("li", "card")
        .with(
            heading.with(
                Parts.link(
                    words.at("/scenarios/" + Fields.text(scenario, "id")),
                    Fields.text(scenario, "title"))),
            el("p").text(Fields.text(scenario, "situation")));
  }
}
