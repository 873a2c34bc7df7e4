package dev.rolewise.gateway.content;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * How far a kept document can be trusted. One that could not be looked up again, because whoever
 * knows it is away, is better than none; it says so with {@code Age} and {@code Cache-Status} (RFC
 * 9211: a negative time to live), and readers may keep it for a moment only.
 *
 * @param stale whether it could not be looked up when it should have been
 * @param ageSeconds since it was last known to be right
 */
record Freshness(boolean stale, long ageSeconds) {
  static final Freshness FRESH = new Freshness(false, 0);

  private static final int USUAL_SECONDS = 60;
  private static final int STALE_SECONDS = 5;

  static Freshness stale(long ageSeconds) {
    return new Freshness(true, ageSeconds);
  }

  int maxAgeSeconds() {
    return stale ? STALE_SECONDS : USUAL_SECONDS;
  }

  void mark(HttpServerResponse response) {
    if (stale) {
      response
          .putHeader(HttpHeaders.AGE, Long.toString(ageSeconds))
          .putHeader("cache-status", "rolewise; hit; ttl=-" + Math.max(1, ageSeconds));
    }
  }

  /**
   * For a reader that has the document already. It takes the headers of this answer over into what
   * it keeps and leaves the others there: a mark from earlier has to be taken off in so many words.
   */
  void markAgain(HttpServerResponse response) {
    if (stale) {
      mark(response);
    } else {
      response.putHeader(HttpHeaders.AGE, "0").putHeader("cache-status", "rolewise; hit");
    }
  }
}
