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
      assertEquals(200, status(management, "/readyz"));
      assertEquals(200, status(management, "/livez"));
      Files.createFile(lose);
      peer.await(() -> status(management, "/readyz") == 503, "unready");
      assertEquals(200, status(management, "/livez"), "given up too soon");
      assertEquals(3, peer.awaitEnd());
      assertTrue(peer.said().contains("the bus has been dead for"), peer.said());
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
}
