package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks on behalf of an editor.
 *
 * @param token the editor's
 */
public record PackRequest(String token) {
  /** Refuses a missing token. */
  public PackRequest {
    Objects.requireNonNull(token, "token");
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when {@code token} is missing or no text
   */
  public static PackRequest from(JsonObject body) {
    return new PackRequest(new RequestFields(body).text("token"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("token", token);
  }

  @Override
  public String toString() {
    return "PackRequest";
  }
}
