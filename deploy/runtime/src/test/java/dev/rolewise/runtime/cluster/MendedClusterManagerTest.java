package dev.rolewise.runtime.cluster;

import static dev.rolewise.runtime.cluster.ClusterMembers.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.multimap.MultiMap;
import dev.rolewise.runtime.bus.BusServer;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.impl.HazelcastRegistrationInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What a cluster forgets of a member that lives, or keeps of one that is gone, is mended. */
class MendedClusterManagerTest {

  private static final String ADDRESS = "example.v1.who";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aMemberThatTheClusterForgotIsAskedAgain() throws Exception {
    try (ClusterMembers members = new ClusterMembers(2)) {
      Vertx asking = members.join();
      Vertx answering = members.join();
      ClusteredVertxTest.answer(answering, "there");
      ClusteredVertxTest.firstAnswer(asking);
      HazelcastInstance cluster = instance(members);
      cluster.getMultiMap("__vertx.subs").remove(ADDRESS);
      cluster.getMap("__vertx.nodeInfo").clear();
      await(asking, () -> cluster.getMap("__vertx.nodeInfo").size() == 2);
      await(asking, () -> cluster.getMultiMap("__vertx.subs").valueCount(ADDRESS) == 1);
      assertEquals("there", get(ClusteredVertxTest.ask(asking)).getString("name"));
    }
  }

  @Test
  void anAddressOfAMemberThatIsGoneIsTakenAway() throws Exception {
    try (ClusterMembers members = new ClusterMembers(2)) {
      Vertx asking = members.join();
      ClusteredVertxTest.answer(members.join(), "there");
      ClusteredVertxTest.firstAnswer(asking);
      MultiMap<String, HazelcastRegistrationInfo> addresses =
          instance(members).getMultiMap("__vertx.subs");
      HazelcastRegistrationInfo gone =
          new HazelcastRegistrationInfo(new RegistrationInfo("gone-long-ago", 7, false));
      addresses.put(ADDRESS, gone);
      await(asking, () -> !addresses.containsEntry(ADDRESS, gone));
      assertEquals(1, addresses.valueCount(ADDRESS));
    }
  }

  @Test
  void anAddressThatWasWithdrawnInVainIsTakenAway() throws Exception {
    try (ClusterMembers members = new ClusterMembers(1)) {
      Vertx member = members.join();
      ClusteredVertxTest.answer(member, "there");
      MultiMap<String, HazelcastRegistrationInfo> addresses =
          instance(members).getMultiMap("__vertx.subs");
      RegistrationInfo kept = addresses.get(ADDRESS).iterator().next().unwrap();
      HazelcastRegistrationInfo left =
          new HazelcastRegistrationInfo(
              new RegistrationInfo(kept.nodeId(), kept.seq() + 1_000, false));
      addresses.put(ADDRESS, left);
      await(member, () -> !addresses.containsEntry(ADDRESS, left));
      assertTrue(addresses.containsEntry(ADDRESS, new HazelcastRegistrationInfo(kept)));
    }
  }

  @Test
  void anAddressThatWasWithdrawnDoesNotComeBack() throws Exception {
    try (ClusterMembers members = new ClusterMembers(1)) {
      Vertx member = members.join();
      BusServer server = ClusteredVertxTest.answer(member, "there");
      HazelcastInstance cluster = instance(members);
      assertTrue(cluster.getMultiMap("__vertx.subs").containsKey(ADDRESS));
      get(server.stop());
      cluster.getMap("__vertx.nodeInfo").clear();
      // a round of mending has gone by when this is back
      await(member, () -> cluster.getMap("__vertx.nodeInfo").size() == 1);
      assertFalse(cluster.getMultiMap("__vertx.subs").containsKey(ADDRESS));
    }
  }

  private static HazelcastInstance instance(ClusterMembers members) {
    return Hazelcast.getAllHazelcastInstances().stream()
        .filter(one -> one.getConfig().getClusterName().equals(members.settings(0).name()))
        .findFirst()
        .orElseThrow();
  }

  private static void await(Vertx vertx, BooleanSupplier condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), "not mended within " + PATIENCE);
      get(vertx.timer(100, TimeUnit.MILLISECONDS));
    }
  }
}
