package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report of an invented team: its verdict, what that rests on, and the figures. The charts are
 * the front end's; here the figures stand in tables.
 */
final class ExamplePage implements LearnPage {
  @Override
  public String route() {
    return "/example";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    JsonObject asked = new LocaleRequest(null, request.words().language()).toJson();
    return Recipe.of(
        route(),
        List.of(new DocumentAsk(AssessmentAddresses.EXAMPLE_REPORT_GET, asked)),
        read -> page(request.words(), read.get(0)));
  }

  private Page page(PageWords words, JsonObject report) {
    JsonObject verdict = report.getJsonObject("verdict");
    String invented = words.say("report.example.label") + " " + words.say("report.example.text");
    Node body =
        Node.all(
            el("p", "notice").text(invented),
            verdict(words, report),
            el("section", "band two")
                .with(reasons(words, verdict), wrong(words, report.getJsonObject("method"))),
            steps(words, Fields.objects(report, "nextSteps")),
            ReportFigures.of(words, report),
            splits(words, Fields.objects(report, "areas")),
            el("section", "band")
                .with(
                    el("h2").text(words.say("report.example.end")),
                    el("p", "actions")
                        .with(
                            Parts.link("/new", words.say("report.example.ask"))
                                .attr("class", "button primary"))));
    String title = Fields.text(verdict, "title");
    String description =
        words.say("report.example.title") + ". " + invented + " " + Fields.text(verdict, "text");
    return new Page(
        title, description, route(), true, "", eyebrow(words, report), Node.none(), body);
  }

  private static Node eyebrow(PageWords words, JsonObject report) {
    String team = Fields.text(report.getJsonObject("round").getJsonObject("team"), "name");
    String answered =
        words.say(
            "report.answered",
            Map.of("n", report.getInteger("received"), "size", report.getInteger("size")));
    return Node.all(el("bdi").text(team), el("span").text(" · " + answered));
  }

  private static Element verdict(PageWords words, JsonObject report) {
    JsonObject verdict = report.getJsonObject("verdict");
    String strength =
        Fields.optional(verdict, "firmness")
            .map(
                firmness ->
                    words.say("report.strength." + firmness, Map.of("n", missing(report)))
                        + Fields.optional(verdict, "confidence")
                            .map(sure -> " " + words.say("report.confidence." + sure))
                            .orElse(""))
            .orElse("");
    return el("section")
        .attr("aria-label", words.say("report.verdict"))
        .with(
            Parts.lead(Fields.text(verdict, "text")),
            Node.when(!strength.isEmpty(), () -> el("p").text(strength)));
  }

  private static int missing(JsonObject report) {
    return Optional.ofNullable(report.getJsonObject("stability"))
        .map(stability -> stability.getJsonObject("missingAnswers").getInteger("missing"))
        .orElse(0);
  }

  private static Element reasons(PageWords words, JsonObject verdict) {
    return el("div")
        .with(
            el("h2").text(words.say("report.because.title")),
            said(verdict, "because"),
            said(words, "form", verdict, "forms"),
            said(words, "also", verdict, "findings"));
  }

  private static Node said(PageWords words, String heading, JsonObject verdict, String name) {
    return Node.when(
        !Fields.objects(verdict, name).isEmpty(),
        () ->
            Node.all(
                el("h3").text(words.say("report." + heading + ".title")), said(verdict, name)));
  }

  private static Element said(JsonObject verdict, String name) {
    return Parts.marks(
        "",
        Fields.objects(verdict, name).stream().map(entry -> Fields.text(entry, "text")).toList());
  }

  private static Element wrong(PageWords words, JsonObject method) {
    Integer weeks = method.getInteger("periodWeeks");
    return el("div")
        .with(
            el("h2").text(words.say("report.wrong.title")),
            el("ul", "marks crosses")
                .with(
                    Node.when(
                        weeks != null,
                        () -> el("li").text(words.say("report.wrong.period", Map.of("n", weeks)))),
                    el("li")
                        .with(
                            Text.of(words.say("report.wrong.method") + " "),
                            Parts.link(words.at("/method"), words.say("report.wrong.more")))));
  }

  private static Node steps(PageWords words, List<JsonObject> steps) {
    List<JsonObject> named =
        steps.stream().map(step -> step.copy().put("name", Fields.text(step, "title"))).toList();
    return Node.when(
        !named.isEmpty(),
        () -> Parts.band("", words.say("report.steps.title"), Parts.named(named)));
  }

  private static Node splits(PageWords words, List<JsonObject> areas) {
    List<JsonObject> split =
        areas.stream()
            .filter(area -> area.getBoolean("split", false))
            .map(area -> area.copy().put("text", Fields.text(area, "question")))
            .toList();
    return Node.when(
        !split.isEmpty(),
        () ->
            Parts.band(
                "",
                words.say("report.split.title"),
                Parts.lead(words.say("report.split.text")),
                Parts.named(split)));
  }
}
