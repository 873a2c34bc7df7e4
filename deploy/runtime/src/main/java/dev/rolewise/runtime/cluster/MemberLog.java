package dev.rolewise.runtime.cluster;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.core.LifecycleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who comes and goes: the first thing to look at when the bus does not deliver. */
final class MemberLog implements MembershipListener, LifecycleListener {

  private static final Logger LOG = LoggerFactory.getLogger(MemberLog.class);

  private final Cluster cluster;

  private MemberLog(Cluster cluster) {
    this.cluster = cluster;
  }

  static void of(HazelcastInstance hazelcast) {
    MemberLog log = new MemberLog(hazelcast.getCluster());
    // who comes at this very moment is told after this: the last line has the present number
    synchronized (log) {
      log.cluster.addMembershipListener(log);
      hazelcast.getLifecycleService().addLifecycleListener(log);
      LOG.info("joined: the cluster has {} members", log.cluster.getMembers().size());
    }
  }

  @Override
  public synchronized void memberAdded(MembershipEvent event) {
    LOG.info("{} came: the cluster has {} members", address(event), event.getMembers().size());
  }

  @Override
  public synchronized void memberRemoved(MembershipEvent event) {
    LOG.info("{} left: the cluster has {} members", address(event), event.getMembers().size());
  }

  @Override
  public synchronized void stateChanged(LifecycleEvent event) {
    if (event.getState() == LifecycleState.MERGED) {
      LOG.info("a split is healed: the cluster has {} members", cluster.getMembers().size());
    } else if (event.getState() == LifecycleState.MERGE_FAILED) {
      LOG.warn("a split could not be healed yet");
    }
  }

  private static String address(MembershipEvent event) {
    Member member = event.getMember();
    return member.getAddress().getHost() + ":" + member.getAddress().getPort();
  }
}
