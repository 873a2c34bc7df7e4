package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The start page: in half a minute what it is about, a check of one's own, and what comes out. */
final class HomePage implements LearnPage {
  private static final int MOST_SITUATIONS = 6;

  @Override
  public String route() {
    return "/";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    return Recipe.first(
        List.of(Sides.ask(request)), false, read -> withDays(request, Sides.in(read.get(0))));
  }

  /** The days of those who are mistaken for one another most. */
  private Recipe withDays(PageRequest request, Sides sides) {
    List<DocumentAsk> asks = new ArrayList<>();
    asks.add(request.catalogue(ContentAddress.SCENARIO_LIST));
    asks.add(Sides.ask(request));
    Stream.of(Side.PRODUCT, Side.PROJECT)
        .flatMap(side -> sides.roleOf(side).stream())
        .forEach(role -> asks.add(role(request, role)));
    return Recipe.of(
        route(),
        asks,
        read ->
            page(
                request.words(),
                Fields.objects(read.get(0), "items"),
                Sides.in(read.get(1)),
                read.subList(2, read.size())));
  }

  private static DocumentAsk role(PageRequest request, String role) {
    return new DocumentAsk(
        ContentAddress.ROLE_GET, new DocumentRequest(request.words().language(), role).toJson());
  }

  private Page page(
      PageWords words, List<JsonObject> scenarios, Sides sides, List<JsonObject> roles) {
    Node body =
        Node.all(
            hero(words),
            el("div", "hero-check").with(QuickCheckCard.question(words, List.of())),
            sides(words, sides, scenarios),
            ExampleTeaser.of(words),
            Node.when(!roles.isEmpty(), () -> days(words, roles, sides)),
            situations(words, scenarios),
            how(words));
    return Page.of(words.say("home.title"), words.say("home.lead"), route(), body)
        .looking("home", Node.none());
  }

  private static Element days(PageWords words, List<JsonObject> roles, Sides sides) {
    return el("section", "band")
        .attr("aria-labelledby", "days-title")
        .with(
            el("h2").attr("id", "days-title").text(words.say("days.title")),
            Parts.lead(words.say("days.lead")),
            el("div", "days")
                .with(roles.stream().map(role -> DayInTheLife.of(role, sides)).toList()));
  }

  private static Element hero(PageWords words) {
    return el("div", "hero-actions actions")
        .with(
            Parts.link("/new", words.say("home.start")).attr("class", "button primary big"),
            Parts.link(words.at("/example"), words.say("home.example")).attr("class", "button big"),
            el("p", "hint").text(words.say("home.free")),
            // no server sees the secret in a link: without scripts it ends here
            el("p", "notice unscripted").text(words.say("home.unscripted")));
  }

  private static Element sides(PageWords words, Sides sides, List<JsonObject> scenarios) {
    return el("section", "band sides-band")
        .attr("aria-labelledby", "sides-title")
        .with(
            el("h2").attr("id", "sides-title").text(words.say("sides.title")),
            Parts.lead(words.say("sides.lead")),
            Parts.list(
                "side-cards",
                Stream.concat(
                        Arrays.stream(Side.values()).map(side -> sideCard(words, side, sides)),
                        Stream.of(nobody(words, scenarios, sides)))
                    .toList()),
            el("p", "actions")
                .with(
                    Parts.button(words.at("/compare"), words.say("sides.compare")),
                    Parts.link(words.at("/roles"), words.say("sides.all"))));
  }

  private static Element sideCard(PageWords words, Side side, Sides sides) {
    String role = sides.roleOf(side).map(id -> "/roles/" + id).orElse("/roles");
    String name = "sides." + side.code();
    return el("li", "side-card " + side.code())
        .with(
            side.shape("FINE", "side-card-shape"),
            el("p", "side-question").text(words.say("side." + side.code())),
            el("h3").with(Parts.link(words.at(role), words.say(name + ".name"))),
            el("p").text(words.say(name + ".text")),
            el("p", "side-sign").text(words.say(name + ".sign")));
  }

  private static Element nobody(PageWords words, List<JsonObject> scenarios, Sides sides) {
    String situation =
        Situations.matching(scenarios, Situations.NOBODY, sides)
            .map(scenario -> "/scenarios/" + Fields.text(scenario, "id"))
            .orElse("/scenarios");
    return el("li", "side-card nobody")
        .with(
            el("span", "nobody-shapes")
                .with(Arrays.stream(Side.values()).map(Side::shape).toList()),
            el("p", "side-question").text(words.say("sides.nobody.question")),
            el("h3").with(Parts.link(words.at(situation), words.say("sides.nobody.name"))),
            el("p").text(words.say("sides.nobody.text")),
            el("p", "side-sign").text(words.say("sides.nobody.sign")));
  }

  private static Element situations(PageWords words, List<JsonObject> scenarios) {
    return el("section", "band")
        .attr("aria-labelledby", "situations-title")
        .with(
            el("h2").attr("id", "situations-title").text(words.say("situations.title")),
            Parts.lead(words.say("situations.lead")),
            Parts.list(
                "situation-cards",
                scenarios.stream()
                    .limit(MOST_SITUATIONS)
                    .map(scenario -> ScenariosPage.card(words, scenario, el("h3")))
                    .toList()),
            el("p").with(Parts.button(words.at("/scenarios"), words.say("situations.all"))));
  }

  private static Element how(PageWords words) {
    return el("section", "band how")
        .attr("aria-labelledby", "how-title")
        .with(
            el("h2").attr("id", "how-title").text(words.say("how.title")),
            el("ol", "how-steps")
                .with(
                    Stream.of("ask", "answer", "read")
                        .map(
                            step ->
                                el("li")
                                    .with(
                                        el("h3").text(words.say("how." + step + ".title")),
                                        el("p").text(words.say("how." + step + ".text"))))
                        .toList()),
            el("p", "how-note").text(words.say("how.small")),
            el("p", "actions")
                .with(
                    Parts.link("/new", words.say("home.start")).attr("class", "button primary big"),
                    Parts.link("/questionnaire", words.say("how.preview")),
                    Parts.link(words.at("/privacy"), words.say("how.privacy"))));
  }
}
