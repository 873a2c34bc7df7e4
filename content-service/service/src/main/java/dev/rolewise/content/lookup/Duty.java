package dev.rolewise.content.lookup;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Something that somebody does, answers for or has to deal with.
 *
 * @param id of the document, the field and the part: {@code product-manager.tasks.roadmap}
 * @param kind what it is
 * @param name in a few words
 * @param text in a sentence
 * @param role whose it is; of an area, the role that is expected to take care of it
 * @param areas ids, as in the instrument, that a task belongs to; of an area its own
 */
record Duty(String id, DutyKind kind, String name, String text, String role, List<String> areas) {
  static Duty of(DutyKind kind, String document, JsonObject part, String role, List<String> areas) {
    String text = kind == DutyKind.AREA ? "description" : "text";
    return new Duty(
        document + "." + kind.field() + "." + part.getString("id"),
        kind,
        part.getString("name"),
        part.getString(text),
        role,
        areas);
  }

  boolean isTaskIn(Duty area) {
    return kind == DutyKind.TASK && areas.stream().anyMatch(area.areas()::contains);
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("kind", kind.code())
        .put("name", name)
        .put("text", text);
  }
}
