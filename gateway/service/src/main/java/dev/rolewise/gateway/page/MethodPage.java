package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a verdict comes about, how often it is wrong about invented teams, and what is never done.
 */
final class MethodPage implements LearnPage {
  @Override
  public String route() {
    return "/method";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(route(), List.of(), read -> page(request.words()));
  }

  private Page page(PageWords words) {
    Node body =
        Node.all(
            el("p", "notice").text(words.say("method.honest")),
            prose(words, "ask", "gates", "verdict", "sure"),
            SimulatedFigures.of(words),
            prose(words, "never", "who"),
            el("p", "actions")
                .with(
                    Parts.button("/questionnaire", words.say("how.preview")),
                    Parts.link(words.at("/example"), words.say("home.example"))));
    return Page.of(words.say("nav.method"), words.say("method.lead"), route(), body)
        .looking("method", Node.none());
  }

  private static Node prose(PageWords words, String... parts) {
    return Node.all(Stream.of(parts).map(part -> section(words, part)).toArray(Node[]::new));
  }

  private static Element section(PageWords words, String part) {
    return el("section", "prose")
        .with(
            el("h2").text(words.say("method." + part + ".title")),
            el("p").text(words.say("method." + part + ".text")));
  }
}
