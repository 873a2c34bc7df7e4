package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.edge.EarlyRefusals.Reason;
import io.netty.channel.Channel;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * How many connections may be open at the same time. A few beyond that are still let in, for long
 * enough to hear that it is full here and when to come back; beyond those a connection is closed at
 * once, for hearing so much would cost more than there is. One per process.
 */
public final class ConnectionLimit implements Handler<HttpConnection> {

  /** What is behind it sees requests and answers, what is before it bytes. */
  private static final String ENCODER = "httpEncoder";

  private static final int SHARE_TOLD = 10;
  private static final int LEAST_TOLD = 16;
  private static final Duration TO_HEAR_IT = Duration.ofSeconds(2);

  private final IntSupplier most;
  private final EarlyRefusals refusals;
  private final BodyMemory bodies;
  private final HeadDeadline usual;
  private final HeadDeadline brief;
  private final AtomicInteger open = new AtomicInteger();
  private final Set<HttpConnection> surplus =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * @param most connections, asked anew for each; those that are open stay when it sinks
   * @param head the time that the head of a request may take
   * @param refusals told about whatever ends without an answer
   */
  public ConnectionLimit(IntSupplier most, Duration head, EarlyRefusals refusals) {
    this(most, head, refusals, BodyMemory.usual());
  }

  ConnectionLimit(IntSupplier most, Duration head, EarlyRefusals refusals, long bodyBytes) {
    this.most = most;
    this.bodies = new BodyMemory(bodyBytes, () -> refusals.cutOff(Reason.BODIES));
    this.refusals = refusals;
    this.usual = new HeadDeadline(head, () -> refusals.cutOff(Reason.SLOW_HEAD));
    this.brief =
        new HeadDeadline(
            head.compareTo(TO_HEAR_IT) < 0 ? head : TO_HEAR_IT,
            () -> refusals.cutOff(Reason.CONNECTIONS));
  }

  @Override
  public void handle(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    int number = open.incrementAndGet();
    channel.closeFuture().addListener(closed -> open.decrementAndGet());
    channel
        .pipeline()
        .addAfter(ENCODER, "bodyMemory", bodies.watch(channel))
        .addAfter(
            ENCODER, "pipelineLimit", new PipelineLimit(() -> refusals.cutOff(Reason.PIPELINING)));
    int limit = most.getAsInt();
    if (number <= limit) {
      usual.handle(connection);
    } else if (number <= limit + Math.max(LEAST_TOLD, limit / SHARE_TOLD)) {
      LimitMeters.refused(LimitMeters.CONNECTIONS);
      surplus.add(connection);
      brief.handle(connection);
    } else {
      LimitMeters.refused(LimitMeters.CONNECTIONS);
      refusals.cutOff(Reason.CONNECTIONS);
      channel.close();
    }
  }

  /** Connections that are open now. */
  public int open() {
    return open.get();
  }

  /** Whether this one came when it was full. */
  boolean isSurplus(HttpConnection connection) {
    return surplus.contains(connection);
  }
}
