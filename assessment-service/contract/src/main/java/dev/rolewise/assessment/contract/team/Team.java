package dev.rolewise.assessment.contract.team;

import io.vertx.core.json.JsonObject;

/**
 * A team as its organiser sees it.
 *
 * @param id random id
 * @param name 1 to 80 characters
 * @param locale language of the organiser: "nl" or "en"
 * @param context what the organiser said about the team
 */
public record Team(String id, String name, String locale, TeamContext context) {
  /**
   * Maps to the wire.
   *
   * @return {@code {id, name, locale, context}}
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("name", name)
        .put("locale", locale)
        .put("context", context.toJson());
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {id, name, locale, context}}
   * @return the team
   */
  public static Team fromJson(JsonObject json) {
    return new Team(
        json.getString("id"),
        json.getString("name"),
        json.getString("locale"),
        TeamContext.fromJson(json.getJsonObject("context")));
  }
}
