package dev.rolewise.runtime.bus;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Takes addresses back from the other members of a cluster while this process still answers there.
 *
 * <p>Unregistering a consumer ends the answering at once, and what others send until they have
 * heard of it is dropped without a word. So the registrations go first, then comes a while in which
 * the last of the others' requests arrive, and only then do the consumers end.
 */
final class Withdrawal {

  /** Others hear of it within milliseconds, of dozens of addresses within a few hundred. */
  static final Duration NOTICE = Duration.ofSeconds(1);

  private Withdrawal() {}

  /** Done when no other member sends anything more to these addresses; never fails. */
  static Future<Void> of(Vertx vertx, Set<String> addresses) {
    ClusterManager cluster = ((VertxInternal) vertx).clusterManager();
    if (cluster == null || addresses.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Future<Void>> withdrawn =
        addresses.stream().map(address -> withdraw(cluster, address)).toList();
    return Future.join(withdrawn)
        .otherwiseEmpty()
        .compose(done -> vertx.timer(NOTICE.toMillis(), TimeUnit.MILLISECONDS))
        .mapEmpty();
  }

  private static Future<Void> withdraw(ClusterManager cluster, String address) {
    Promise<List<RegistrationInfo>> known = Promise.promise();
    cluster.getRegistrations(address, known);
    return known
        .future()
        .compose(
            all ->
                Future.join(
                    all.stream()
                        .filter(one -> one.nodeId().equals(cluster.getNodeId()))
                        .map(own -> remove(cluster, address, own))
                        .toList()))
        .mapEmpty();
  }

  private static Future<Void> remove(
      ClusterManager cluster, String address, RegistrationInfo registration) {
    Promise<Void> removed = Promise.promise();
    cluster.removeRegistration(address, registration, removed);
    return removed.future();
  }
}
