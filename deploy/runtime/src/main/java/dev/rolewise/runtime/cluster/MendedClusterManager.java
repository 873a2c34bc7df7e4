package dev.rolewise.runtime.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.multimap.MultiMap;
import io.vertx.core.Completable;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import io.vertx.spi.cluster.hazelcast.impl.HazelcastNodeInfo;
import io.vertx.spi.cluster.hazelcast.impl.HazelcastRegistrationInfo;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what this member has registered in step with what the cluster knows of it.
 *
 * <p>An entry survives the loss of one member. When several go at once, as in a partition, some are
 * lost, and the manager registers its own anew only once, at a moment when the cluster is still
 * finding itself: a call that fails then leaves a process that is healthy, a member, and never
 * asked again. So the two are compared now and then, and mended.
 */
final class MendedClusterManager extends HazelcastClusterManager {

  private static final Logger LOG = LoggerFactory.getLogger(MendedClusterManager.class);
  private static final String ADDRESSES = "__vertx.subs";
  private static final String NODES = "__vertx.nodeInfo";

  private final Set<Registration> own = ConcurrentHashMap.newKeySet();

  /** Apart from the monitor of the superclass, for which event loops wait. */
  private final Object mending = new Object();

  private Set<Registration> suspects = Set.of();

  private record Registration(String address, RegistrationInfo info) {}

  MendedClusterManager(Config config) {
    super(config);
  }

  @Override
  public void addRegistration(String address, RegistrationInfo info, Completable<Void> done) {
    if (!info.localOnly()) {
      own.add(new Registration(address, info));
    }
    super.addRegistration(address, info, done);
  }

  @Override
  public void removeRegistration(String address, RegistrationInfo info, Completable<Void> done) {
    own.remove(new Registration(address, info));
    super.removeRegistration(address, info, done);
  }

  /**
   * Compares and mends; to be called from a worker, as it asks the other members.
   *
   * @return how many entries were put back or taken away; 0 when all was in step
   */
  int mend() {
    synchronized (mending) {
      return compare();
    }
  }

  private int compare() {
    NodeInfo self = getNodeInfo();
    if (!isActive() || self == null) {
      return 0;
    }
    MultiMap<String, HazelcastRegistrationInfo> addresses =
        getHazelcastInstance().getMultiMap(ADDRESSES);
    Set<Registration> known = new HashSet<>();
    for (Map.Entry<String, HazelcastRegistrationInfo> entry : addresses.entrySet()) {
      known.add(new Registration(entry.getKey(), entry.getValue().unwrap()));
    }
    int mended = register(self) + register(addresses, known) + remove(addresses, known);
    if (mended > 0) {
      LOG.warn(
          "the cluster had lost sight of this process or of ones that left: {} entries mended",
          mended);
    }
    return mended;
  }

  private int register(NodeInfo self) {
    Map<String, HazelcastNodeInfo> nodes = getHazelcastInstance().getMap(NODES);
    return nodes.putIfAbsent(getNodeId(), new HazelcastNodeInfo(self)) == null ? 1 : 0;
  }

  private int register(
      MultiMap<String, HazelcastRegistrationInfo> addresses, Set<Registration> known) {
    int mended = 0;
    for (Registration registration : own) {
      if (!known.contains(registration)) {
        HazelcastRegistrationInfo info = new HazelcastRegistrationInfo(registration.info());
        if (addresses.put(registration.address(), info)) {
          mended++;
        }
        // withdrawn in the meantime: nothing may be sent there any more
        if (!own.contains(registration)) {
          addresses.remove(registration.address(), info);
        }
      }
    }
    return mended;
  }

  /**
   * What is left of members that are gone, and of this one's own that it withdrew in vain: asked
   * for twice, as one may be joining just now, and another on its way out.
   */
  private int remove(
      MultiMap<String, HazelcastRegistrationInfo> addresses, Set<Registration> known) {
    Set<String> members = new HashSet<>(getNodes());
    Set<Registration> gone = new HashSet<>(known);
    gone.removeIf(
        registration ->
            members.contains(registration.info().nodeId()) && !isWithdrawn(registration));
    int removed = 0;
    for (Registration registration : gone) {
      if (suspects.contains(registration)
          && addresses.remove(
              registration.address(), new HazelcastRegistrationInfo(registration.info()))) {
        removed++;
      }
    }
    suspects = gone;
    return removed;
  }

  private boolean isWithdrawn(Registration registration) {
    return registration.info().nodeId().equals(getNodeId()) && !own.contains(registration);
  }
}
