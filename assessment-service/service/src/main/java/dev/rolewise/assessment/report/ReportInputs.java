package dev.rolewise.assessment.report;

import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.scoring.RoundFacts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the engine was given beside the released sheets, so that a report can be computed again. */
public final class ReportInputs {
  private ReportInputs() {}

  /**
   * Writes the inputs.
   *
   * @param instrument the pinned instrument
   * @param facts the round
   * @return {@code {instrument, size, k, initiatives, rolesPresent, received}}
   */
  public static JsonObject of(InstrumentRef instrument, RoundFacts facts) {
    return new JsonObject()
        .put("instrument", instrument.toJson())
        .put("size", facts.size())
        .put("k", facts.k())
        .put("initiatives", facts.initiatives())
        .put("rolesPresent", new JsonArray(facts.rolesPresent()))
        .put("received", facts.received());
  }

  /** The round among stored inputs. */
  static RoundFacts facts(JsonObject inputs) {
    return new RoundFacts(
        inputs.getInteger("size"),
        inputs.getInteger("k"),
        inputs.getInteger("initiatives"),
        inputs.getJsonArray("rolesPresent").stream().map(String.class::cast).toList(),
        inputs.getInteger("received"));
  }
}
