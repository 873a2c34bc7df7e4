package dev.rolewise.assessment.contract.round;

import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonObject;

/**
 * Hides one comment of a report from members and report links, or shows it again.
 *
 * @param comment id of the comment, as the organiser's report has it
 * @param hidden whether it is out of sight
 */
public record HideComment(String comment, boolean hidden) {
  /**
   * Reads and checks the message.
   *
   * @param json {@code {token, round, comment, hidden}}
   * @param faults where faults go; the result is meaningless when there are any
   * @return the request
   */
  public static HideComment read(JsonObject json, Faults faults) {
    MessageReader reader = new MessageReader(json, faults);
    reader.required("hidden");
    return new HideComment(
        json.getValue("comment") instanceof String comment ? comment : null,
        Boolean.TRUE.equals(reader.truth("hidden")));
  }

  /**
   * Maps to the wire, as the answer.
   *
   * @return {@code {id, hidden}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("id", comment).put("hidden", hidden);
  }

  /**
   * Maps from the answer on the wire.
   *
   * @param json {@code {id, hidden}}
   * @return what was done
   */
  public static HideComment fromJson(JsonObject json) {
    return new HideComment(json.getString("id"), json.getBoolean("hidden"));
  }
}
