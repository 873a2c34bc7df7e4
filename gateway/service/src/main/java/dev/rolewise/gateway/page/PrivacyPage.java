package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** What is promised to whoever answers, and every column that is stored. */
final class PrivacyPage implements LearnPage {
  @Override
  public String route() {
    return "/privacy";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    JsonObject asked = new LocaleRequest(null, request.words().language()).toJson();
    return Recipe.of(
        route(),
        List.of(new DocumentAsk(AssessmentAddresses.PRIVACY_GET, asked)),
        read -> page(request.words(), read.get(0)));
  }

  private Page page(PageWords words, JsonObject privacy) {
    Element promises =
        el("ul", "plain-cards promise-cards")
            .with(
                texts(privacy, "promise").stream()
                    .map(text -> el("li", "card").with(el("p").text(text)))
                    .toList());
    Element where =
        el("section", "band two")
            .with(
                el("div").with(heading(words, "privacy.device"), Parts.marks("", onDevice(words))),
                el("div")
                    .with(
                        heading(words, "privacy.limits"),
                        Parts.marks("", texts(privacy, "limits"))));
    Element stored =
        el("section", "band stored")
            .with(
                heading(words, "privacy.stored"),
                el("p", "lead").text(words.say("privacy.stored.text")))
            .with(
                Fields.objects(privacy, "tables").stream()
                    .map(table -> table(words, table))
                    .toList());
    return Page.of(
        words.say("nav.privacy"),
        words.say("privacy.lead"),
        route(),
        Node.all(promises, where, stored));
  }

  private static List<String> texts(JsonObject privacy, String list) {
    return Fields.objects(privacy, list).stream().map(entry -> Fields.text(entry, "text")).toList();
  }

  private static List<String> onDevice(PageWords words) {
    return Stream.of("draft", "form", "organiser", "language")
        .map(what -> words.say("privacy.device." + what))
        .toList();
  }

  private static Element heading(PageWords words, String key) {
    return el("h2").text(words.say(key));
  }

  private static Element table(PageWords words, JsonObject table) {
    String name = Fields.text(table, "name");
    Node answers =
        Node.when(
            table.getBoolean("aboutAnswers", false),
            () -> el("span", "tag").text(words.say("privacy.answers")));
    Node holds =
        Fields.optional(table, "holds")
            .<Node>map(text -> el("span", "hint").text(text))
            .orElse(Node.none());
    List<String> columns = List.of("privacy.column", "privacy.type", "privacy.holds");
    Element head =
        el("tr")
            .with(
                columns.stream()
                    .map(key -> el("th").attr("scope", "col").text(words.say(key)))
                    .toList());
    Element rows =
        el("tbody")
            .with(Fields.objects(table, "columns").stream().map(PrivacyPage::column).toList());
    return el("details")
        .with(
            el("summary").with(el("span").with(el("strong").text(name), answers, holds)),
            el("div", "stored-scroll")
                .attr("role", "region")
                .attr("aria-label", name)
                .attr("tabindex", "0")
                .with(el("table").with(el("thead").with(head), rows)));
  }

  private static Element column(JsonObject column) {
    return el("tr")
        .with(
            el("th").attr("scope", "row").text(Fields.text(column, "name")),
            el("td").text(Fields.text(column, "type")),
            el("td").text(Fields.optional(column, "holds").orElse("–")));
  }
}
