package dev.rolewise.content.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Asks what the scenarios advise to a team that recognises some of their signals.
 *
 * @param locale the language wanted, as an IETF tag; null or unknown means the pack's default
 * @param signals the scenario's id, a dot and the signal's place, from 1: {@code always-late.2};
 *     the service accepts one to {@value #MOST} different ones
 */
public record ScenarioAdviceRequest(String locale, List<String> signals) {
  /** The most signals that can be weighed at once. */
  public static final int MOST = 40;

  /** Keeps its own copy of the signals. */
  public ScenarioAdviceRequest {
    signals = List.copyOf(signals);
  }

  /**
   * Reads a request body; how many signals there are and whether they exist is the service's to
   * judge.
   *
   * @throws MalformedRequest when {@code signals} is missing or a field is of the wrong type
   */
  public static ScenarioAdviceRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new ScenarioAdviceRequest(fields.optionalText("locale"), fields.texts("signals"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("locale", locale).put("signals", new JsonArray(signals));
  }
}
