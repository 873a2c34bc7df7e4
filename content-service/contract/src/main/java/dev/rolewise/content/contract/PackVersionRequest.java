package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks for one version of a pack.
 *
 * @param token the editor's
 * @param id of the pack
 * @param version of the pack, 1 or higher
 */
public record PackVersionRequest(String token, String id, int version) {
  /** Refuses missing parts. */
  public PackVersionRequest {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(id, "id");
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when a field is missing or of the wrong type
   */
  public static PackVersionRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new PackVersionRequest(
        fields.text("token"), fields.text("id"), fields.version("version"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("token", token).put("id", id).put("version", version);
  }

  @Override
  public String toString() {
    return "PackVersionRequest " + id + " " + version;
  }
}
