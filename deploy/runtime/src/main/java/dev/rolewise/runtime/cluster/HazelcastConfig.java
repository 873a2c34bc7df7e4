package dev.rolewise.runtime.cluster;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import java.time.Duration;

/**
 * What the members' own protocol is told. It notices a dead member within eight seconds, heals a
 * split within ten, and offers nothing but membership: a client or a web browser is turned away.
 */
final class HazelcastConfig {

  private HazelcastConfig() {}

  static Config of(ClusterSettings settings) {
    Config config = new Config().setClusterName(settings.name());
    config.setAdvancedNetworkConfig(network(settings));
    config
        .setProperty("hazelcast.logging.type", "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        // collected every five seconds for a program that nobody runs; ours are read elsewhere
        .setProperty("hazelcast.metrics.enabled", "false")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        // exactly this address, also one of several on the same interface
        .setProperty("hazelcast.local.localAddress", settings.host())
        .setProperty("hazelcast.socket.bind.any", "false")
        // nobody who stops waits longer, and no thread of ours waits longer for an answer
        .setProperty("hazelcast.graceful.shutdown.max.wait", "10")
        .setProperty("hazelcast.operation.call.timeout.millis", "10000")
        .setProperty("hazelcast.heartbeat.interval.seconds", "1")
        .setProperty("hazelcast.max.no.heartbeat.seconds", "8")
        .setProperty("hazelcast.merge.first.run.delay.seconds", "5")
        .setProperty("hazelcast.merge.next.run.delay.seconds", "5")
        .setProperty("hazelcast.wait.seconds.before.join", seconds(settings.joinWait()))
        .setProperty("hazelcast.max.wait.seconds.before.join", seconds(settings.joinWait()));
    config
        .getSerializationConfig()
        .setJavaSerializationFilterConfig(
            new JavaSerializationFilterConfig()
                .setWhitelist(new ClassFilter().addPrefixes("io.vertx.")));
    // what the bus keeps there; every entry survives the loss of one member
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setBackupCount(1)
            .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
    config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
    return config;
  }

  private static AdvancedNetworkConfig network(ClusterSettings settings) {
    AdvancedNetworkConfig network = new AdvancedNetworkConfig().setEnabled(true);
    network.setMemberEndpointConfig(
        new ServerSocketEndpointConfig()
            .setPort(settings.port())
            .setPortAutoIncrement(false)
            .setReuseAddress(true));
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    if (settings.discovery() instanceof Discovery.Members members) {
      join.getTcpIpConfig().setEnabled(true).setMembers(members.addresses());
    } else if (settings.discovery() instanceof Discovery.DnsName dns) {
      join.getKubernetesConfig()
          .setEnabled(true)
          .setProperty("service-dns", dns.name())
          .setProperty("service-port", Integer.toString(settings.port()));
    }
    return network;
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }
}
