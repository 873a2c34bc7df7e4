package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks what differs between two versions of a pack.
 *
 * @param token the editor's
 * @param id of the pack
 * @param from the version before, 1 or higher
 * @param to the version after, 1 or higher
 */
public record PackDiffRequest(String token, String id, int from, int to) {
  /** Refuses missing parts. */
  public PackDiffRequest {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(id, "id");
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when a field is missing or of the wrong type
   */
  public static PackDiffRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new PackDiffRequest(
        fields.text("token"), fields.text("id"), fields.version("from"), fields.version("to"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("token", token).put("id", id).put("from", from).put("to", to);
  }

  @Override
  public String toString() {
    return "PackDiffRequest " + id + " " + from + " " + to;
  }
}
