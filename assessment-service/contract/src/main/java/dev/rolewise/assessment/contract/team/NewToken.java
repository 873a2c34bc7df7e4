package dev.rolewise.assessment.contract.team;

import io.vertx.core.json.JsonObject;

/**
 * A fresh token in place of one that has just died.
 *
 * @param holder "organiser" or "member": the field that carries it
 * @param token the token
 */
public record NewToken(String holder, String token) {
  /**
   * A token for the organiser.
   *
   * @param token the token
   * @return the reply
   */
  public static NewToken organiser(String token) {
    return new NewToken("organiser", token);
  }

  /**
   * A token for the members.
   *
   * @param token the token
   * @return the reply
   */
  public static NewToken member(String token) {
    return new NewToken("member", token);
  }

  /**
   * Maps to the wire; the gateway adds {@code link}.
   *
   * @return {@code {organiser|member: {token}}}
   */
  public JsonObject toJson() {
    return new JsonObject().put(holder, new JsonObject().put("token", token));
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {organiser|member: {token}}}
   * @return the reply
   */
  public static NewToken fromJson(JsonObject json) {
    String holder = json.containsKey("member") ? "member" : "organiser";
    return new NewToken(holder, json.getJsonObject(holder).getString("token"));
  }
}
