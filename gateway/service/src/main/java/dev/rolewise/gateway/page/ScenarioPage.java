package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** One situation, how to tell it, and what helps. */
final class ScenarioPage implements LearnPage {
  @Override
  public String route() {
    return "/scenarios/:id";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        "/scenarios/" + request.id(),
        List.of(
            request.document(ContentAddress.SCENARIO_GET),
            request.catalogue(ContentAddress.ROLE_LIST),
            Sides.ask(request)),
        read ->
            page(
                request.words(),
                read.get(0),
                Fields.objects(read.get(1), "items"),
                Sides.in(read.get(2))));
  }

  private static Page page(
      PageWords words, JsonObject scenario, List<JsonObject> all, Sides sides) {
    List<String> roles = Fields.texts(scenario, "roles");
    Node body =
        Node.all(
            el("div", "scenario")
                .with(
                    el("section", "card")
                        .with(
                            el("h2", "as-h3").text(words.say("scenario.signals")),
                            Parts.marks("", Fields.texts(scenario, "signals"))),
                    el("section", "card advice")
                        .with(
                            el("h2", "as-h3")
                                .with(Parts.roleMarks(roles, sides))
                                .text(words.say("scenario.advice")),
                            advice(words, scenario, "h3"),
                            roleLinks(words, roles, all))),
            el("section", "band invite-band")
                .with(
                    el("h2").text(words.say("scenario.check")),
                    Parts.lead(words.say("quick.oneView")),
                    el("p", "actions")
                        .with(
                            Parts.link("/new", words.say("nav.new"))
                                .attr("class", "button primary"),
                            Parts.link(words.at("/scenarios"), words.say("situations.all")))));
    return Page.of(
            Fields.text(scenario, "title"),
            Fields.text(scenario, "situation"),
            "/scenarios/" + Fields.text(scenario, "id"),
            body)
        .looking("", Parts.link(words.at("/scenarios"), words.say("situations.title")));
  }

  /**
   * What helps, why, and when it does not.
   *
   * @param level of the headings within it
   */
  static Node advice(PageWords words, JsonObject scenario, String level) {
    return Node.all(
        el("p", "advice-text").text(Fields.text(scenario, "advice")),
        under(el(level).text(words.say("scenario.why")), scenario, "why"),
        under(el(level).text(words.say("scenario.but")), scenario, "butWhen"));
  }

  private static Node under(Element heading, JsonObject scenario, String field) {
    return Fields.optional(scenario, field)
        .<Node>map(text -> Node.all(heading, el("p").text(text)))
        .orElse(Node.none());
  }

  private static Node roleLinks(PageWords words, List<String> roles, List<JsonObject> all) {
    List<Element> links =
        roles.stream()
            .map(
                role ->
                    el("li")
                        .with(Parts.roleButton(words, role, Fields.nameIn(all, role).orElse(role))))
            .toList();
    return Node.when(!links.isEmpty(), () -> Parts.list("role-links", links));
  }
}
