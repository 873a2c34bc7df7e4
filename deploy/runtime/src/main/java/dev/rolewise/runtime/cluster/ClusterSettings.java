package dev.rolewise.runtime.cluster;

import dev.rolewise.runtime.config.SettingsReader;
import io.netty.util.NetUtil;
import java.time.Duration;
import java.util.Optional;

/**
 * How a process finds the others and is found by them. Two ports: members keep track of one another
 * on the one, requests and hints travel over the other.
 *
 * @param name only processes with the same name find one another
 * @param host address of this process, which it binds to and which the others reach
 * @param port of the member list, the same number everywhere where names are used
 * @param busPort of requests and hints
 * @param discovery where the others are
 * @param joinWait how long a new cluster waits for members that start at the same time
 * @param deadAfter how long the bus may be dead before the process gives itself up
 * @param certificates empty for a bus without encryption
 */
public record ClusterSettings(
    String name,
    String host,
    int port,
    int busPort,
    Discovery discovery,
    Duration joinWait,
    Duration deadAfter,
    Optional<BusCertificates> certificates) {

  private static final String MEMBERS = "cluster.members";
  private static final String DNS_NAME = "cluster.dns-name";
  private static final String HOST = "cluster.host";

  /**
   * Reads {@code cluster.*}.
   *
   * @return empty when neither members nor a name are given: a bus of this process alone
   */
  public static Optional<ClusterSettings> read(SettingsReader reader) {
    Optional<Discovery> discovery = discovery(reader);
    Optional<String> host = reader.optionalText(HOST);
    String name = reader.text("cluster.name", "rolewise");
    int port = reader.whole("cluster.port", 5701, 1, 65_535);
    int busPort = reader.whole("cluster.bus-port", 5702, 1, 65_535);
    Duration wait =
        reader.duration(
            "cluster.join-wait",
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30));
    Duration deadAfter =
        reader.duration(
            "cluster.dead-after",
            Duration.ofMinutes(3),
            Duration.ofSeconds(1),
            Duration.ofHours(1));
    Optional<BusCertificates> certificates = BusCertificates.read(reader);
    if (discovery.isPresent() && host.filter(ClusterSettings::isAddress).isEmpty()) {
      reader.fault(HOST, "must be the address, not the name, at which others reach this process");
    }
    if (discovery.isPresent() && port == busPort) {
      reader.fault("cluster.bus-port", "must be another port than cluster.port");
    }
    return discovery.map(
        found ->
            new ClusterSettings(
                name, host.orElse(""), port, busPort, found, wait, deadAfter, certificates));
  }

  private static boolean isAddress(String host) {
    return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
  }

  private static Optional<Discovery> discovery(SettingsReader reader) {
    Optional<Discovery> members = MemberList.read(reader, MEMBERS).map(found -> found);
    Optional<Discovery> dns = reader.optionalText(DNS_NAME).map(Discovery.DnsName::new);
    if (members.isPresent() && dns.isPresent()) {
      reader.fault(DNS_NAME, "and " + MEMBERS + " exclude one another: set only one of them");
    }
    return members.or(() -> dns);
  }
}
