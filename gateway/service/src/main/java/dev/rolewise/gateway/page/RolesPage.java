package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** All roles: those that the scan looks for, and their neighbours. */
final class RolesPage implements LearnPage {
  @Override
  public String route() {
    return "/roles";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        route(),
        List.of(request.catalogue(ContentAddress.ROLE_LIST), Sides.ask(request)),
        read -> page(request.words(), Fields.objects(read.get(0), "items"), Sides.in(read.get(1))));
  }

  private Page page(PageWords words, List<JsonObject> roles, Sides sides) {
    List<JsonObject> scored = roles.stream().filter(role -> role.getBoolean("scored")).toList();
    List<JsonObject> others = roles.stream().filter(role -> !role.getBoolean("scored")).toList();
    Node body =
        Node.all(
            Parts.list(
                "side-cards", scored.stream().map(role -> sideCard(words, role, sides)).toList()),
            el("section", "band")
                .attr("aria-labelledby", "neighbours")
                .with(
                    el("h2").attr("id", "neighbours").text(words.say("roles.neighbours")),
                    Parts.lead(words.say("roles.neighbours.lead")),
                    Parts.list(
                        "plain-cards", others.stream().map(role -> card(words, role)).toList())),
            el("p", "actions")
                .with(Parts.button(words.at("/compare"), words.say("sides.compare"))));
    return Page.of(words.say("roles.title"), words.say("roles.lead"), route(), body);
  }

  private static Element sideCard(PageWords words, JsonObject role, Sides sides) {
    Optional<Side> side = sides.of(Fields.text(role, "id"));
    Node mark =
        side.<Node>map(
                it ->
                    Node.all(
                        it.shape("FINE", "side-card-shape"),
                        el("p", "side-question").text(words.say("side." + it.code()))))
            .orElse(Node.none());
    return el("li", "side-card " + side.map(Side::code).orElse(""))
        .with(
            mark,
            el("h2", "as-h3").with(link(words, role)),
            el("p").text(Fields.text(role, "summary")));
  }

  private static Element card(PageWords words, JsonObject role) {
    return el("li", "card")
        .with(el("h3").with(link(words, role)), el("p").text(Fields.text(role, "summary")));
  }

  private static Element link(PageWords words, JsonObject role) {
    return Parts.link(words.at("/roles/" + Fields.text(role, "id")), Fields.text(role, "name"));
  }
}
