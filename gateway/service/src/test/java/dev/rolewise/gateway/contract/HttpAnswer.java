package dev.rolewise.gateway.contract;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What came back.
 *
 * @param text the body, empty when there was none
 */
public record HttpAnswer(int status, MultiMap headers, String text) {
  /** A header's value, or null. */
  public String header(String name) {
    return headers.get(name);
  }

  /** The body as an object. */
  public JsonObject json() {
    return new JsonObject(text);
  }

  /** The code of a problem. */
  public String code() {
    return json().getString("code");
  }

  /** The faults of a problem, each as {@code pointer code}. */
  public List<String> faults() {
    return json().getJsonArray("errors", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .map(fault -> fault.getString("pointer") + " " + fault.getString("code"))
        .toList();
  }
}
