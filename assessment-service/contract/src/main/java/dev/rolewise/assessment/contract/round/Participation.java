package dev.rolewise.assessment.contract.round;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What a member may know before answering. Members see no count while a round is open, so {@code
 * turnout} is always null on the wire.
 *
 * @param round id of the round, for reading the report after closing
 * @param state "open" or "closed"
 * @param size people announced
 * @param k fewest sheets behind any number
 * @param entry "open", "tickets" or "signed-in"
 * @param live "turnout"
 * @param memberResults "after-close" or "none"
 * @param teamName the team's name
 * @param initiatives connected initiatives, pinned
 * @param locale the organiser's language
 * @param deadline RFC 3339 moment or null
 * @param instrument the pinned instrument
 * @param promise what is promised about the answers, in the language asked for
 * @param answered whether the ticket asked with has been used; null for a member token, which
 *     belongs to everybody
 */
public record Participation(
    String round,
    String state,
    int size,
    int k,
    String entry,
    String live,
    String memberResults,
    String teamName,
    int initiatives,
    String locale,
    String deadline,
    InstrumentRef instrument,
    List<Promise> promise,
    Boolean answered) {
  /** Copies the list. */
  public Participation {
    promise = List.copyOf(promise);
  }

  /**
   * One sentence of the promise.
   *
   * @param code stable kebab-case word
   * @param text the sentence
   */
  public record Promise(String code, String text) {}

  /**
   * Maps to the wire.
   *
   * @return every field
   */
  public JsonObject toJson() {
    JsonArray sentences = new JsonArray();
    promise.forEach(
        p -> sentences.add(new JsonObject().put("code", p.code()).put("text", p.text())));
    return new JsonObject()
        .put("round", round)
        .put("state", state)
        .put("size", size)
        .put("k", k)
        .put("entry", entry)
        .put("live", live)
        .put("memberResults", memberResults)
        .put("team", new JsonObject().put("name", teamName))
        .put("initiatives", initiatives)
        .put("locale", locale)
        .put("deadline", deadline)
        .put("instrument", instrument.toJson())
        .put("promise", sentences)
        .putNull("turnout")
        .put("answered", answered);
  }

  /**
   * Maps from the wire.
   *
   * @param json a participation
   * @return the participation
   */
  public static Participation fromJson(JsonObject json) {
    return new Participation(
        json.getString("round"),
        json.getString("state"),
        json.getInteger("size"),
        json.getInteger("k"),
        json.getString("entry"),
        json.getString("live"),
        json.getString("memberResults"),
        json.getJsonObject("team").getString("name"),
        json.getInteger("initiatives"),
        json.getString("locale"),
        json.getString("deadline"),
        InstrumentRef.fromJson(json.getJsonObject("instrument")),
        json.getJsonArray("promise").stream()
            .map(JsonObject.class::cast)
            .map(p -> new Promise(p.getString("code"), p.getString("text")))
            .toList(),
        json.getBoolean("answered"));
  }
}
