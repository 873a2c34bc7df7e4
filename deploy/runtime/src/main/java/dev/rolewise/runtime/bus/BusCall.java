package dev.rolewise.runtime.bus;

import io.vertx.core.eventbus.Message;
import java.util.OptionalLong;

/**
 * What a request brings along beside its body.
 *
 * @param requestId id of the request at the edge, for logs; never null
 * @param deadline epoch milliseconds after which nobody waits for the answer any more; never
 *     further away than the longest that anybody waits
 * @param saidUntilWhen whether the message itself said something of the kind that could be read
 */
public record BusCall(String requestId, long deadline, boolean saidUntilWhen) {

  /**
   * What a message that has come now brings along. No send waits longer than {@link
   * BusRequest#LONGEST}, so that whoever does not say until when, says it in a way that cannot be
   * read, or has a clock that is ahead is taken for one of the most patient. To refuse them would
   * tell a client that its own request is wrong, which it is not; to give them all the time in the
   * world would keep a place, and the database, for somebody who has long gone.
   */
  static BusCall of(Message<?> message) {
    String requestId = message.headers().get(BusWire.REQUEST_ID);
    OptionalLong said = BusWire.moment(message.headers().get(BusWire.DEADLINE));
    long latest = System.currentTimeMillis() + BusRequest.LONGEST.toMillis();
    return new BusCall(
        requestId == null ? "-" : requestId,
        Math.min(said.orElse(latest), latest),
        said.isPresent());
  }

  /** The same of one whose deadline says nothing, as it is about the clocks themselves. */
  static BusCall untimed(Message<?> message) {
    BusCall said = of(message);
    long latest = System.currentTimeMillis() + BusRequest.LONGEST.toMillis();
    return new BusCall(said.requestId(), latest, true);
  }

  /** Milliseconds that are left, at least 0. */
  public long remainingMillis() {
    return Math.max(0, deadline - System.currentTimeMillis());
  }
}
