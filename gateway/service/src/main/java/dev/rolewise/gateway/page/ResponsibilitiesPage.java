package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.ResponsibilityListRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Who does this? All that can be looked up: the areas, and what each role has to do with. */
final class ResponsibilitiesPage implements LearnPage {
  @Override
  public String route() {
    return "/responsibilities";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        route(),
        List.of(
            request.catalogue(ContentAddress.ROLE_LIST), list(request.words()), Sides.ask(request)),
        read ->
            page(
                request.words(),
                Fields.objects(read.get(0), "items"),
                Fields.objects(read.get(1), "items"),
                Sides.in(read.get(2))));
  }

  /** All of them, of every role. */
  static DocumentAsk list(PageWords words) {
    return new DocumentAsk(
        ContentAddress.RESPONSIBILITY_LIST,
        new ResponsibilityListRequest(words.language(), null).toJson());
  }

  private Page page(PageWords words, List<JsonObject> roles, List<JsonObject> duties, Sides sides) {
    Node body =
        Node.all(
            el("section")
                .with(
                    el("h2").text(words.say("duties.areas")),
                    Parts.list(
                        "plain-cards duty-areas",
                        duties.stream()
                            .filter(ResponsibilitiesPage::isArea)
                            .map(duty -> area(words, duty))
                            .toList())),
            el("section", "band")
                .with(el("h2").text(words.say("duties.roles")))
                .with(roles.stream().map(role -> ofRole(words, role, duties, sides)).toList()));
    return Page.of(words.say("duties.title"), words.say("duties.lead"), route(), body);
  }

  private static boolean isArea(JsonObject duty) {
    return Fields.text(duty, "kind").equals("area");
  }

  private static Element area(PageWords words, JsonObject duty) {
    List<JsonObject> roles = Fields.objects(duty, "roles");
    return el("li", "card")
        .with(
            el("h3").with(link(words, duty)),
            el("p").text(Fields.text(duty, "text")),
            Node.when(
                !roles.isEmpty(),
                () ->
                    el("p", "duty-roles")
                        .text(
                            words.list(
                                roles.stream().map(role -> Fields.text(role, "name")).toList()))));
  }

  private static Node ofRole(
      PageWords words, JsonObject role, List<JsonObject> duties, Sides sides) {
    List<JsonObject> own =
        duties.stream()
            .filter(duty -> !isArea(duty))
            .filter(
                duty ->
                    Fields.objects(duty, "roles").stream()
                        .anyMatch(it -> Fields.text(it, "id").equals(Fields.text(role, "id"))))
            .toList();
    return Node.when(
        !own.isEmpty(),
        () ->
            el("details", "duty-role")
                .with(
                    el("summary")
                        .with(
                            el("span", sides.classOf(Fields.text(role, "id")))
                                .with(
                                    Parts.roleMarks(List.of(Fields.text(role, "id")), sides),
                                    el("strong").text(Fields.text(role, "name")),
                                    el("span", "hint")
                                        .text(
                                            words.say(
                                                "duties.count",
                                                java.util.Map.of("n", own.size()))))),
                    Parts.list(
                        "duty-list",
                        own.stream()
                            .map(duty -> el("li").with(link(words, duty), kind(words, duty)))
                            .toList())));
  }

  static Element link(PageWords words, JsonObject duty) {
    return Parts.link(
        words.at("/responsibilities/" + Fields.text(duty, "id")), Fields.text(duty, "name"));
  }

  /** What it is: a task, something to answer for, something to deal with. */
  static Element kind(PageWords words, JsonObject duty) {
    return el("span", "hint").text(words.say("duty.kind." + Fields.text(duty, "kind")));
  }
}
