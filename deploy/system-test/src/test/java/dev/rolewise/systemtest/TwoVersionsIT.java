package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusEcho;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.cluster.ClusterSettings;
import dev.rolewise.runtime.cluster.ClusteredVertx;
import dev.rolewise.runtime.cluster.Discovery;
import dev.rolewise.runtime.cluster.FreePorts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two versions on one bus, as during an upgrade. The other version is played by this test, a member
 * of the same cluster on a real socket: no program of an earlier release is kept in the sources. It
 * says what the recorded messages of the release say, and more than that, as a later version may;
 * what today's migrations mean to the statements of the release is tested beside the migrations.
 */
class TwoVersionsIT {
  private static final Path RELEASED =
      Path.of("..", "..", "assessment-service", "contract", "src", "test", "resources", "released");

  @TempDir Path folder;
  private ThreeServices suite;
  private Vertx other;

  @BeforeAll
  static void onlyInFull() {
    AttackSize.onlyInFull("two versions on one bus");
  }

  @BeforeEach
  void prepare() throws Exception {
    suite = ThreeServices.prepare(folder, 1, 1, 1);
  }

  @AfterEach
  void stop() throws Exception {
    if (other != null) {
      get(other.close());
    }
    suite.close();
  }

  @Test
  void todaysServiceUnderstandsAGatewayThatSaysMore() throws Exception {
    suite.startAll().awaitReady();
    other = join();
    BusClient gateway = BusClient.create(other);
    JsonObject released = released(AssessmentAddresses.TEAM_CREATE);
    JsonObject team =
        ask(gateway, AssessmentAddresses.TEAM_CREATE, released.getJsonObject("request"));
    assertSays(released.getJsonObject("reply"), team);
    String organiser = team.getJsonObject("organiser").getString("token");
    JsonObject round =
        ask(
            gateway,
            AssessmentAddresses.ROUND_OPEN,
            new JsonObject()
                .put("token", organiser)
                .put("instrument", "role-gap-scan")
                .put("size", 6));
    String member = round.getJsonObject("member").getString("token");
    JsonObject drawn =
        ask(gateway, AssessmentAddresses.TICKET_DRAW, new JsonObject().put("token", member));
    JsonObject submission =
        Questionnaire.read(new Api(suite.gateway(0).url()), 1)
            .sheet(Organiser.HEALTHY)
            .put("token", drawn.getString("ticket"))
            .put("idempotencyKey", UUID.randomUUID().toString());
    JsonObject accepted = ask(gateway, AssessmentAddresses.SHEET_SUBMIT, submission);
    assertSays(released(AssessmentAddresses.SHEET_SUBMIT).getJsonObject("reply"), accepted);
    assertEquals(accepted, ask(gateway, AssessmentAddresses.SHEET_SUBMIT, submission));
  }

  @Test
  void todaysGatewayUnderstandsAServiceThatSaysMore() throws Exception {
    suite.content(0).start();
    suite.gateway(0).start();
    other = join();
    BusServer service = BusServer.create(other);
    for (String address :
        List.of(
            AssessmentAddresses.TEAM_GET,
            AssessmentAddresses.TICKET_DRAW,
            AssessmentAddresses.PARTICIPATION_GET)) {
      JsonObject reply = more(released(address).getJsonObject("reply"));
      service.json(address, request -> Future.succeededFuture(reply.copy()));
    }
    service.json(
        AssessmentAddresses.SHEET_SUBMIT,
        request -> Future.failedFuture(BusFailure.of(422, "a-reason-to-come")));
    get(service.start());
    get(BusEcho.answerFor("assessment-service", other));
    // ready alone is not enough: two that formed a cluster apart may be merging just then
    suite.content(0).awaitMembers(3, ThreeServices.START);
    suite.gateway(0).awaitMembers(3, ThreeServices.START).awaitReady(ThreeServices.START);
    Api api = new Api(suite.gateway(0).url());
    String token = "b1S0c9V8r7U6n5T4y3Q2x1W0z9P8o7N6m5L4k3J2h1G";
    assertSays(
        released(AssessmentAddresses.TEAM_GET).getJsonObject("reply"),
        api.get("/api/v1/team", token).expect(200).json());
    assertSays(
        released(AssessmentAddresses.PARTICIPATION_GET).getJsonObject("reply"),
        api.get("/api/v1/participation", token).expect(200).json());
    JsonObject ticket = api.post("/api/v1/tickets", token, null).expect(201).json();
    assertSays(released(AssessmentAddresses.TICKET_DRAW).getJsonObject("reply"), ticket);
    JsonObject sheet = Questionnaire.read(api, 1).sheet(Organiser.HEALTHY);
    JsonObject problem =
        api.submit(ticket.getString("ticket"), UUID.randomUUID().toString(), sheet)
            .expect(422)
            .json();
    // the plainest word of the status, which the contract has
    assertEquals("invalid-values", problem.getString("code"));
  }

  private Vertx join() throws Exception {
    ServiceUnderTest known = suite.content(0);
    return get(
        ClusteredVertx.open(
            new ClusterSettings(
                known.setting("cluster.name"),
                "127.0.0.1",
                FreePorts.next(),
                FreePorts.next(),
                new Discovery.Members(List.of(known.setting("cluster.members").split(","))),
                Duration.ofSeconds(5),
                Duration.ofMinutes(3),
                Optional.empty())));
  }

  private static JsonObject ask(BusClient client, String address, JsonObject request)
      throws Exception {
    return get(
        client.json(
            BusRequest.to(address, more(request), "two-versions").within(Duration.ofSeconds(3))));
  }

  /** The first recorded exchange of an address that succeeded. */
  private static JsonObject released(String address) throws Exception {
    return new JsonArray(Files.readString(RELEASED.resolve("messages.json")))
        .stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("address").equals(address) && one.containsKey("reply"))
            .findFirst()
            .orElseThrow();
  }

  private static JsonObject more(JsonObject message) {
    return message
        .copy()
        .put("fieldToCome", new JsonObject().put("of", new JsonArray().add("a later version")));
  }

  /** Everything that the release says is there, and of the same kind. */
  private static void assertSays(JsonObject released, JsonObject said) {
    for (String field : released.fieldNames()) {
      assertTrue(said.containsKey(field), field + " is missing in " + said.encode());
      if (released.getValue(field) instanceof JsonObject inner) {
        assertSays(inner, said.getJsonObject(field));
      } else if (released.getValue(field) != null && said.getValue(field) != null) {
        assertEquals(released.getValue(field).getClass(), said.getValue(field).getClass(), field);
      }
    }
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(90, TimeUnit.SECONDS);
  }
}
