package dev.rolewise.content.validation;

import static dev.rolewise.content.pack.Shape.each;
import static dev.rolewise.content.pack.Shape.id;
import static dev.rolewise.content.pack.Shape.list;
import static dev.rolewise.content.pack.Shape.object;
import static dev.rolewise.content.pack.Shape.text;

import dev.rolewise.content.contract.BriefVariant;
import dev.rolewise.content.pack.Shape;
import java.util.List;

/**
 * What a role brief is made of: the material that a role brings along, and the words around it that
 * all roles share.
 */
final class BriefShapes {
  /** The days after which one looks back; a role begins on day one. */
  private static final List<String> DAYS = List.of("30", "60", "90");

  private static final List<String> HEADINGS =
      List.of(
          "role",
          "fits",
          "team",
          "round",
          "report",
          "discuss",
          "responsibilities",
          "arrange",
          "firstDays",
          "notThisRole");

  private static final List<String> STANDINGS = List.of("vacant", "unsupported");

  private BriefShapes() {}

  /** What a role document holds under {@code brief}. */
  static Shape material(Shape area) {
    return object()
        .with(
            "parts",
            list(
                object()
                    .with("id", id())
                    .with("name", text())
                    .with("text", text())
                    .with("areas", list(area))
                    .with("firstDays", each(DAYS, list(text(), 1)))
                    .with("questions", each(BriefVariant.codes(), list(text(), 1))),
                1));
  }

  /** The document {@code brief/brief.json}. */
  static Shape frame() {
    return object()
        .with("draft", text())
        .with("people", text())
        .with("headings", each(HEADINGS, text()))
        .with("standings", each(STANDINGS, text()))
        .with("days", each(DAYS, text()))
        .with(
            "variants",
            each(
                BriefVariant.codes(),
                object()
                    .with("profile", text())
                    .with("text", text())
                    .with("arrange", list(text(), 1))
                    .with("firstDays", each(DAYS, list(text())))
                    .with("questionsHeading", text())
                    .with("questions", list(text(), 1))));
  }
}
