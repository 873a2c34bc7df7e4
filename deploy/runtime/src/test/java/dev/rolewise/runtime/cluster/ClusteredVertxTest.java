package dev.rolewise.runtime.cluster;

import static dev.rolewise.runtime.cluster.ClusterMembers.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.metrics.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Members on real sockets: what one offers the others reach, and strangers do not. */
class ClusteredVertxTest {

  private static final String ADDRESS = "example.v1.who";

  @Test
  void requestsReachEveryMemberThatAnswers() throws Exception {
    try (ClusterMembers members = new ClusterMembers(3)) {
      Vertx asking = members.join();
      answer(members.join(), "second");
      answer(members.join(), "third");
      firstAnswer(asking);
      firstAnswer(asking);
      Set<String> heard = new TreeSet<>();
      for (int request = 0; request < 8; request++) {
        heard.add(get(ask(asking)).getString("name"));
      }
      assertEquals(Set.of("second", "third"), heard);
      assertEquals(3, seen(asking));
    }
  }

  /** How many processes a member tells to be on its bus. */
  private static double seen(Vertx member) {
    return Meters.of(member).get("rolewise.bus.members").gauge().value();
  }

  @Test
  void aMemberThatStopsAnsweringLosesNoRequestOfTheOthers() throws Exception {
    try (ClusterMembers members = new ClusterMembers(3)) {
      Vertx asking = members.join();
      BusServer leaving = answer(members.join(), "leaving");
      answer(members.join(), "staying");
      firstAnswer(asking);
      firstAnswer(asking);
      List<Future<JsonObject>> asked = new CopyOnWriteArrayList<>();
      long timer = asking.setPeriodic(1, tick -> asked.add(ask(asking)));
      get(asking.timer(500, TimeUnit.MILLISECONDS));
      get(leaving.stop());
      get(asking.timer(500, TimeUnit.MILLISECONDS));
      asking.cancelTimer(timer);
      // one that is asked in this very moment is nobody's to wait for
      List<Future<JsonObject>> answers = List.copyOf(asked);
      get(Future.join(answers));
      assertTrue(answers.size() > 200, answers.size() + " requests");
      assertEquals("staying", answers.get(answers.size() - 1).result().getString("name"));
    }
  }

  @Test
  void anotherClustersNameStaysApart() throws Exception {
    try (ClusterMembers members = new ClusterMembers(2)) {
      answer(members.join(), "here");
      Vertx stranger = members.joinAs("another");
      assertEquals(503, refused(ask(stranger)).status());
      assertEquals(1, seen(stranger));
    }
  }

  @Test
  void aClientOfTheMembersProtocolIsTurnedAway() throws Exception {
    try (ClusterMembers members = new ClusterMembers(1)) {
      members.join();
      ClusterSettings settings = members.settings(0);
      ClientConfig client = new ClientConfig().setClusterName(settings.name());
      client.setProperty("hazelcast.logging.type", "slf4j");
      client.getNetworkConfig().addAddress(settings.host() + ":" + settings.port());
      client
          .getConnectionStrategyConfig()
          .getConnectionRetryConfig()
          .setClusterConnectTimeoutMillis(2_000);
      assertThrows(
          IllegalStateException.class, () -> HazelcastClient.newHazelcastClient(client).shutdown());
    }
  }

  @Test
  void aPortInUseIsOnePlainLine() throws Exception {
    ClusterMembers members = new ClusterMembers(1);
    ClusterSettings settings = members.settings(0);
    try (ServerSocket taken =
        new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host()))) {
      StartFault fault = assertInstanceOf(StartFault.class, failure(ClusteredVertx.open(settings)));
      assertTrue(fault.getMessage().contains("cluster.port"), fault.getMessage());
      assertTrue(fault.getMessage().contains("" + taken.getLocalPort()), fault.getMessage());
      assertEquals(1, fault.getMessage().lines().count());
    }
  }

  static BusServer answer(Vertx member, String name) throws Exception {
    BusServer server =
        BusServer.create(member)
            .json(ADDRESS, body -> Future.succeededFuture(new JsonObject().put("name", name)));
    get(server.start());
    return server;
  }

  static Future<JsonObject> ask(Vertx member) {
    return BusClient.create(member).json(BusRequest.to(ADDRESS, new JsonObject(), "test"));
  }

  /** The first connection of a cold program may take longer than one request has the time for. */
  static JsonObject firstAnswer(Vertx member) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      Future<JsonObject> answer = ask(member);
      if (get(answer.map(true).otherwise(false))) {
        return answer.result();
      }
    }
    return get(ask(member));
  }

  static BusFailure refused(Future<?> answer) {
    return assertInstanceOf(BusFailure.class, failure(answer));
  }

  static Throwable failure(Future<?> future) {
    return assertThrows(ExecutionException.class, () -> get(future)).getCause();
  }
}
