package dev.rolewise.assessment.contract.sheet;

import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * One answer sheet with the ticket that lets it in. The body stays as it came: which ids and values
 * it may hold depends on the round, so the service checks it against the round's questionnaire.
 *
 * @param token the ticket; case and hyphens do not matter
 * @param idempotencyKey the client's random key of this submission, 8 to 128 printable characters
 * @param body {@code {instrument: {id, version}, answers: {itemId: 0..4 or null}, coverage:
 *     {areaId: 1..5 or null}, scenarios: {scenarioId: optionId or null}, comments?: {areaId:
 *     text}}}
 */
public record SubmitSheet(String token, String idempotencyKey, JsonObject body) {
  /** Fewest characters of the key: fewer are guessable and would not protect a retry. */
  public static final int SHORTEST_KEY = 8;

  /** Most characters of the key. */
  public static final int LONGEST_KEY = 128;

  /** Most characters of one comment. */
  public static final int LONGEST_COMMENT = 1000;

  private static final List<String> FIELDS =
      List.of("instrument", "answers", "coverage", "scenarios", "comments");

  /**
   * Maps to the wire.
   *
   * @return {@code {token, idempotencyKey}} with the fields of the body beside them
   */
  public JsonObject toJson() {
    return body.copy().put("token", token).put("idempotencyKey", idempotencyKey);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request; the body holds only the fields of a sheet
   */
  public static SubmitSheet fromJson(JsonObject json) {
    JsonObject body = new JsonObject();
    FIELDS.stream()
        .filter(json::containsKey)
        .forEach(field -> body.put(field, json.getValue(field)));
    return new SubmitSheet(
        TokenRequest.tokenOf(json),
        json.getValue("idempotencyKey") instanceof String key ? key : null,
        body);
  }

  /** Says nothing: neither ticket nor answers must end up readable in a log. */
  @Override
  public String toString() {
    return "SubmitSheet";
  }
}
