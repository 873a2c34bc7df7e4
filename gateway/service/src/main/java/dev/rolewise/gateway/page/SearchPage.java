package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.MalformedRequest;
import dev.rolewise.content.contract.SearchRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is found for some words, with the places where they stand. */
final class SearchPage implements LearnPage {
  private static final String PATH = "/search";

  @Override
  public String route() {
    return PATH;
  }

  @Override
  public Recipe recipe(PageRequest request) {
    PageWords words = request.words();
    Optional<String> typed = request.asked("q");
    if (typed.isEmpty()) {
      return Recipe.of(PATH, List.of(), read -> page(words, "", Node.none()));
    }
    String query = normalised(typed.get());
    DocumentAsk search =
        new DocumentAsk(ContentAddress.SEARCH, new SearchRequest(words.language(), query).toJson());
    return new Recipe(
        address(query),
        List.of(search),
        true,
        read -> page(words, query, result(words, query, read.get(0))));
  }

  static String address(String query) {
    return PATH + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static String normalised(String typed) {
    try {
      return SearchRequest.normalised(typed);
    } catch (MalformedRequest refused) {
      throw BusFailure.invalidValues(List.of(new Fault(refused.pointer(), refused.code().code())));
    }
  }

  /** Found by a search of its own: nothing that search engines should show among theirs. */
  private static Page page(PageWords words, String query, Node result) {
    String title = words.say("search.title");
    return Page.of(
            query.isEmpty() ? title : title + ": " + query,
            words.say("search.lead"),
            query.isEmpty() ? PATH : address(query),
            Node.all(form(words, query), result))
        .unlisted()
        .looking("search", Node.none());
  }

  private static Element form(PageWords words, String query) {
    return el("form", "search-form")
        .attr("role", "search")
        .attr("action", words.at(PATH))
        .attr("method", "get")
        .with(
            el("label", "off-screen").attr("for", "search-words").text(words.say("search.field")),
            el("input")
                .attr("type", "search")
                .attr("id", "search-words")
                .attr("name", "q")
                .attr("value", query)
                .attr("maxlength", Integer.toString(SearchRequest.MOST))
                .attr("autocomplete", "off"),
            el("button", "button primary").attr("type", "submit").text(words.say("search.title")));
  }

  private static Node result(PageWords words, String query, JsonObject found) {
    List<JsonObject> hits = Fields.objects(found, "items");
    String count =
        hits.isEmpty()
            ? words.say("search.nothing", Map.of("query", query))
            : words.say("search.found", Map.of("n", hits.size(), "query", query));
    return Node.all(
        el("p", "search-count").attr("role", "status").text(count),
        Node.all(
            Fields.objects(found, "notFound").stream().map(word -> instead(words, word)).toList()),
        hits.isEmpty()
            ? el("p").text(words.say("search.hint"))
            : el("ol", "hits").with(hits.stream().map(hit -> hit(words, hit)).toList()));
  }

  private static Element instead(PageWords words, JsonObject missing) {
    String word = Fields.text(missing, "word");
    List<String> others = Fields.texts(missing, "instead");
    Element line = el("p", "search-instead");
    if (others.isEmpty()) {
      return line.text(words.say("search.none", Map.of("word", word)));
    }
    line = line.text(words.say("search.instead", Map.of("word", word)));
    for (String other : others) {
      line = line.with(Text.of(" "), Parts.link(words.at(address(other)), other));
    }
    return line;
  }

  private static Element hit(PageWords words, JsonObject hit) {
    String kind = Fields.text(hit, "kind");
    return el("li", "card hit")
        .with(
            el("p", "hit-kind")
                .text(words.knows("search.kind." + kind) ? words.say("search.kind." + kind) : kind),
            el("h2", "as-h3")
                .with(
                    Parts.link(
                        place(words, kind, Fields.text(hit, "id")), Fields.text(hit, "title"))),
            el("p")
                .with(Fields.objects(hit, "snippet").stream().map(SearchPage::segment).toList()));
  }

  private static Node segment(JsonObject segment) {
    String text = Fields.text(segment, "text");
    return segment.getBoolean("hit") ? el("mark").text(text) : Text.of(text);
  }

  private static String place(PageWords words, String kind, String id) {
    return switch (kind) {
      case "role" -> words.at("/roles/" + id);
      case "scenario" -> words.at("/scenarios/" + id);
      case "guide" -> words.at("/guides/" + id);
      case "term" -> words.at("/glossary#" + id);
      default -> "/questionnaire";
    };
  }
}
