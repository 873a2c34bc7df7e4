package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks to make a version of a pack the one that is read.
 *
 * @param token the editor's
 * @param id of the pack
 * @param version which has been imported, 1 or higher
 * @param base the version that the editor saw as current, null for none: when another one is
 *     current by now nothing happens
 */
public record PackPublishRequest(String token, String id, int version, Integer base) {
  /** Refuses missing parts. */
  public PackPublishRequest {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(id, "id");
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when a field is missing or of the wrong type
   */
  public static PackPublishRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new PackPublishRequest(
        fields.text("token"),
        fields.text("id"),
        fields.version("version"),
        fields.optionalVersion("base"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("token", token)
        .put("id", id)
        .put("version", version)
        .put("base", base);
  }

  @Override
  public String toString() {
    return "PackPublishRequest " + id + " " + version;
  }
}
