package dev.rolewise.assessment.contract.round;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A new round with what lets members in, shown once.
 *
 * @param round the round
 * @param memberToken lets members read the questionnaire and, with entry "open", draw a ticket
 * @param tickets single-use codes with entry "tickets"; empty otherwise
 */
public record RoundOpened(Round round, String memberToken, List<String> tickets) {
  /** Copies the list. */
  public RoundOpened {
    tickets = List.copyOf(tickets);
  }

  /**
   * Maps to the wire; the gateway adds {@code member.link}.
   *
   * @return {@code {round, member: {token}, tickets?}}
   */
  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("round", round.toJson())
            .put("member", new JsonObject().put("token", memberToken));
    return tickets.isEmpty() ? json : json.put("tickets", new JsonArray(tickets));
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {round, member: {token}, tickets?}}
   * @return the reply
   */
  public static RoundOpened fromJson(JsonObject json) {
    return new RoundOpened(
        Round.fromJson(json.getJsonObject("round")),
        json.getJsonObject("member").getString("token"),
        json.getJsonArray("tickets", new JsonArray()).stream().map(String.class::cast).toList());
  }
}
