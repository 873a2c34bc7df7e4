package dev.rolewise.content.validation;

import static dev.rolewise.content.pack.Shape.each;
import static dev.rolewise.content.pack.Shape.flag;
import static dev.rolewise.content.pack.Shape.id;
import static dev.rolewise.content.pack.Shape.list;
import static dev.rolewise.content.pack.Shape.mapOf;
import static dev.rolewise.content.pack.Shape.matching;
import static dev.rolewise.content.pack.Shape.name;
import static dev.rolewise.content.pack.Shape.nullable;
import static dev.rolewise.content.pack.Shape.object;
import static dev.rolewise.content.pack.Shape.oneOf;
import static dev.rolewise.content.pack.Shape.text;
import static dev.rolewise.content.pack.Shape.whole;

import dev.rolewise.content.contract.BriefVariant;
import dev.rolewise.content.contract.FocusQuestion;
import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.ObjectShape;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import dev.rolewise.content.pack.Shape;
import java.util.Arrays;
import java.util.List;

/** The fields of every kind of document. */
final class DocumentShapes {
  /** Parts of an instrument keep short ids: P1, P1a, S1, none. */
  private static final Shape SHORT_ID =
      matching("an id of letters, digits and hyphens", "[A-Za-z][A-Za-z0-9-]*");

  private static final Shape HTTPS = matching("an https address", "https://[^\\s\"<>]+");
  private static final Shape URI = matching("an http or https address", "https?://[^\\s\"<>]+");
  private static final Shape TITLED = object().with("title", text()).with("text", text());
  private static final Shape NAMED =
      object().with("id", id()).with("name", text()).with("text", text());

  private static final Shape ROLE =
      object()
          .with("id", id())
          .with("scored", flag())
          .with("name", text())
          .with("summary", text())
          .with("definition", text())
          .with("focus", object().with("question", oneOf(questions())).with("text", text()))
          .with("skills", list(text(), 1))
          .with(
              "tasks",
              list(
                  object()
                      .with("id", id())
                      .with("name", text())
                      .with("text", text())
                      .with("areas", list(SHORT_ID)),
                  1))
          .with("responsibilities", list(NAMED, 1))
          .with(
              "dayInTheLife",
              list(
                  object()
                      .with("time", matching("a time such as 09:30", "([01]\\d|2[0-3]):[0-5]\\d"))
                      .with("text", text())
                      .optional("touches", object().with("role", id()).with("text", text())),
                  1))
          .with("challenges", list(NAMED, 1))
          .with("notThisRole", list(text(), 1))
          .with("worksWith", list(object().with("role", nullable(id())).with("text", text()), 1))
          .with(
              "variants",
              list(
                  object()
                      .with("id", oneOf(BriefVariant.codes()))
                      .with("name", text())
                      .with("text", text())))
          .optional("brief", BriefShapes.material(SHORT_ID))
          .with("sources", list(object().with("name", name()).with("url", nullable(HTTPS))))
          .with(
              "taxonomy",
              list(
                  object()
                      .with("scheme", name())
                      .with("code", nullable(name()))
                      .with("name", name())
                      .with("uri", nullable(URI))
                      .optional("attribution", name())));

  private static final Shape SCENARIO =
      object()
          .with("id", id())
          .with("title", text())
          .with("situation", text())
          .with("signals", list(text(), 1))
          .with("roles", list(id()))
          .with("advice", text())
          .with("why", text())
          .with("butWhen", nullable(text()));

  private static final Shape GUIDE =
      object()
          .with("id", id())
          .with("title", text())
          .with("summary", text())
          .with("when", text())
          .with("steps", list(object().with("name", text()).with("text", text()), 1))
          .with("roles", list(id()))
          .with("template", object().with("filename", text()).with("markdown", text()));

  private static final Shape GLOSSARY =
      object()
          .with(
              "terms",
              list(
                  object()
                      .with("id", id())
                      .with("term", text())
                      .with("definition", text())
                      .with("example", nullable(text()))
                      .with("roles", list(id())),
                  1));

