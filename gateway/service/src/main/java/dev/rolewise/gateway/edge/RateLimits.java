package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How much one address may do. An address is only held as a hash under a key that this process
 * makes up when it starts, and only for as long as its window lasts. One per process, shared by its
 * verticles; each node counts for itself.
 */
public final class RateLimits {

  private static final long HOUR = 3_600_000;
  private static final long MINUTE = 60_000;
  private static final int MOST_ADDRESSES = 10_000;

  private final ClientAddresses addresses;
  private final SlidingWindow teams;
  private final SlidingWindow wrongTokens;
  private final SlidingWindow signIns;
  private final SlidingWindow searches;
  private final Mac hash = newHash();

  /**
   * @param limits for each address; asked anew each time, since they may change
   */
  public RateLimits(ClientAddresses addresses, Supplier<Limits> limits) {
    this(addresses, limits, () -> System.nanoTime() / 1_000_000);
  }

  RateLimits(ClientAddresses addresses, Supplier<Limits> limits, LongSupplier clock) {
    this.addresses = addresses;
    this.teams = window(() -> limits.get().newTeamsPerHour(), HOUR, clock);
    this.wrongTokens = window(() -> limits.get().wrongTokensPerMinute(), MINUTE, clock);
    this.signIns = window(() -> limits.get().signInsPerMinute(), MINUTE, clock);
    this.searches = window(() -> limits.get().searchesPerMinute(), MINUTE, clock);
  }

  private static SlidingWindow window(IntSupplier limit, long millis, LongSupplier clock) {
    return new SlidingWindow(limit, millis, MOST_ADDRESSES, clock);
  }

  /**
   * Forgets addresses every minute even when nobody calls.
   *
   * @return id of the timer; one set by a verticle goes with the verticle
   */
  public long forgetRegularly(Vertx vertx) {
    return vertx.setPeriodic(
        MINUTE,
        tick -> {
          teams.forgetOld();
          wrongTokens.forgetOld();
          signIns.forgetOld();
          searches.forgetOld();
        });
  }

  /** For the route that creates teams. */
  public Handler<RoutingContext> newTeams() {
    return ctx -> goOnOrWait(ctx, teams.take(key(ctx)), LimitMeters.NEW_TEAMS);
  }

  /** For the route that begins to sign somebody in. */
  public Handler<RoutingContext> signIns() {
    return ctx -> goOnOrWait(ctx, signIns.take(key(ctx)), LimitMeters.SIGN_INS);
  }

  /** For the routes that look for whatever somebody makes up. */
  public Handler<RoutingContext> searches() {
    return ctx -> goOnOrWait(ctx, searches.take(key(ctx)), LimitMeters.SEARCHES);
  }

  /**
   * For all of the API: who tried too many tokens that do not exist waits, whatever is asked next.
   * A request counts as such a try when it carried a token and was answered 404.
   */
  public Handler<RoutingContext> wrongTokens() {
    return ctx -> {
      if (ctx.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
        countGuesses(ctx);
      } else {
        ctx.next();
      }
    };
  }

  /** For the route that takes a recovery code: a wrong one counts like a wrong token. */
  public Handler<RoutingContext> wrongCodes() {
    return this::countGuesses;
  }

  private void countGuesses(RoutingContext ctx) {
    String key = key(ctx);
    int wait = wrongTokens.waitSeconds(key);
    if (wait == 0) {
      ctx.addHeadersEndHandler(
          head -> {
            if (ctx.response().getStatusCode() == 404) {
              wrongTokens.count(key);
            }
          });
    }
    goOnOrWait(ctx, wait, LimitMeters.WRONG_TOKENS);
  }

  private static void goOnOrWait(RoutingContext ctx, int wait, String limit) {
    if (wait == 0) {
      ctx.next();
    } else {
      LimitMeters.refused(limit);
      ctx.fail(new ProblemException(Problem.tooManyRequests(wait)));
    }
  }

  private String key(RoutingContext ctx) {
    byte[] address = addresses.of(ctx.request());
    synchronized (hash) {
      return HexFormat.of().formatHex(Arrays.copyOf(hash.doFinal(address), 16));
    }
  }

  private static Mac newHash() {
    try {
      byte[] key = new byte[32];
      new SecureRandom().nextBytes(key);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
