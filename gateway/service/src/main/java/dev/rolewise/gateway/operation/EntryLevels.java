package dev.rolewise.gateway.operation;

import dev.rolewise.gateway.session.AccessMode;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Which ways into a round exist here: nobody can sign in where only links are used, and nobody gets
 * in without where everybody has to. Once a round is open its level stays, whatever is set later.
 *
 * @param mode how people get in
 */
public record EntryLevels(AccessMode mode) {
  private static final String ENTRY = "entry";
  private static final String OPEN = "open";
  private static final String SIGNED_IN = "signed-in";

  /** Fills in the level where none is asked for; throws a 422 for one that does not exist here. */
  JsonObject settle(JsonObject round) {
    Object asked = round.getValue(ENTRY);
    if (asked == null && mode == AccessMode.OIDC) {
      return round.put(ENTRY, SIGNED_IN);
    }
    boolean missing =
        OPEN.equals(asked) && mode == AccessMode.OIDC || SIGNED_IN.equals(asked) && !mode.signsIn();
    if (missing) {
      throw BusFailure.invalidValues(List.of(new Fault("/" + ENTRY, "not-allowed")));
    }
    return round;
  }
}
