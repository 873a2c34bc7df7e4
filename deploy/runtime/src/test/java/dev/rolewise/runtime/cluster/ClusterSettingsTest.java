package dev.rolewise.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.config.ConfigurationFaults;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsTest {

  @TempDir Path folder;

  @Test
  void withoutMembersAndWithoutANameThereIsNoCluster() {
    assertEquals(Optional.empty(), read(Map.of()));
    assertEquals(Optional.empty(), read(Map.of("cluster.host", "10.0.0.7")));
  }

  @Test
  void membersAreListedWithTheirPorts() {
    ClusterSettings settings =
        read(Map.of("cluster.host", "10.0.0.7", "cluster.members", "10.0.0.7:5701, db-2.lan:5801"))
            .orElseThrow();
    assertEquals(
        new Discovery.Members(List.of("10.0.0.7:5701", "db-2.lan:5801")), settings.discovery());
    assertEquals(5701, settings.port());
    assertEquals(5702, settings.busPort());
    assertEquals(Duration.ofSeconds(5), settings.joinWait());
    assertEquals(Duration.ofMinutes(3), settings.deadAfter());
    assertEquals(Optional.empty(), settings.certificates());
  }

  @Test
  void orAreBehindOneName() {
    ClusterSettings settings =
        read(Map.of("cluster.host", "fd00::7", "cluster.dns-name", "rolewise-bus")).orElseThrow();
    assertEquals(new Discovery.DnsName("rolewise-bus"), settings.discovery());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "10.0.0.7:0", "10.0.0.7:65536", "10.0.0.7:5701-5705", ":1"})
  void aMemberWithoutItsOwnPortIsAFault(String member) {
    refused("cluster.members", Map.of("cluster.host", "10.0.0.7", "cluster.members", member));
  }

  @Test
  void twoWaysToFindTheOthersAreAFault() {
    refused(
        "cluster.dns-name",
        Map.of(
            "cluster.host", "10.0.0.7",
            "cluster.members", "10.0.0.7:5701",
            "cluster.dns-name", "rolewise-bus"));
  }

  @Test
  void aMemberMustSayItsOwnAddress() {
    refused("cluster.host", Map.of("cluster.dns-name", "rolewise-bus"));
    refused("cluster.host", Map.of("cluster.dns-name", "x", "cluster.host", "pod-7"));
  }

  @Test
  void bothPortsMustDiffer() {
    refused(
        "cluster.bus-port",
        Map.of("cluster.host", "10.0.0.7", "cluster.dns-name", "x", "cluster.bus-port", "5701"));
  }

  @Test
  void encryptionNeedsThreeFilesThatCanBeRead() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("cluster.host", "10.0.0.7");
    settings.put("cluster.dns-name", "x");
    settings.put("cluster.tls.enabled", "true");
    for (String file : List.of("certificate", "private-key", "authority")) {
      refused("cluster.tls." + file, settings);
      settings.put("cluster.tls." + file, Files.createFile(folder.resolve(file)).toString());
    }
    refused("cluster.tls.certificate", settings);
    settings.put("cluster.tls.authority", folder.toString());
    refused("cluster.tls.authority", settings);
    settings.put("cluster.tls.enabled", "false");
    assertEquals(Optional.empty(), read(settings).orElseThrow().certificates());
  }

  @Test
  void theThreeFilesMustGoTogether() throws Exception {
    TestAuthority authority = TestAuthority.in(folder.resolve("ours"));
    BusCertificates own = authority.issue("own");
    BusCertificates ended = authority.issueEnded("ended");
    TestAuthority other = TestAuthority.in(folder.resolve("theirs"));
    assertEquals(own, read(with(own)).orElseThrow().certificates().orElseThrow());
    // while one authority replaces another both are believed
    Path both = folder.resolve("both.pem");
    Files.writeString(
        both, Files.readString(other.certificate()) + Files.readString(authority.certificate()));
    read(with(new BusCertificates(own.certificate(), own.privateKey(), both)));
    told(
        "cluster.tls.certificate is not of an authority in cluster.tls.authority",
        with(new BusCertificates(own.certificate(), own.privateKey(), other.certificate())));
    told("cluster.tls.certificate ended on 20", with(ended));
    told(
        "cluster.tls.private-key is not the key of cluster.tls.certificate",
        with(new BusCertificates(own.certificate(), ended.privateKey(), own.authority())));
    told(
        "cluster.tls.private-key must name a PEM file with a PKCS#8 key",
        with(new BusCertificates(own.certificate(), own.certificate(), own.authority())));
    told(
        "cluster.tls.authority must name a PEM file",
        with(new BusCertificates(own.certificate(), own.privateKey(), own.privateKey())));
  }

  private static Map<String, String> with(BusCertificates files) {
    return Map.of(
        "cluster.host",
        "10.0.0.7",
        "cluster.dns-name",
        "x",
        "cluster.tls.enabled",
        "true",
        "cluster.tls.certificate",
        files.certificate().toString(),
        "cluster.tls.private-key",
        files.privateKey().toString(),
        "cluster.tls.authority",
        files.authority().toString());
  }

  private static void told(String start, Map<String, String> settings) {
    ConfigurationFaults faults = assertThrows(ConfigurationFaults.class, () -> read(settings));
    assertEquals(1, faults.faults().size(), faults.toString());
    String line = faults.faults().get(0).replace(" (given settings)", "");
    assertTrue(line.startsWith(start), line);
  }

  private static Optional<ClusterSettings> read(Map<String, ?> settings) {
    SettingsReader reader = new SettingsReader(Settings.of(settings));
    Optional<ClusterSettings> read = ClusterSettings.read(reader);
    return reader.finish(() -> read);
  }

  private static void refused(String key, Map<String, ?> settings) {
    ConfigurationFaults faults =
        assertThrows(ConfigurationFaults.class, () -> read(settings), settings.toString());
    assertTrue(
        faults.faults().stream().anyMatch(fault -> fault.startsWith(key + " ")), faults.toString());
  }
}
