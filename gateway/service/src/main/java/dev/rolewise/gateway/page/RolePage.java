package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.BriefVariant;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One role, from what it is to where to read on. */
final class RolePage implements LearnPage {
  @Override
  public String route() {
    return "/roles/:id";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.of(
        "/roles/" + request.id(),
        List.of(
            request.document(ContentAddress.ROLE_GET),
            request.catalogue(ContentAddress.ROLE_LIST),
            Sides.ask(request)),
        read ->
            page(
                request.words(),
                read.get(0),
                Fields.objects(read.get(1), "items"),
                Sides.in(read.get(2))));
  }

  private static Page page(PageWords words, JsonObject role, List<JsonObject> all, Sides sides) {
    String id = Fields.text(role, "id");
    Optional<Side> side = sides.of(id);
    Node body =
        Node.all(
            top(words, role, side),
            named(words, "role.responsibilities", role, "responsibilities"),
            named(words, "role.tasks", role, "tasks"),
            Node.when(
                !Fields.objects(role, "dayInTheLife").isEmpty(),
                () -> Parts.band("role-day", words.say("role.day"), DayInTheLife.of(role, sides))),
            skills(words, role),
            named(words, "role.challenges", role, "challenges"),
            variants(words, role),
            draft(words, role),
            worksWith(words, role, all),
            sources(words, role));
    return Page.of(Fields.text(role, "name"), Fields.text(role, "summary"), "/roles/" + id, body)
        .looking("role " + sides.classOf(id), eyebrow(words, side));
  }

  private static Node eyebrow(PageWords words, Optional<Side> side) {
    Element back = Parts.link(words.at("/roles"), words.say("roles.title"));
    return side.<Node>map(
            it ->
                Node.all(
                    back,
                    el("span").attr("aria-hidden", "true").text("·"),
                    Text.of(" "),
                    it.shape(),
                    Text.of(" " + words.say("side." + it.code()))))
        .orElse(back);
  }

  private static Element top(PageWords words, JsonObject role, Optional<Side> side) {
    return el("div", "role-top")
        .with(
            el("p", "role-definition").text(Fields.text(role, "definition")),
            el("aside", "role-focus " + side.map(Side::code).orElse(""))
                .attr("aria-label", words.say("role.focus"))
                .with(
                    el("p", "role-focus-label").text(words.say("role.focus")),
                    el("p").text(Fields.text(role.getJsonObject("focus"), "text"))));
  }

  private static Node named(PageWords words, String heading, JsonObject role, String field) {
    List<JsonObject> entries = Fields.objects(role, field);
    return Node.when(
        !entries.isEmpty(), () -> Parts.band("", words.say(heading), Parts.named(entries)));
  }

  private static Element skills(PageWords words, JsonObject role) {
    return el("section", "band two")
        .with(
            column(words.say("role.skills"), "", Fields.texts(role, "skills")),
            column(words.say("role.not"), "crosses", Fields.texts(role, "notThisRole")));
  }

  private static Node column(String heading, String classes, List<String> texts) {
    return Node.when(
        !texts.isEmpty(),
        () -> el("div").with(el("h2").text(heading), Parts.marks(classes, texts)));
  }

  private static Node variants(PageWords words, JsonObject role) {
    List<JsonObject> variants = Fields.objects(role, "variants");
    return Node.when(
        !variants.isEmpty(),
        () ->
            Parts.band(
                "",
                words.say("role.variants"),
                Parts.lead(words.say("role.variants.lead")),
                Parts.named(variants)));
  }

  /** The draft of a profile as a file: what there is more of it takes scripts. */
  private static Node draft(PageWords words, JsonObject role) {
    String address = "/api/v1/roles/" + Fields.text(role, "id") + "/brief.md?variant=";
    return Node.when(
        Boolean.TRUE.equals(role.getBoolean("brief")),
        () ->
            Parts.band(
                "brief",
                words.say("brief.title"),
                Parts.lead(words.say("brief.lead")),
                Parts.list(
                    "marks",
                    BriefVariant.codes().stream()
                        .map(
                            variant ->
                                el("li")
                                    .with(
                                        Parts.link(
                                                address + variant + "&locale=" + words.language(),
                                                words.say("brief." + variant))
                                            .attr("download", "")))
                        .toList())));
  }

  private static Node worksWith(PageWords words, JsonObject role, List<JsonObject> all) {
    List<Element> entries =
        Fields.objects(role, "worksWith").stream()
            .map(
                entry -> {
                  String other = Fields.text(entry, "role");
                  Node name =
                      Fields.nameIn(all, other)
                          .<Node>map(
                              known ->
                                  Node.all(
                                      Parts.link(words.at("/roles/" + other), known),
                                      Text.of(": ")))
                          .orElse(Node.none());
                  return el("li").with(name, Text.of(Fields.text(entry, "text")));
                })
            .toList();
    return Node.when(
        !entries.isEmpty(),
        () -> Parts.band("", words.say("role.worksWith"), Parts.list("marks", entries)));
  }

  private static Node sources(PageWords words, JsonObject role) {
    List<JsonObject> taxonomy = Fields.objects(role, "taxonomy");
    List<Element> entries =
        Stream.concat(
                Fields.objects(role, "sources").stream()
                    .map(source -> el("li").with(elsewhere(source, "url"))),
                taxonomy.stream().map(RolePage::reference))
            .toList();
    List<Element> attributions =
        taxonomy.stream()
            .map(entry -> Fields.optional(entry, "attribution"))
            .flatMap(Optional::stream)
            .distinct()
            .map(line -> el("p", "attribution").attr("lang", "en").text(line))
            .toList();
    return Node.when(
        !entries.isEmpty(),
        () ->
            el("section", "band sources")
                .with(el("h2", "as-h3").text(words.say("role.sources")), el("ul").with(entries))
                .with(attributions));
  }

  private static Element reference(JsonObject entry) {
    String code = Fields.optional(entry, "code").map(it -> " " + it).orElse("");
    return el("li")
        .with(Text.of(Fields.text(entry, "scheme") + code + ": "), elsewhere(entry, "uri"));
  }

  /** A name that leads out of this site when an address is known. */
  private static Node elsewhere(JsonObject entry, String address) {
    String name = Fields.text(entry, "name");
    return Fields.optional(entry, address)
        .<Node>map(known -> Parts.link(known, name).attr("rel", "noreferrer"))
        .orElse(Text.of(name));
  }
}
