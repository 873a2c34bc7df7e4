package dev.rolewise.assessment.contract.round;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A round as its organiser sees it; nothing in it is computed from answers.
 *
 * @param id random id that says nothing about time
 * @param state "open" or "closed"; receivers treat any other word as closed
 * @param instrument the pinned instrument
 * @param k fewest sheets behind any number
 * @param minimumTurnoutPercent of the size, 0 to 100: with fewer the instrument gives no verdict
 * @param entry "open", "tickets" or "signed-in"
 * @param live "turnout"
 * @param memberResults "after-close" or "none"
 * @param initiatives connected initiatives, pinned at opening
 * @param newcomers people new since the round before, or null
 * @param deadline RFC 3339 moment or null
 * @param openedOn date (yyyy-MM-dd)
 * @param closedOn date or null
 * @param turnout how many took part; it carries the announced size
 * @param heldBack sheets that wait because fewer than k would be released; 0 while open
 * @param releases versions of what was released, oldest first
 */
public record Round(
    String id,
    String state,
    InstrumentRef instrument,
    int k,
    int minimumTurnoutPercent,
    String entry,
    String live,
    String memberResults,
    int initiatives,
    Integer newcomers,
    String deadline,
    String openedOn,
    String closedOn,
    Turnout turnout,
    int heldBack,
    List<Integer> releases) {
  /** Copies the list. */
  public Round {
    releases = List.copyOf(releases);
  }

  /**
   * Maps to the wire.
   *
   * @return every field, {@code size} repeated beside the turnout
   */
  public JsonObject toJson() {
    JsonArray versions = new JsonArray();
    releases.forEach(version -> versions.add(new JsonObject().put("version", version)));
    return new JsonObject()
        .put("id", id)
        .put("state", state)
        .put("instrument", instrument.toJson())
        .put("k", k)
        .put("minimumTurnoutPercent", minimumTurnoutPercent)
        .put("size", turnout.size())
        .put("entry", entry)
        .put("live", live)
        .put("memberResults", memberResults)
        .put("initiatives", initiatives)
        .put("newcomers", newcomers)
        .put("deadline", deadline)
        .put("openedOn", openedOn)
        .put("closedOn", closedOn)
        .put("turnout", turnout.toJson())
        .put("heldBack", heldBack)
        .put("releases", versions);
  }

  /**
   * Maps from the wire.
   *
   * @param json a round
   * @return the round
   */
  public static Round fromJson(JsonObject json) {
    return new Round(
        json.getString("id"),
        json.getString("state"),
        InstrumentRef.fromJson(json.getJsonObject("instrument")),
        json.getInteger("k"),
        // that of every instrument from before it was told
        json.getInteger("minimumTurnoutPercent", 50),
        json.getString("entry"),
        json.getString("live"),
        json.getString("memberResults"),
        json.getInteger("initiatives"),
        json.getInteger("newcomers"),
        json.getString("deadline"),
        json.getString("openedOn"),
        json.getString("closedOn"),
        Turnout.fromJson(json.getJsonObject("turnout")),
        json.getInteger("heldBack"),
        json.getJsonArray("releases").stream()
            .map(release -> ((JsonObject) release).getInteger("version"))
            .toList());
  }
}
