package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.RoleCompareRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Two to four roles side by side, aspect by aspect. */
final class ComparePage implements LearnPage {
  private static final int FEWEST = 2;
  private static final int MOST = 4;

  @Override
  public String route() {
    return "/compare";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    PageWords words = request.words();
    List<String> asked = request.askedAll("ids").stream().limit(MOST).toList();
    boolean named = asked.size() >= FEWEST;
    DocumentAsk all = request.catalogue(ContentAddress.ROLE_LIST);
    if (named) {
      return comparison(request, asked, true);
    }
    return Recipe.first(
        List.of(all),
        false,
        read -> {
          List<JsonObject> roles = Fields.objects(read.get(0), "items");
          List<String> usual = usual(roles);
          return usual.size() == FEWEST
              ? comparison(request, usual, false)
              : Recipe.of(
                  route(),
                  List.of(all),
                  again ->
                      Page.of(
                          words.say("compare.title"),
                          words.say("compare.lead"),
                          route(),
                          form(words, Fields.objects(again.get(0), "items"), List.of())));
        });
  }

  private static Recipe comparison(PageRequest request, List<String> chosen, boolean named) {
    PageWords words = request.words();
    return new Recipe(
        named ? "/compare?ids=" + String.join(",", chosen) : "/compare",
        List.of(
            request.catalogue(ContentAddress.ROLE_LIST),
            new DocumentAsk(
                ContentAddress.ROLE_COMPARE,
                new RoleCompareRequest(words.language(), chosen).toJson()),
            Sides.ask(request)),
        named,
        read ->
            page(
                words,
                Fields.objects(read.get(0), "items"),
                chosen,
                read.get(1),
                Sides.in(read.get(2))));
  }

  /**
   * Those who are mistaken for one another most: the first two that the first instrument advises.
   */
  private static List<String> usual(List<JsonObject> roles) {
    return scored(roles).limit(FEWEST).toList();
  }

  private static Stream<String> scored(List<JsonObject> roles) {
    return roles.stream()
        .filter(role -> role.getBoolean("scored"))
        .map(role -> Fields.text(role, "id"));
  }

  /** Below the language; the usual ones need not be named. */
  static String address(List<JsonObject> roles, List<String> chosen) {
    return chosen.equals(usual(roles)) ? "/compare" : "/compare?ids=" + String.join(",", chosen);
  }

  private static Page page(
      PageWords words,
      List<JsonObject> roles,
      List<String> chosen,
      JsonObject comparison,
      Sides sides) {
    List<String> names = chosen.stream().map(id -> Fields.nameIn(roles, id).orElse(id)).toList();
    String title = words.say("compare.title") + ": " + words.list(names);
    Node body =
        Node.all(
            form(words, roles, chosen),
            el("div", "compare-scroll")
                .attr("role", "region")
                .attr("aria-label", words.say("compare.title"))
                .attr("tabindex", "0")
                .with(table(words, chosen, names, comparison, sides)));
    Page page =
        Page.of(title, words.say("compare.lead"), address(roles, inOrder(roles, chosen)), body);
    // any of hundreds of combinations can be linked to; one of each is worth finding
    return comparesAsked(roles).contains(chosen) ? page : page.unlisted();
  }

  /** The combinations of scored roles, each once: those that people look for. */
  static List<List<String>> comparesAsked(List<JsonObject> roles) {
    return Combinations.of(scored(roles).toList(), FEWEST, MOST);
  }

  private static List<String> inOrder(List<JsonObject> roles, List<String> chosen) {
    return roles.stream().map(role -> Fields.text(role, "id")).filter(chosen::contains).toList();
  }

  private static Element form(PageWords words, List<JsonObject> roles, List<String> chosen) {
    return el("form")
        .attr("action", words.at("/compare"))
        .attr("method", "get")
        .with(
            el("fieldset", "group chips")
                .with(
                    el("legend").text(words.say("compare.choose")),
                    el("p", "hint").text(words.say("compare.hint")))
                .with(roles.stream().map(role -> chip(role, chosen)).toList())
                .with(
                    el("button", "button small unscripted")
                        .attr("type", "submit")
                        .text(words.say("compare.go"))));
  }

  private static Element chip(JsonObject role, List<String> chosen) {
    String id = Fields.text(role, "id");
    return el("label", "chip")
        .with(
            el("input")
                .attr("type", "checkbox")
                .attr("name", "ids")
                .attr("value", id)
                .flag("checked", chosen.contains(id)),
            Text.of(Fields.text(role, "name")));
  }

  private static Element table(
      PageWords words,
      List<String> chosen,
      List<String> names,
      JsonObject comparison,
      Sides sides) {
    Element head = el("tr").with(el("th").attr("scope", "col").text(words.say("compare.aspect")));
    for (int at = 0; at < chosen.size(); at++) {
      String id = chosen.get(at);
      head =
          head.with(
              el("th", sides.classOf(id))
                  .attr("scope", "col")
                  .with(sides.mark(id), Parts.link(words.at("/roles/" + id), names.get(at))));
    }
    return el("table", "compare")
        .with(
            el("thead").with(head),
            el("tbody")
                .with(
                    Fields.objects(comparison, "aspects").stream()
                        .map(aspect -> row(words, chosen, names, aspect))
                        .toList()));
  }

  private static Element row(
      PageWords words, List<String> chosen, List<String> names, JsonObject aspect) {
    String code = Fields.text(aspect, "aspect");
    String known = words.knows("aspect." + code) ? words.say("aspect." + code) : code;
    Element row =
        el("tr")
            .with(
                el("th").attr("scope", "row").text(Fields.optional(aspect, "name").orElse(known)));
    JsonObject values = aspect.getJsonObject("values");
    for (int at = 0; at < chosen.size(); at++) {
      row =
          row.with(
              el("td")
                  .attr("data-role", names.get(at))
                  .with(value(values.getValue(chosen.get(at)))));
    }
    return row;
  }

  private static Node value(Object value) {
    if (value instanceof JsonArray texts) {
      return el("ul")
          .with(texts.stream().map(String.class::cast).map(it -> el("li").text(it)).toList());
    }
    return Text.of(value instanceof String text ? text : "–");
  }
}
