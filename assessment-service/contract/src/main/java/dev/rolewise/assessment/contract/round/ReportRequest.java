package dev.rolewise.assessment.contract.round;

import dev.rolewise.assessment.contract.message.LocaleRequest;
import io.vertx.core.json.JsonObject;

/**
 * Asks for the report of a round.
 *
 * @param token organiser token, or member token where members may read results
 * @param round id of the round
 * @param locale language or null
 */
public record ReportRequest(String token, String round, String locale) {
  /**
   * Maps to the wire.
   *
   * @return {@code {token, round, locale}}
   */
  public JsonObject toJson() {
    return new RoundRequest(token, round).toJson().put("locale", locale);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static ReportRequest fromJson(JsonObject json) {
    RoundRequest request = RoundRequest.fromJson(json);
    return new ReportRequest(request.token(), request.round(), LocaleRequest.localeOf(json));
  }
}
