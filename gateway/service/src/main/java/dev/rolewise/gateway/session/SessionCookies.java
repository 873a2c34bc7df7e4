package dev.rolewise.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two cookies, both {@code __Host-}: no other host, not even one of the same domain, can set
 * them. They hold random secrets and nothing else.
 */
public final class SessionCookies {
  /** The session, until the browser closes or the server ends it. */
  public static final String SESSION = "__Host-rw-session";

  /** One attempt to sign in. */
  public static final String LOGIN = "__Host-rw-login";

  private static final long LOGIN_SECONDS = 600;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{20,128}");

  private SessionCookies() {}

  /** The session's secret; empty when there is none, or more than one. */
  public static Optional<String> session(RoutingContext context) {
    return read(context, SESSION);
  }

  /** The attempt's secret; empty when there is none, or more than one. */
  public static Optional<String> login(RoutingContext context) {
    return read(context, LOGIN);
  }

  /** Whether a cookie of that name came along, whatever it holds. */
  public static boolean carriesSession(RoutingContext context) {
    return !context.request().cookies(SESSION).isEmpty();
  }

  /** Gives the browser its session and takes the attempt away. */
  public static void startSession(RoutingContext context, String secret) {
    context.response().addCookie(cookie(SESSION, secret));
    clear(context, LOGIN);
  }

  /** Gives the browser an attempt to sign in. */
  public static void startLogin(RoutingContext context, String secret) {
    context.response().addCookie(cookie(LOGIN, secret).setMaxAge(LOGIN_SECONDS));
  }

  /** Takes a cookie away. */
  public static void clear(RoutingContext context, String name) {
    context.response().addCookie(cookie(name, "").setMaxAge(0));
  }

  private static Optional<String> read(RoutingContext context, String name) {
    Set<Cookie> cookies = context.request().cookies(name);
    return cookies.size() == 1
        ? Optional.of(cookies.iterator().next().getValue())
            .filter(value -> SECRET.matcher(value).matches())
        : Optional.empty();
  }

  private static Cookie cookie(String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setSecure(true)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX);
  }
}
