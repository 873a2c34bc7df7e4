package dev.rolewise.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cookies, all {@code __Host-}: no other host, not even one of the same domain, can set them.
 * They hold random secrets and nothing else. Each attempt to sign in has a cookie of its own, named
 * after its state, so that two tabs of one browser can be on their way at once.
 */
public final class SessionCookies {
  /** The session, until the browser closes or the server ends it. */
  public static final String SESSION = "__Host-rw-session";

  /** One attempt to sign in; its name goes on with a fingerprint of the state. */
  public static final String LOGIN = "__Host-rw-login-";

  private static final long LOGIN_SECONDS = 600;
  private static final int MOST_LOGINS = 5;
  private static final int NAME_LENGTH = 16;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{20,128}");

  private SessionCookies() {}

  /** The session's secret; empty when there is none, or more than one. */
  public static Optional<String> session(RoutingContext context) {
    return read(context, SESSION);
  }

  /** The secret of the attempt with that state; empty when this browser did not begin it. */
  public static Optional<String> login(RoutingContext context, String state) {
    return read(context, loginName(state));
  }

  /** Whether a cookie of that name came along, whatever it holds. */
  public static boolean carriesSession(RoutingContext context) {
    return !context.request().cookies(SESSION).isEmpty();
  }

  /** Gives the browser its session. */
  public static void startSession(RoutingContext context, String secret) {
    context.response().addCookie(cookie(SESSION, secret));
  }

  /** Gives the browser an attempt to sign in; many that were never finished go first. */
  public static void startLogin(RoutingContext context, String state, String secret) {
    List<String> others =
        context.request().cookies().stream()
            .map(Cookie::getName)
            .filter(name -> name.startsWith(LOGIN))
            .toList();
    if (others.size() >= MOST_LOGINS) {
      others.forEach(name -> clear(context, name));
    }
    context.response().addCookie(cookie(loginName(state), secret).setMaxAge(LOGIN_SECONDS));
  }

  /** The attempt is over. */
  public static void endLogin(RoutingContext context, String state) {
    clear(context, loginName(state));
  }

  /** Takes a cookie away. */
  public static void clear(RoutingContext context, String name) {
    context.response().addCookie(cookie(name, "").setMaxAge(0));
  }

  private static String loginName(String state) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(state.getBytes(StandardCharsets.UTF_8));
      return LOGIN + Base64.getUrlEncoder().encodeToString(hash).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
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