  private static final Shape BRIEF = BriefShapes.frame();

  private static final Shape INSTRUMENT =
      object()
          .with("id", id())
          .with("version", whole(1, 1_000_000))
          .with("kind", oneOf(List.of("role-gap")))
          .with("name", text())
          .with("summary", text())
          .with("intro", text())
          .with("stem", text())
          .with("periodWeeks", whole(1, 52))
          .with("minutes", whole(1, 60))
          .with(
              "scale",
              object()
                  .with(
                      "points", list(object().with("value", whole(0, 4)).with("label", text()), 1))
                  .with("dontKnow", text()))
          .with(
              "sides",
              list(
                  object()
                      .with("id", SHORT_ID)
                      .with("role", id())
                      .with("option", SHORT_ID)
                      .with("minimumAreas", whole(1, 100))
                      .with("minimumInitiatives", whole(1, 100))
                      .with("name", text()),
                  1))
          .with(
              "areas",
              list(
                  object()
                      .with("id", SHORT_ID)
                      .with("side", SHORT_ID)
                      .with("name", text())
                      .with("description", text())
                      .with("question", text()),
                  1))
          .with(
              "items",
              list(
                  object()
                      .with("id", SHORT_ID)
                      .with("area", SHORT_ID)
                      .with("wording", oneOf(List.of("a", "b")))
                      .with("reversed", flag())
                      .with("text", text()),
                  1))
          .with(
              "coverage",
              object()
                  .with("question", text())
                  .with(
                      "options",
                      list(
                          object()
                              .with("value", whole(1, 5))
                              .with("label", text())
                              .with("creditPercent", whole(0, 100))
                              .with("form", nullable(oneOf(ReportCodes.COVERAGE_FORMS))),
                          1))
                  .with("dontKnow", text()))
          .with(
              "scenarios",
              list(
                  object()
                      .with("id", SHORT_ID)
                      .with("text", text())
                      .with(
                          "options",
                          list(
                              object()
                                  .with("id", SHORT_ID)
                                  .with("side", nullable(SHORT_ID))
                                  .with("text", text()),
                              1)),
                  1))
          .with(
              "parameters",
              object()
                  .with("struggleGate", whole(0, 100))
                  .with("gapGate", whole(0, 100))
                  .with("minimumTurnoutPercent", whole(0, 100))
                  .with("twoHatsMaximumSize", whole(1, 1000))
                  .with(
                      "hats",
                      list(
                          object()
                              .with("code", oneOf(ReportCodes.HATS))
                              .with("areas", list(SHORT_ID, 1)))))
          .with("report", report());

  private DocumentShapes() {}

  /** Reports every field of a document that is missing, unknown or of another type. */
  static void check(Document document, PackFaults faults) {
    of(document.kind()).check(document.structure(), Place.of(document.file(), faults));
  }

  /** The shape of a kind. */
  static Shape of(DocumentKind kind) {
    return switch (kind) {
      case ROLE -> ROLE;
      case SCENARIO -> SCENARIO;
      case GUIDE -> GUIDE;
      case GLOSSARY -> GLOSSARY;
      case BRIEF -> BRIEF;
      case INSTRUMENT -> INSTRUMENT;
    };
  }

  private static ObjectShape report() {
    return object()
        .with("verdicts", each(ReportCodes.VERDICTS, TITLED))
        .with("also", each(ReportCodes.ALSO, text()))
        .with("form", each(ReportCodes.FORMS, text()))
        .with("because", each(ReportCodes.BECAUSE, text()))
        .with("steps", each(ReportCodes.STEPS, TITLED))
        // whose names these are depends on the sides: another rule's concern
        .with("roles", mapOf(text()))
        .with("lists", object().with("and", text()));
  }

  private static List<String> questions() {
    return Arrays.stream(FocusQuestion.values())
        .filter(question -> question != FocusQuestion.UNKNOWN)
        .map(FocusQuestion::code)
        .toList();
  }
}
