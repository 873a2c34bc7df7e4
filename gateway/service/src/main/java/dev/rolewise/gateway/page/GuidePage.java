package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** One guide with its template. */
final class GuidePage implements LearnPage {
  @Override
  public String route() {
    return "/guides/:id";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        "/guides/" + request.id(),
        List.of(request.document(ContentAddress.GUIDE_GET)),
        read -> page(request.words(), read.get(0)));
  }

  private static Page page(PageWords words, JsonObject guide) {
    Node body =
        Node.all(
            el("p", "notice").text(Fields.text(guide, "when")),
            el("ol", "guide-steps")
                .with(Fields.objects(guide, "steps").stream().map(GuidePage::step).toList()),
            template(words, guide.getJsonObject("template")));
    return Page.of(
            Fields.text(guide, "title"),
            Fields.text(guide, "summary"),
            "/guides/" + Fields.text(guide, "id"),
            body)
        .looking("guide", Parts.link(words.at("/guides"), words.say("nav.guides")));
  }

  private static Element step(JsonObject step) {
    return el("li")
        .with(
            el("h2", "as-h3").text(Fields.text(step, "name")),
            el("p").text(Fields.text(step, "text")));
  }

  private static Element template(PageWords words, JsonObject template) {
    return el("section", "card template")
        .with(
            el("h2").text(words.say("guide.template")),
            el("p").text(words.say("guide.template.text")),
            el("button", "button primary scripted")
                .attr("type", "button")
                .text(
                    words.say("guide.download", Map.of("file", Fields.text(template, "filename")))),
            el("details")
                .with(
                    el("summary").text(words.say("guide.show")),
                    el("pre").attr("tabindex", "0").text(Fields.text(template, "markdown"))));
  }
}
