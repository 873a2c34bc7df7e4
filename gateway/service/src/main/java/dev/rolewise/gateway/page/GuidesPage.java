package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.markup.Element;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** All guides. */
final class GuidesPage implements LearnPage {
  @Override
  public String route() {
    return "/guides";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        route(),
        List.of(request.catalogue(ContentAddress.GUIDE_LIST)),
        read -> page(request.words(), Fields.objects(read.get(0), "items")));
  }

  private Page page(PageWords words, List<JsonObject> guides) {
    return Page.of(
        words.say("nav.guides"),
        words.say("guides.lead"),
        route(),
        Parts.list("plain-cards", guides.stream().map(guide -> card(words, guide)).toList()));
  }

  private static Element card(PageWords words, JsonObject guide) {
    return el("li", "card")
        .with(
            el("h2", "as-h3")
                .with(
                    Parts.link(
                        words.at("/guides/" + Fields.text(guide, "id")),
                        Fields.text(guide, "title"))),
            el("p").text(Fields.text(guide, "summary")));
  }
}
