package dev.rolewise.content.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Asks for roles side by side.
 *
 * @param locale the language wanted, as an IETF tag; null or unknown means the pack's default
 * @param ids the roles, in the order to show them; the service accepts {@value #FEWEST} to {@value
 *     #MOST} different ones
 */
public record RoleCompareRequest(String locale, List<String> ids) {
  /** The fewest roles that can be compared. */
  public static final int FEWEST = 2;

  /** The most roles that can be compared. */
  public static final int MOST = 4;

  /** Keeps its own copy of the ids. */
  public RoleCompareRequest {
    ids = List.copyOf(ids);
  }

  /**
   * Reads a request body; how many ids there are and whether they exist is the service's to judge.
   *
   * @throws MalformedRequest when {@code ids} is missing or a field is of the wrong type
   */
  public static RoleCompareRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new RoleCompareRequest(fields.optionalText("locale"), fields.texts("ids"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("locale", locale).put("ids", new JsonArray(ids));
  }
}
