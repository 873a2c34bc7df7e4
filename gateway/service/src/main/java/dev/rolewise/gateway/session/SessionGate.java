package dev.rolewise.gateway.session;

import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a session's cookie count for a change only when one of our own pages asked. A browser sends
 * cookies along by itself, so the cookie alone says nothing about who asked: the browser's {@code
 * Sec-Fetch-Site} does, and in older ones {@code Origin}. With neither, the cookie counts for
 * nothing. Requests without the cookie are not looked at.
 */
public final class SessionGate {
  private final AccessMode mode;
  private final Supplier<String> publicUrl;

  /**
   * @param publicUrl where browsers find us
   */
  public SessionGate(AccessMode mode, Supplier<String> publicUrl) {
    this.mode = mode;
    this.publicUrl = publicUrl;
  }

  /** How people get in. */
  public AccessMode mode() {
    return mode;
  }

  /** 404 where nobody signs in. */
  public void requireSigningIn() {
    if (!mode.signsIn()) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }

  /**
   * The session that a change may stand on.
   *
   * @return empty when nobody signs in here, or the request carries no cookie
   * @throws ProblemException 403 when it does, but none of our pages asked; 401 when it is unusable
   */
  public Optional<String> forChange(RoutingContext context) {
    if (!mode.signsIn() || !SessionCookies.carriesSession(context)) {
      return Optional.empty();
    }
    requireOwnPage(context);
    return Optional.of(SessionCookies.session(context).orElseThrow(SessionGate::signInNeeded));
  }

  /**
   * The session that a change has to stand on.
   *
   * @throws ProblemException 401 when there is none, 403 when none of our pages asked
   */
  public String requiredForChange(RoutingContext context) {
    return forChange(context).orElseThrow(SessionGate::signInNeeded);
  }

  private void requireOwnPage(RoutingContext context) {
    List<String> sites = context.request().headers().getAll("sec-fetch-site");
    List<String> origins = context.request().headers().getAll(HttpHeaders.ORIGIN);
    boolean own =
        sites.isEmpty()
            ? origins.size() == 1 && origins.get(0).equals(origin(publicUrl.get()))
            : sites.equals(List.of("same-origin"));
    if (!own) {
      throw ProblemException.of(ProblemCode.CROSS_SITE);
    }
  }

  /** An address without its path, as browsers write origins: a usual port stays out. */
  static String origin(String address) {
    URI uri = URI.create(address);
    boolean usual =
        uri.getPort() == -1
            || uri.getPort() == 443 && "https".equals(uri.getScheme())
            || uri.getPort() == 80 && "http".equals(uri.getScheme());
    return uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort());
  }

  private static ProblemException signInNeeded() {
    return ProblemException.of(ProblemCode.SIGN_IN_NEEDED);
  }
}
