package dev.rolewise.gateway.request;

import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The secret of the {@code Authorization} header: an organiser or member token, or a ticket. */
public final class BearerToken {
  private static final String SCHEME = "bearer ";
  private static final int LONGEST = 128;

  private BearerToken() {}

  /**
   * Reads the secret.
   *
   * @throws BusFailure 401 when there is none, 404 when it cannot be one of ours
   */
  public static String of(RoutingContext context) {
    List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.size() != 1) {
      throw BusFailure.unauthorized();
    }
    String header = headers.get(0);
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw BusFailure.unauthorized();
    }
    String token = header.substring(SCHEME.length()).strip();
    if (token.isEmpty()) {
      throw BusFailure.unauthorized();
    }
    if (token.length() > LONGEST) {
      throw BusFailure.notFound();
    }
    return token;
  }
}
