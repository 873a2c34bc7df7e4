package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import io.vertx.core.json.JsonObject;

/** A role's working day, with the moments at which it touches another one's. */
final class DayInTheLife {
  private DayInTheLife() {}

  static Element of(JsonObject role, Sides sides) {
    String id = Fields.text(role, "id");
    return el("article", "day " + sides.classOf(id))
        .with(
            el("h3").with(sides.mark(id), Text.of(Fields.text(role, "name"))),
            el("ol", "day-hours")
                .with(
                    Fields.objects(role, "dayInTheLife").stream()
                        .map(hour -> hour(hour, sides))
                        .toList()));
  }

  private static Element hour(JsonObject hour, Sides sides) {
    JsonObject touches = hour.getJsonObject("touches");
    return el("li")
        .attr("class", touches == null ? null : "touches")
        .with(
            el("time").text(Fields.text(hour, "time")),
            el("div")
                .with(
                    el("p").text(Fields.text(hour, "text")),
                    Node.when(touches != null, () -> touch(touches, sides))));
  }

  private static Element touch(JsonObject touches, Sides sides) {
    String other = Fields.text(touches, "role");
    return el("p", "touch " + sides.classOf(other))
        .with(sides.mark(other), Text.of(Fields.text(touches, "text")));
  }
}
