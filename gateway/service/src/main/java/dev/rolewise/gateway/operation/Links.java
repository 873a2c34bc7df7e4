package dev.rolewise.gateway.operation;

import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;

/**
 * The addresses that people pass on. The secret stands in the fragment, which no browser ever sends
 * to a server.
 *
 * @param publicUrl where browsers find the front end, without a slash at the end
 */
public record Links(Supplier<String> publicUrl) {
  /**
   * Adds {@code link} beside the token of the field {@code organiser}, {@code member} or {@code
   * report}. Whoever holds the last one has no other way to learn which round it is about.
   */
  JsonObject addTo(JsonObject reply) {
    add(reply, "organiser", "o", "");
    add(reply, "member", "t", "");
    if (reply.getValue("share") instanceof JsonObject share) {
      add(reply, "report", "r", "/" + share.getString("round"));
    }
    return reply;
  }

  private void add(JsonObject reply, String holder, String place, String behind) {
    if (reply.getValue(holder) instanceof JsonObject held && held.containsKey("token")) {
      held.put("link", publicUrl.get() + "/#/" + place + "/" + held.getString("token") + behind);
    }
  }
}
