package dev.rolewise.runtime.bus;

/**
 * What a request brings along beside its body.
 *
 * @param requestId id of the request at the edge, for logs; never null
 * @param deadline epoch milliseconds after which nobody waits for the answer any more
 */
public record BusCall(String requestId, long deadline) {

  /** Milliseconds that are left, at least 0. */
  public long remainingMillis() {
    return Math.max(0, deadline - System.currentTimeMillis());
  }
}
