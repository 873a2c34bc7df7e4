package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Pieces that several pages have. */
final class Parts {
  private Parts() {}

  static Node lead(String text) {
    return Node.when(!text.isEmpty(), () -> el("p", "lead").text(text));
  }

  static Element link(String address, String text) {
    return el("a").href(address).text(text);
  }

  static Element button(String address, String text) {
    return el("a", "button").href(address).text(text);
  }

  static Element roleButton(PageWords words, String role, String name) {
    return el("a", "button small").href(words.at("/roles/" + role)).text(name);
  }

  /** A part of a page under a heading. */
  static Element band(String classes, String heading, Node... inside) {
    return el("section", "band " + classes).with(el("h2").text(heading)).with(inside);
  }

  static Element list(String classes, List<? extends Node> entries) {
    return el("ul", classes).with(entries);
  }

  /** What many of them say, each with a mark in front. */
  static Element marks(String classes, List<String> texts) {
    return list("marks " + classes, texts.stream().map(text -> el("li").text(text)).toList());
  }

  /** A card of its own for each name and text. */
  static Element named(List<JsonObject> entries) {
    return list(
        "plain-cards",
        entries.stream()
            .map(
                entry ->
                    el("li", "card")
                        .with(
                            el("h3").text(Fields.text(entry, "name")),
                            el("p").text(Fields.text(entry, "text"))))
            .toList());
  }

  /** The marks of those of the roles that have one. */
  static Node roleMarks(List<String> roles, Sides sides) {
    List<Element> shapes =
        roles.stream().map(sides::of).flatMap(Optional::stream).map(Side::shape).toList();
    return Node.when(!shapes.isEmpty(), () -> el("span", "role-marks").with(shapes));
  }
}
