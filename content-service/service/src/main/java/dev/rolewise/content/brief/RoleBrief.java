package dev.rolewise.content.brief;

import dev.rolewise.content.contract.BriefVariant;
import dev.rolewise.content.pack.JsonItems;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * The draft of a role's profile in one language. It describes a role and asks about work; nothing
 * in it measures a person.
 */
public final class RoleBrief {
  /** What the file is, and the version of its fields. */
  static final String FORMAT = "rolewise-role-brief/1";

  private final JsonObject role;
  private final JsonObject frame;
  private final JsonObject variant;
  private final BriefVariant wanted;

  private RoleBrief(JsonObject role, JsonObject frame, BriefVariant wanted) {
    this.role = role;
    this.frame = frame;
    this.wanted = wanted;
    this.variant = frame.getJsonObject("variants").getJsonObject(wanted.code());
  }

  /**
   * Puts a brief together.
   *
   * @param role a role with material for one
   * @param frame the words around it, in the same language
   */
  public static JsonObject of(JsonObject role, JsonObject frame, BriefVariant wanted) {
    return new RoleBrief(role, frame, wanted).brief();
  }

  private JsonObject brief() {
    List<JsonObject> parts = JsonItems.objects(role.getJsonObject("brief"), "parts");
    return new JsonObject()
        .put("format", FORMAT)
        .put(
            "role",
            new JsonObject()
                .put("id", role.getString("id"))
                .put("name", role.getString("name"))
                .put("summary", role.getString("summary")))
        .put("variant", variant())
        .put("draft", frame.getString("draft"))
        .put("people", frame.getString("people"))
        .put("report", null)
        .put("responsibilities", responsibilities(parts))
        .put("arrange", variant.getJsonArray("arrange"))
        .put("firstDays", firstDays(parts))
        .put("questions", questions(parts))
        .put("notThisRole", role.getJsonArray("notThisRole"))
        .put("headings", headings())
        .put("standings", frame.getJsonObject("standings"));
  }

  private JsonObject variant() {
    JsonObject own =
        JsonItems.objects(role, "variants").stream()
            .filter(it -> it.getString("id").equals(wanted.code()))
            .findFirst()
            .orElseGet(JsonObject::new);
    return new JsonObject()
        .put("id", wanted.code())
        .put("profile", variant.getString("profile"))
        .put("text", variant.getString("text"))
        .put("fits", own.getString("text"));
  }

  private JsonObject headings() {
    return frame
        .getJsonObject("headings")
        .copy()
        .put("questions", variant.getString("questionsHeading"));
  }

  private static JsonArray responsibilities(List<JsonObject> parts) {
    JsonArray responsibilities = new JsonArray();
    for (JsonObject part : parts) {
      responsibilities.add(
          new JsonObject()
              .put("id", part.getString("id"))
              .put("name", part.getString("name"))
              .put("text", part.getString("text"))
              .put("areas", part.getJsonArray("areas")));
    }
    return responsibilities;
  }

  /** What the way of filling the role asks for stands first: without it the rest cannot begin. */
  private JsonArray firstDays(List<JsonObject> parts) {
    JsonArray phases = new JsonArray();
    JsonObject days = frame.getJsonObject("days");
    for (String until : days.fieldNames()) {
      JsonArray steps = new JsonArray();
      add(steps, variant.getJsonObject("firstDays").getJsonArray(until), null);
      parts.forEach(
          part ->
              add(
                  steps,
                  part.getJsonObject("firstDays").getJsonArray(until),
                  part.getString("id")));
      phases.add(
          new JsonObject()
              .put("until", Integer.valueOf(until))
              .put("name", days.getString(until))
              .put("steps", steps));
    }
    return phases;
  }

  private JsonArray questions(List<JsonObject> parts) {
    JsonArray questions = new JsonArray();
    parts.forEach(
        part ->
            add(
                questions,
                part.getJsonObject("questions").getJsonArray(wanted.code()),
                part.getString("id")));
    add(questions, variant.getJsonArray("questions"), null);
    return questions;
  }

  private static void add(JsonArray all, JsonArray texts, String responsibility) {
    texts.forEach(
        text -> all.add(new JsonObject().put("text", text).put("responsibility", responsibility)));
  }
}
