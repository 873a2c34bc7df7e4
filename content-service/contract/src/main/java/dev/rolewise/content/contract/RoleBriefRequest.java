package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks for the draft of a role's profile.
 *
 * @param locale the language wanted, as an IETF tag; null or unknown means the pack's default
 * @param id the role's id, such as {@code product-manager}
 * @param variant code of a {@link BriefVariant}; which there are is the service's to judge
 */
public record RoleBriefRequest(String locale, String id, String variant) {
  /** Refuses a missing id or variant. */
  public RoleBriefRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(variant, "variant");
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when {@code id} or {@code variant} is missing or a field is no text
   */
  public static RoleBriefRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new RoleBriefRequest(
        fields.optionalText("locale"), fields.text("id"), fields.text("variant"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("locale", locale).put("id", id).put("variant", variant);
  }
}
