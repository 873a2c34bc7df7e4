package dev.rolewise.gateway.session;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where to come back to after signing in: a plain path of our own. Nothing that a browser could
 * take for another host, and no query or fragment: a secret belongs into neither of them here.
 */
public final class ReturnPath {
  private static final int LONGEST = 200;

  private static final Pattern PLAIN = Pattern.compile("/|(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?");

  private ReturnPath() {}

  /**
   * Reads {@code returnTo}; without it the front page.
   *
   * @throws BusFailure 422 for anything else than a plain path
   */
  public static String of(RoutingContext context) {
    List<String> asked = context.queryParam("returnTo");
    if (asked.isEmpty()) {
      return "/";
    }
    String path = asked.get(0);
    if (path.length() > LONGEST || !PLAIN.matcher(path).matches()) {
      throw BusFailure.invalidValues(List.of(new Fault("/returnTo", "malformed")));
    }
    return path;
  }
}
