package dev.rolewise.gateway.edge;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** Headers of every answer: pages run our own code only, and nobody else's page may use them. */
public final class SecurityHeaders implements Handler<RoutingContext> {

  private static final String FORMS = "form-action 'none'";

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
          + FORMS
          + "; frame-ancestors 'none'; require-trusted-types-for 'script'";

  /** All off but what our own pages do on a click: full screen, copy a link, share it. */
  private static final String PERMISSIONS_POLICY =
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), "
          + "geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), "
          + "microphone=(), midi=(), payment=(), picture-in-picture=(), "
          + "publickey-credentials-get=(), screen-wake-lock=(), serial=(), sync-xhr=(), usb=(), "
          + "xr-spatial-tracking=(), clipboard-read=(), clipboard-write=(self), "
          + "fullscreen=(self)";

  private static final CharSequence POLICY = HttpHeaders.createOptimized("content-security-policy");
  private static final CharSequence POLICY_WITH_FORMS =
      HttpHeaders.createOptimized(CONTENT_SECURITY_POLICY.replace(FORMS, "form-action 'self'"));

  private static final List<Entry<CharSequence, CharSequence>> HEADERS =
      List.of(
          header("content-security-policy", CONTENT_SECURITY_POLICY),
          header("strict-transport-security", "max-age=63072000; includeSubDomains"),
          header("x-content-type-options", "nosniff"),
          header("referrer-policy", "no-referrer"),
          header("cross-origin-opener-policy", "same-origin"),
          header("cross-origin-resource-policy", "same-origin"),
          header("permissions-policy", PERMISSIONS_POLICY));

  @Override
  public void handle(RoutingContext ctx) {
    apply(ctx.response());
    ctx.next();
  }

  /** For pages that ask something without a script: their forms may go to this site, no other. */
  public static void withForms(HttpServerResponse response) {
    response.headers().set(POLICY, POLICY_WITH_FORMS);
  }

  static void apply(HttpServerResponse response) {
    MultiMap headers = response.headers();
    for (Entry<CharSequence, CharSequence> header : HEADERS) {
      headers.set(header.getKey(), header.getValue());
    }
  }

  private static Entry<CharSequence, CharSequence> header(String name, String value) {
    return Map.entry(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
  }
}
