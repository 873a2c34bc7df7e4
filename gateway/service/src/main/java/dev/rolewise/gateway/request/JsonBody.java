package dev.rolewise.gateway.request;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import dev.rolewise.runtime.json.MalformedJson;
import dev.rolewise.runtime.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request's body as JSON of a known shape. */
public final class JsonBody {
  private static final int MOST_FAULTS = 50;

  private JsonBody() {}

  /**
   * Reads a body that has to be there.
   *
   * @throws BusFailure 415 for another media type, 400 for what is no JSON object of this shape
   */
  public static JsonObject required(RoutingContext context, BodyShape shape) {
    Buffer body = context.body().buffer();
    if (body == null || body.length() == 0) {
      throw BusFailure.badRequest(List.of(new Fault("", "missing")));
    }
    checkMediaType(context);
    JsonObject json = parse(body);
    List<Fault> faults = new ArrayList<>();
    shape.check(json, "", faults);
    if (!faults.isEmpty()) {
      throw BusFailure.badRequest(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }
    return json;
  }

  private static JsonObject parse(Buffer body) {
    try {
      return StrictJson.object(body);
    } catch (MalformedJson malformed) {
      String code =
          malformed.reason() == MalformedJson.Reason.DUPLICATE_KEY ? "duplicate" : "malformed";
      throw BusFailure.badRequest(List.of(new Fault(malformed.pointer(), code)));
    }
  }

  private static void checkMediaType(RoutingContext context) {
    List<String> types = context.request().headers().getAll(HttpHeaders.CONTENT_TYPE);
    if (types.size() != 1 || !isJson(types.get(0))) {
      throw BusFailure.of(415, "unsupported-media-type");
    }
  }

  private static boolean isJson(String type) {
    String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].strip().equals("application/json")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }
}
