package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.markup.Text;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A role's working day, with the moments at which it touches another one's. */
final class DayInTheLife {
  private DayInTheLife() {}

  static Element of(JsonObject role) {
    Optional<Side> side = Side.of(Fields.text(role, "id"));
    return el("article", "day " + Side.classOf(side))
        .with(
            el("h3")
                .with(
                    side.<Node>map(Side::shape).orElse(Node.none()),
                    Text.of(Fields.text(role, "name"))),
            el("ol", "day-hours")
                .with(
                    Fields.objects(role, "dayInTheLife").stream()
                        .map(DayInTheLife::hour)
                        .toList()));
  }

  private static Element hour(JsonObject hour) {
    JsonObject touches = hour.getJsonObject("touches");
    return el("li")
        .attr("class", touches == null ? null : "touches")
        .with(
            el("time").text(Fields.text(hour, "time")),
            el("div")
                .with(
                    el("p").text(Fields.text(hour, "text")),
                    Node.when(touches != null, () -> touch(touches))));
  }

  private static Element touch(JsonObject touches) {
    Optional<Side> other = Side.of(Fields.text(touches, "role"));
    return el("p", "touch " + Side.classOf(other))
        .with(
            other.<Node>map(Side::shape).orElse(Node.none()),
            Text.of(Fields.text(touches, "text")));
  }
}
