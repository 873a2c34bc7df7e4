package dev.rolewise.runtime.bus;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Names of the headers on the bus, moments in them, and faults as JSON. */
final class BusWire {

  static final String DEADLINE = "deadline";
  static final String REQUEST_ID = "request-id";
  static final String STATUS = "status";
  static final String CODE = "code";

  /** The request itself where a large document takes the place of it. */
  static final String BODY = "body";

  private static final String DETAILS = "details";

  /** Plain digits, as many as a long has room for. */
  private static final Pattern MOMENT = Pattern.compile("[0-9]{1,18}");

  private BusWire() {}

  /**
   * Epoch milliseconds; empty for what is none.
   *
   * @param header may be null
   */
  static OptionalLong moment(String header) {
    return header != null && MOMENT.matcher(header).matches()
        ? OptionalLong.of(Long.parseLong(header))
        : OptionalLong.empty();
  }

  static JsonObject write(BusFailure failure) {
    JsonObject body = write(failure.faults());
    failure.details().ifPresent(details -> body.put(DETAILS, details));
    return body;
  }

  /** What else was said about a failure; null for nothing. */
  static JsonObject details(JsonObject body) {
    return body.getJsonObject(DETAILS);
  }

  private static JsonObject write(List<Fault> faults) {
    JsonArray items = new JsonArray();
    faults.forEach(
        fault ->
            items.add(new JsonObject().put("pointer", fault.pointer()).put("code", fault.code())));
    return new JsonObject().put("faults", items);
  }

  static List<Fault> read(JsonObject body) {
    List<Fault> faults = new ArrayList<>();
    JsonArray items = body.getJsonArray("faults", new JsonArray());
    for (int i = 0; i < items.size(); i++) {
      JsonObject item = items.getJsonObject(i);
      faults.add(new Fault(item.getString("pointer", ""), item.getString("code", "malformed")));
    }
    return faults;
  }
}
