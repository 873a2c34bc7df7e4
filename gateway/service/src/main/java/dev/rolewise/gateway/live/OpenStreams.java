package dev.rolewise.gateway.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Counts open streams, in total and per token, of which it only knows the hash. */
final class OpenStreams {

  /** What a request for one more stream comes to. */
  enum Answer {
    TAKEN,
    TOKEN_HAS_ENOUGH,
    ALL_TAKEN
  }

  private final StreamLimits limits;
  private final Map<String, Integer> perToken = new HashMap<>();
  private int total;

  OpenStreams(StreamLimits limits) {
    this.limits = limits;
  }

  static String key(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  synchronized Answer take(String key) {
    if (perToken.getOrDefault(key, 0) >= limits.perToken().getAsInt()) {
      return Answer.TOKEN_HAS_ENOUGH;
    }
    if (total >= limits.total().getAsInt()) {
      return Answer.ALL_TAKEN;
    }
    perToken.merge(key, 1, Integer::sum);
    total++;
    return Answer.TAKEN;
  }

  synchronized void giveBack(String key) {
    perToken.computeIfPresent(key, (same, open) -> open == 1 ? null : open - 1);
    total--;
  }

  synchronized int total() {
    return total;
  }
}
