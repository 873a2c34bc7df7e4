package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Who does this: one thing that somebody has to do, and whose it is. */
final class ResponsibilityPage implements LearnPage {
  @Override
  public String route() {
    return "/responsibilities/:id";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        "/responsibilities/" + request.id(),
        List.of(request.document(ContentAddress.RESPONSIBILITY_GET), Sides.ask(request)),
        read -> page(request.words(), read.get(0), Sides.in(read.get(1))));
  }

  private static Page page(PageWords words, JsonObject duty, Sides sides) {
    String kind = Fields.text(duty, "kind");
    String who = kind.equals("challenge") ? "duty.faces" : "duty.does";
    Node body =
        Node.all(
            roles(words.say(who), words, Fields.objects(duty, "roles"), sides),
            areas(words, Fields.objects(duty, "areas")),
            roles(words.say("duty.others"), words, Fields.objects(duty, "others"), sides));
    // two roles can have a task of the same name: what search engines show tells them apart
    return Page.of(
            Fields.text(duty, "name"),
            Fields.text(duty, "text"),
            "/responsibilities/" + Fields.text(duty, "id"),
            body)
        .looking(
            "duty",
            Node.all(
                Parts.link(words.at("/responsibilities"), words.say("duties.title")),
                el("span").attr("aria-hidden", "true").text("·"),
                Text.of(" " + words.say("duty.kind." + kind))));
  }

  private static Node roles(String heading, PageWords words, List<JsonObject> roles, Sides sides) {
    return Node.when(
        !roles.isEmpty(),
        () ->
            Parts.band(
                "",
                heading,
                Parts.list(
                    "plain-cards duty-cards",
                    roles.stream().map(role -> role(words, role, sides)).toList())));
  }

  private static Element role(PageWords words, JsonObject role, Sides sides) {
    String id = Fields.text(role, "id");
    List<JsonObject> does = Fields.objects(role, "does");
    return el("li", "card " + sides.classOf(id))
        .with(
            el("h3")
                .with(
                    sides.mark(id),
                    Parts.link(words.at("/roles/" + id), Fields.text(role, "name"))),
            Node.when(
                Boolean.TRUE.equals(role.getBoolean("expected")),
                () -> el("p", "tag").text(words.say("duty.expected"))),
            el("p").text(Fields.text(role, "summary")),
            Node.when(
                !does.isEmpty(),
                () ->
                    Parts.list(
                        "marks",
                        does.stream()
                            .map(
                                it ->
                                    el("li")
                                        .with(
                                            el("strong").text(Fields.text(it, "name")),
                                            Text.of(": " + Fields.text(it, "text"))))
                            .toList())));
  }

  private static Node areas(PageWords words, List<JsonObject> areas) {
    return Node.when(
        !areas.isEmpty(),
        () ->
            Parts.band(
                "",
                words.say("duty.areas"),
                Parts.list(
                    "plain-cards",
                    areas.stream()
                        .map(
                            area ->
                                el("li", "card")
                                    .with(
                                        el("h3").with(ResponsibilitiesPage.link(words, area)),
                                        el("p").text(Fields.text(area, "text"))))
                        .toList())));
  }
}
