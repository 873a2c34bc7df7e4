package dev.rolewise.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.runtime.lifecycle.SeparateService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members as processes of their own. */
class ClusterPeerTest {

  /** Less than an orchestrator waits that looks every five seconds and believes the second no. */
  private static final double LONGEST_UNREADY = 3;

  @TempDir Path folder;

  @Test
  void membersFindOneAnotherBehindOneNameWithSeveralAddresses() throws Exception {
    List<String> hosts = List.of("127.0.1.1", "127.0.1.2", "127.0.1.3");
    assumeTrue(hosts.stream().allMatch(ClusterPeerTest::isLocal), "only 127.0.0.1 is local here");
    Path names =
        Files.writeString(
            folder.resolve("hosts"),
            "127.0.0.1 localhost\n"
                + String.join(" rolewise-bus.test\n", hosts)
                + " rolewise-bus.test\n");
    int port = FreePorts.next();
    List<SeparateService> peers = new ArrayList<>();
    try {
      for (String host : hosts) {
        Map<String, String> settings = settings(host, port);
        settings.put("cluster.dns-name", "rolewise-bus.test");
        peers.add(
            SeparateService.start(
                ClusterPeer.class, folder, settings, "-Djdk.net.hosts.file=" + names));
      }
      for (SeparateService peer : peers) {
        peer.awaitSaying("the cluster has 3 members");
      }
    } finally {
      for (SeparateService peer : peers) {
        peer.close();
      }
    }
  }

  @Test
  void aProcessThatLostItsPlaceForGoodSaysSoAndEnds() throws Exception {
    Map<String, String> settings = settings("127.0.0.1", FreePorts.next());
    Path lose = folder.resolve("lose");
    settings.put("cluster.members", "127.0.0.1:" + settings.get("cluster.port"));
    settings.put("cluster.dead-after", "5s");
    settings.put("peer.lose-place", lose.toString());
    try (SeparateService peer = SeparateService.start(ClusterPeer.class, folder, settings)) {
      peer.awaitSaying("peer is ready");
      int management = Integer.parseInt(settings.get("management.port"));
      peer.await(() -> status(management, "/readyz") == 200, "ready");
      assertEquals(200, status(management, "/livez"));
      Files.createFile(lose);
      peer.await(() -> status(management, "/readyz") == 503, "unready");
      assertEquals(200, status(management, "/livez"), "given up too soon");
      assertEquals(3, peer.awaitEnd());
      assertTrue(peer.said().contains("the bus has been dead for"), peer.said());
    }
  }

  @Test
  void oneThatIsFrozenDoesNotMakeTheOthersUnready() throws Exception {
    List<Map<String, String>> all = new ArrayList<>();
    int port = FreePorts.next();
    String members = "127.0.0.1:" + port;
    all.add(settings("127.0.0.1", port));
    for (int more = 1; more < 3; more++) {
      Map<String, String> settings = settings("127.0.0.1", FreePorts.next());
      settings.put("cluster.name", all.get(0).get("cluster.name"));
      all.add(settings);
      members += ",127.0.0.1:" + settings.get("cluster.port");
    }
    List<SeparateService> peers = new ArrayList<>();
    try {
      for (Map<String, String> settings : all) {
        settings.put("cluster.members", members);
        peers.add(SeparateService.start(ClusterPeer.class, folder, settings));
      }
      for (SeparateService peer : peers) {
        peer.awaitSaying("the cluster has 3 members");
        peer.awaitSaying("peer is ready");
      }
      List<Integer> others =
          all.subList(0, 2).stream()
              .map(one -> Integer.parseInt(one.get("management.port")))
              .toList();
      for (int other : others) {
        peers.get(0).await(() -> status(other, "/readyz") == 200, "all ready");
      }
      // on the way to three they may have been two already
      List<Integer> saidBefore = peers.stream().map(peer -> peer.said().length()).toList();
      peers.get(2).freeze();
      Unready unready = new Unready(others);
      // by then they have parted from it
      peers
          .get(0)
          .await(
              () -> {
                unready.look();
                return List.of(0, 1).stream()
                    .map(one -> peers.get(one).said().substring(saidBefore.get(one)))
                    .allMatch(since -> since.contains("the cluster has 2 members"));
              },
              "the cluster has 2 members");
      unready.look();
      System.out.println("with one of three frozen " + unready);
      // each takes half a second while the bus is silent
      assertTrue(unready.looks() >= 8, unready::toString);
      assertTrue(unready.longestSeconds() <= LONGEST_UNREADY, unready::toString);
    } finally {
      for (SeparateService peer : peers) {
        peer.close();
      }
    }
  }

  @Test
  void aPortOfTheClusterInUseIsOnePlainLine() throws Exception {
    for (String key : List.of("cluster.port", "cluster.bus-port")) {
      Map<String, String> settings = settings("127.0.0.1", FreePorts.next());
      settings.put("cluster.members", "127.0.0.1:" + settings.get("cluster.port"));
      int port = Integer.parseInt(settings.get(key));
      try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
          SeparateService peer = SeparateService.start(ClusterPeer.class, folder, settings)) {
        assertEquals(2, peer.awaitEnd(), peer.said());
        assertEquals(
            "Port "
                + taken.getLocalPort()
                + " on 127.0.0.1 is already in use: stop what uses it, or choose another one with "
                + key
                + ".",
            peer.said().strip());
      }
    }
  }

  private static Map<String, String> settings(String host, int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put("management.host", "127.0.0.1");
    settings.put("management.port", Integer.toString(FreePorts.next()));
    settings.put("cluster.host", host);
    settings.put("cluster.port", Integer.toString(port));
    settings.put("cluster.bus-port", Integer.toString(FreePorts.next()));
    settings.put("cluster.name", "test-" + port);
    settings.put("cluster.join-wait", "1s");
    settings.put("drain.delay", "0s");
    settings.put("drain.timeout", "1s");
    return settings;
  }

  private static boolean isLocal(String host) {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return probe.isBound();
    } catch (IOException elsewhere) {
      return false;
    }
  }

  /** 0 when there was no answer. */
  private static int status(int port, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException away) {
      return 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** For how long whoever is watched was not ready. */
  private static final class Unready {

    private final List<Integer> ports;
    private final Map<Integer, Long> since = new HashMap<>();
    private long longestNanos;
    private int looks;

    Unready(List<Integer> ports) {
      this.ports = ports;
    }

    void look() {
      for (int port : ports) {
        looks++;
        long now = System.nanoTime();
        boolean ready = status(port, "/readyz") == 200;
        Long began = ready ? since.remove(port) : since.putIfAbsent(port, now);
        if (began != null) {
          longestNanos = Math.max(longestNanos, System.nanoTime() - began);
        }
      }
    }

    int looks() {
      return looks;
    }

    double longestSeconds() {
      return longestNanos / 1e9;
    }

    @Override
    public String toString() {
      return looks
          + " looks at the others found none unready for more than "
          + longestSeconds()
          + " s";
    }
  }
}
