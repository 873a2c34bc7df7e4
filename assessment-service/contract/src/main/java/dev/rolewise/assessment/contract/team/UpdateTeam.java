package dev.rolewise.assessment.contract.team;

import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonObject;

/**
 * Changes a team; absent fields stay as they are. The initiatives of an open round stay pinned.
 *
 * @param name new name or null
 * @param locale new language or null
 * @param context the whole new context
 */
public record UpdateTeam(String name, String locale, TeamContext context) {
  /**
   * Reads and checks the message.
   *
   * @param json {@code {token, name?, locale?, context?}}
   * @param before the context as it is
   * @param faults where faults go; the result is meaningless when there are any
   * @return the request
   */
  public static UpdateTeam read(JsonObject json, TeamContext before, Faults faults) {
    MessageReader reader = new MessageReader(json, faults);
    if (reader.has("name")) {
      reader.required("name");
    }
    return new UpdateTeam(
        reader.text("name", 1, CreateTeam.LONGEST_NAME, false),
        reader.word("locale", CreateTeam.LANGUAGE),
        TeamContext.read(reader.object("context"), before));
  }
}
