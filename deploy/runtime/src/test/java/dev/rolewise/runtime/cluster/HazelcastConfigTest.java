package dev.rolewise.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.EndpointConfig;
import com.hazelcast.instance.EndpointQualifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keeps the promises about processes that die, freeze or are parted: written out. */
class HazelcastConfigTest {

  private static final ClusterSettings SETTINGS =
      new ClusterSettings(
          "rolewise-test",
          "127.0.0.7",
          5701,
          5702,
          new Discovery.Members(List.of("127.0.0.7:5701", "127.0.0.8:5701")),
          Duration.ofSeconds(5),
          Duration.ofMinutes(3),
          Optional.empty());

  private final Config config = HazelcastConfig.of(SETTINGS);

  @Test
  void aSilentMemberIsPartedFromAfterEightSecondsAndASplitIsLookedForEveryFive() {
    Map<String, String> expected =
        Map.of(
            "hazelcast.heartbeat.interval.seconds", "1",
            "hazelcast.max.no.heartbeat.seconds", "8",
            "hazelcast.merge.first.run.delay.seconds", "5",
            "hazelcast.merge.next.run.delay.seconds", "5",
            "hazelcast.wait.seconds.before.join", "5",
            "hazelcast.max.wait.seconds.before.join", "5",
            "hazelcast.phone.home.enabled", "false",
            "hazelcast.shutdownhook.enabled", "false",
            "hazelcast.socket.bind.any", "false",
            "hazelcast.local.localAddress", "127.0.0.7");
    expected.forEach((name, value) -> assertEquals(value, config.getProperty(name), name));
  }

  @Test
  void membersTalkToMembersAloneOnOnePortUnderTheirOwnName() {
    AdvancedNetworkConfig network = config.getAdvancedNetworkConfig();
    assertEquals("rolewise-test", config.getClusterName());
    assertTrue(network.isEnabled());
    Map<EndpointQualifier, EndpointConfig> endpoints = network.getEndpointConfigs();
    assertEquals(Set.of(EndpointQualifier.MEMBER), endpoints.keySet());
    assertFalse(network.getJoin().getMulticastConfig().isEnabled());
    assertFalse(network.getJoin().getAutoDetectionConfig().isEnabled());
    assertEquals(
        List.of("127.0.0.7:5701", "127.0.0.8:5701"),
        network.getJoin().getTcpIpConfig().getMembers());
  }

  @Test
  void whatTheBusKeepsSurvivesTheLossOfAMember() {
    assertEquals(1, config.getMultiMapConfig("__vertx.subs").getBackupCount());
    assertEquals(1, config.getMapConfig("__vertx.nodeInfo").getBackupCount());
  }
}
