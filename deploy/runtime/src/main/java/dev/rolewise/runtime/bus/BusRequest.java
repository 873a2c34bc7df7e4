package dev.rolewise.runtime.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * A request over the bus.
 *
 * @param address where to, from a contract
 * @param body never changed by the receiver
 * @param requestId id of the request at the edge
 * @param timeout of each send, 1 to 3 seconds
 * @param retryOnce true for idempotent reads only: sends again after a timeout, when nobody
 *     listened or when the other side broke
 * @param deadline epoch milliseconds after which nobody waits for the answer, however often it is
 *     sent; {@code Long.MAX_VALUE} when somebody always does
 * @param attachment bytes that travel beside the body, as they are; null for none
 */
public record BusRequest(
    String address,
    JsonObject body,
    String requestId,
    Duration timeout,
    boolean retryOnce,
    long deadline,
    Buffer attachment) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration USUAL = Duration.ofSeconds(2);

  /** Nobody waits longer for an answer. */
  static final Duration LONGEST = Duration.ofSeconds(3);

  public BusRequest {
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a send waits 1 to 3 seconds, not " + timeout);
    }
  }

  /** A request that waits 2 seconds and is sent once. */
  public static BusRequest to(String address, JsonObject body, String requestId) {
    return new BusRequest(address, body, requestId, USUAL, false, Long.MAX_VALUE, null);
  }

  /** The same with another timeout, 1 to 3 seconds. */
  public BusRequest within(Duration other) {
    return new BusRequest(address, body, requestId, other, retryOnce, deadline, attachment);
  }

  /** The same, sent once more when the first send fails. For idempotent reads only. */
  public BusRequest retryingOnce() {
    return new BusRequest(address, body, requestId, timeout, true, deadline, attachment);
  }

  /**
   * The same for somebody who waits until then and no longer. Not for what several share: who came
   * later waits longer.
   *
   * @param moment epoch milliseconds
   */
  public BusRequest until(long moment) {
    return new BusRequest(
        address, body, requestId, timeout, retryOnce, Math.min(moment, deadline), attachment);
  }

  /**
   * The same with a large document beside the body, which is small then: it travels in a header.
   */
  public BusRequest carrying(Buffer document) {
    return new BusRequest(address, body, requestId, timeout, retryOnce, deadline, document);
  }
}
