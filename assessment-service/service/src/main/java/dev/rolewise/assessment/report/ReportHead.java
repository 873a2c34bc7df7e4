package dev.rolewise.assessment.report;

import dev.rolewise.assessment.contract.round.InstrumentRef;
import io.vertx.core.json.JsonObject;

/**
 * What a report says about the round it belongs to.
 *
 * @param round id of the round
 * @param openedOn date
 * @param closedOn date
 * @param teamName the team's name
 * @param initiatives connected initiatives, pinned
 * @param entry how people got in: "open", "tickets" or "signed-in"
 * @param instrument the pinned instrument
 * @param example whether the team is invented
 */
record ReportHead(
    String round,
    String openedOn,
    String closedOn,
    String teamName,
    int initiatives,
    String entry,
    InstrumentRef instrument,
    boolean example) {

  JsonObject roundJson() {
    return new JsonObject()
        .put("id", round)
        .put("openedOn", openedOn)
        .put("closedOn", closedOn)
        .put("team", new JsonObject().put("name", teamName))
        .put("initiatives", initiatives)
        .put("entry", entry);
  }
}
