package dev.rolewise.runtime.cluster;

import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.metrics.ObservedVertx;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the Vert.x of a process that is a member of a cluster. */
public final class ClusteredVertx {

  private static final Logger LOG = LoggerFactory.getLogger(ClusteredVertx.class);
  private static final int CONNECT_MILLIS = 2_000;
  private static final int PING_MILLIS = 2_000;
  private static final int PONG_MILLIS = 4_000;
  private static final Duration MEND = Duration.ofSeconds(5);

  private ClusteredVertx() {}

  /**
   * Joins the cluster.
   *
   * @return fails with {@link StartFault} in one plain sentence
   */
  public static Future<Vertx> open(ClusterSettings settings) {
    MendedClusterManager manager = new MendedClusterManager(HazelcastConfig.of(settings));
    JoinTrouble trouble = new JoinTrouble(settings);
    MemberWords.tell(trouble);
    VertxBuilder builder =
        ObservedVertx.observe(Vertx.builder())
            .with(new VertxOptions().setEventBusOptions(bus(settings)))
            .withClusterManager(manager);
    Strangers strangers = new Strangers();
    if (settings.certificates().isPresent()) {
      builder.withTransport(new GuardedTransport(strangers));
    }
    return builder
        .buildClustered()
        .onSuccess(
            joined -> settings.certificates().ifPresent(secured -> strangers.countIn(joined)))
        .onSuccess(joined -> MemberLog.of(manager.getHazelcastInstance()))
        .onSuccess(joined -> BusMembers.count(joined, () -> members(manager)))
        .onSuccess(joined -> trouble.of(joined, () -> members(manager)))
        .onSuccess(joined -> mendNowAndThen(joined, manager))
        .onSuccess(joined -> settings.certificates().ifPresent(own -> own.measure(joined)))
        .recover(
            failure ->
                Future.failedFuture(
                    StartFault.because(
                        "This process cannot join the cluster "
                            + settings.name()
                            + " as "
                            + settings.host()
                            + " with ports "
                            + settings.port()
                            + " (cluster.port) and "
                            + settings.busPort()
                            + " (cluster.bus-port)",
                        failure)));
  }

  /** Why this process takes no work when it is alone, as a check of its readiness. */
  public static void checkMembers(Readiness readiness, Vertx vertx) {
    JoinTrouble.checkIn(readiness, vertx);
  }

  private static int members(MendedClusterManager manager) {
    return manager.isActive() ? manager.getNodes().size() : 0;
  }

  private static void mendNowAndThen(Vertx vertx, MendedClusterManager manager) {
    vertx
        .timer(MEND.toMillis(), TimeUnit.MILLISECONDS)
        .compose(tick -> vertx.executeBlocking(manager::mend, false))
        .onFailure(failure -> LOG.debug("what the cluster knows could not be compared", failure))
        .onComplete(
            done -> {
              if (manager.isActive()) {
                mendNowAndThen(vertx, manager);
              }
            });
  }

  /** A connection that went silent is given up after seconds, not after the usual minute. */
  private static EventBusOptions bus(ClusterSettings settings) {
    EventBusOptions options =
        new EventBusOptions()
            .setHost(settings.host())
            .setPort(settings.busPort())
            .setClusterPublicHost(settings.host())
            .setClusterPublicPort(settings.busPort())
            .setConnectTimeout(CONNECT_MILLIS)
            .setClusterPingInterval(PING_MILLIS)
            .setClusterPingReplyInterval(PONG_MILLIS);
    return settings
        .certificates()
        .map(certificates -> certificates.secure(options))
        .orElse(options);
  }
}
