package dev.rolewise.gateway.contract;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import io.vertx.core.eventbus.Message;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Until when a gateway gives those whom it asks over the bus, as the messages themselves say. */
public final class AskedMoments {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final List<Asked> all = new CopyOnWriteArrayList<>();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();

  /**
   * One request over the bus.
   *
   * @param deadline what it says, epoch milliseconds
   * @param at when it was sent
   */
  public record Asked(String address, long deadline, long at) {}

  private AskedMoments() {}

  /** Notes what is asked from here on. */
  public static AskedMoments on(Vertx vertx) {
    AskedMoments moments = new AskedMoments();
    vertx.eventBus().addOutboundInterceptor(moments::pass);
    return moments;
  }

  /** From now on this address is as a process that is frozen: asked, and heard of no more. */
  public void silence(String address) {
    silent.add(address);
  }

  /** What was asked there, in order. */
  public List<Asked> of(String address) {
    return all.stream().filter(asked -> asked.address().equals(address)).toList();
  }

  /** The first one there that is asked at that moment or later. */
  public Asked awaitFrom(String address, long moment) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      for (Asked asked : of(address)) {
        if (asked.at() >= moment) {
          return asked;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("nothing was asked of " + address);
  }

  private void pass(DeliveryContext<Object> delivery) {
    Message<Object> message = delivery.message();
    if (delivery.send() && message.replyAddress() != null) {
      String deadline = message.headers().get("deadline");
      if (deadline != null) {
        all.add(new Asked(message.address(), Long.parseLong(deadline), System.currentTimeMillis()));
      }
      if (silent.contains(message.address())) {
        return;
      }
    }
    delivery.next();
  }
}
