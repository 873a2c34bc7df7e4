package dev.rolewise.assessment.contract.team;

import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/**
 * Starts a team; needs no right.
 *
 * @param name 1 to 80 characters
 * @param locale a language of two or three letters, such as "nl"
 * @param context what is said about the team
 */
public record CreateTeam(String name, String locale, TeamContext context) {
  /** Most characters of a name. */
  public static final int LONGEST_NAME = 80;

  /** A language by its code; which there are is the content's to say. */
  static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /**
   * Maps to the wire.
   *
   * @return {@code {name, locale, context}}
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("name", name)
        .put("locale", locale)
        .put("context", context.toJson());
  }

  /**
   * Reads and checks the message.
   *
   * @param json {@code {name, locale?, context?}}
   * @param faults where faults go; the result is meaningless when there are any
   * @return the request
   */
  public static CreateTeam read(JsonObject json, Faults faults) {
    MessageReader reader = new MessageReader(json, faults);
    reader.required("name");
    String name = reader.text("name", 1, LONGEST_NAME, false);
    String locale = reader.word("locale", LANGUAGE);
    TeamContext context = TeamContext.read(reader.object("context"), TeamContext.empty());
    return new CreateTeam(name, locale == null ? "en" : locale, context);
  }
}
