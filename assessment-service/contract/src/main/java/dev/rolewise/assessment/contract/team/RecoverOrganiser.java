package dev.rolewise.assessment.contract.team;

import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonObject;

/**
 * Asks for a new organiser token with the recovery code; needs no other right.
 *
 * @param code the recovery code; case, spaces and hyphens do not matter
 */
public record RecoverOrganiser(String code) {
  /**
   * Maps to the wire.
   *
   * @return {@code {code}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("code", code);
  }

  /**
   * Reads and checks the message.
   *
   * @param json {@code {code}}
   * @param faults where faults go
   * @return the request
   */
  public static RecoverOrganiser read(JsonObject json, Faults faults) {
    MessageReader reader = new MessageReader(json, faults);
    reader.required("code");
    return new RecoverOrganiser(reader.word("code", 64));
  }
}
