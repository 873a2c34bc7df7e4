package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What words mean here. */
final class GlossaryPage implements LearnPage {
  @Override
  public String route() {
    return "/glossary";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        route(),
        List.of(request.catalogue(ContentAddress.GLOSSARY_GET)),
        read -> page(request.words(), Fields.objects(read.get(0), "terms")));
  }

  private Page page(PageWords words, List<JsonObject> terms) {
    return Page.of(
        words.say("nav.glossary"),
        words.say("glossary.lead"),
        route(),
        el("dl", "glossary").with(terms.stream().map(term -> entry(words, term)).toList()));
  }

  private static Element entry(PageWords words, JsonObject term) {
    Node example =
        Fields.optional(term, "example")
            .<Node>map(text -> el("p", "hint").text(words.say("glossary.example") + " " + text))
            .orElse(Node.none());
    return el("div")
        .attr("id", Fields.text(term, "id"))
        .with(
            el("dt").text(Fields.text(term, "term")),
            el("dd").with(el("p").text(Fields.text(term, "definition")), example));
  }
}
