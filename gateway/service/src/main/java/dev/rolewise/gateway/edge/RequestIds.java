package dev.rolewise.gateway.edge;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Gives each request an id of our own; one that a client sends along is not looked at. */
public final class RequestIds implements Handler<RoutingContext> {

  static final CharSequence HEADER = HttpHeaders.createOptimized("x-request-id");
  private static final String KEY = "dev.rolewise.request-id";

  @Override
  public void handle(RoutingContext ctx) {
    String id = next();
    ctx.put(KEY, id);
    ctx.response().putHeader(HEADER, id);
    ctx.next();
  }

  /** The id of a request: 16 hexadecimal digits, or "-" before this handler had its turn. */
  public static String of(RoutingContext ctx) {
    String id = ctx.get(KEY);
    return id == null ? "-" : id;
  }

  static String next() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
