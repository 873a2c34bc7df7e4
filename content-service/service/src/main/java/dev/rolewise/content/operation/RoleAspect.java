package dev.rolewise.content.operation;

import dev.rolewise.content.pack.JsonItems;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What roles are compared on, in the order it is shown. */
enum RoleAspect {
  SUMMARY("summary"),
  DEFINITION("definition"),
  FOCUS("focus"),
  SKILLS("skills"),
  TASKS("tasks"),
  RESPONSIBILITIES("responsibilities"),
  DAY_IN_THE_LIFE("dayInTheLife"),
  CHALLENGES("challenges"),
  NOT_THIS_ROLE("notThisRole"),
  WORKS_WITH("worksWith"),
  VARIANTS("variants");

  private final String field;

  RoleAspect(String field) {
    this.field = field;
  }

  /** The aspect's name, which is that of the field in a role. */
  String field() {
    return field;
  }

  /**
   * A text, or a list of texts.
   *
   * @param role a finished role
   * @param names the names of all roles by id
   */
  Object of(JsonObject role, Map<String, String> names) {
    return switch (this) {
      case SUMMARY, DEFINITION -> role.getString(field);
      case FOCUS -> role.getJsonObject(field).getString("text");
      case SKILLS, NOT_THIS_ROLE -> role.getJsonArray(field);
      case TASKS, RESPONSIBILITIES, CHALLENGES, VARIANTS ->
          lines(role, part -> part.getString("name") + ": " + part.getString("text"));
      case DAY_IN_THE_LIFE ->
          lines(role, moment -> moment.getString("time") + " " + moment.getString("text"));
      case WORKS_WITH -> lines(role, partner -> partner(partner, names));
    };
  }

  private JsonArray lines(JsonObject role, Function<JsonObject, String> line) {
    List<String> lines = JsonItems.objects(role, field).stream().map(line).toList();
    return new JsonArray(lines);
  }

  private static String partner(JsonObject partner, Map<String, String> names) {
    String name = names.get(partner.getString("role"));
    return name == null ? partner.getString("text") : name + ": " + partner.getString("text");
  }
}
