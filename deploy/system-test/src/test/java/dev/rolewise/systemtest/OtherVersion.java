package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.runtime.bus.BusClient;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The other version of an upgrade, played by the test: a member of the same cluster on a real
 * socket, as no program of an earlier release is kept in the sources. It says what the recorded
 * messages of the release say, and more than that, as a later version may.
 */
final class OtherVersion implements AutoCloseable {
  private static final Path RELEASED =
      Path.of("..", "..", "assessment-service", "contract", "src", "test", "resources", "released");

  /** Vert.x gives nothing to a process with one of them beside others with more. */
  private static final int INSTANCES = 4;

  private static final Duration HEARD_OF = Duration.ofSeconds(10);

  /** Whatever it is asked with, it knows it. */
  static final String TOKEN = "b1S0c9V8r7U6n5T4y3Q2x1W0z9P8o7N6m5L4k3J2h1G";

  private final Vertx vertx;
  private final BusClient gateway;
  private Optional<BusServer> service = Optional.empty();

  private OtherVersion(Vertx vertx) {
    this.vertx = vertx;
    this.gateway = BusClient.create(vertx);
  }

  /** Becomes a member beside these processes. */
  static OtherVersion join(ThreeServices suite) throws Exception {
    ServiceUnderTest known = suite.content(0);
    return new OtherVersion(
        get(
            ClusteredVertx.open(
                new ClusterSettings(
                    known.setting("cluster.name"),
                    "127.0.0.1",
                    FreePorts.next(),
                    FreePorts.next(),
                    new Discovery.Members(List.of(known.setting("cluster.members").split(","))),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(3),
                    Optional.empty()))));
  }

  Vertx vertx() {
    return vertx;
  }

  /** As a gateway: a member's whole visit, asked of today's services. */
  void visits(Questionnaire questionnaire) throws Exception {
    JsonObject released = released(AssessmentAddresses.TEAM_CREATE);
    JsonObject team = ask(AssessmentAddresses.TEAM_CREATE, released.getJsonObject("request"));
    assertSays(released.getJsonObject("reply"), team);
    String organiser = team.getJsonObject("organiser").getString("token");
    JsonObject round =
        ask(
            AssessmentAddresses.ROUND_OPEN,
            new JsonObject()
                .put("token", organiser)
                .put("instrument", "role-gap-scan")
                .put("size", 6));
    String member = round.getJsonObject("member").getString("token");
    JsonObject drawn = ask(AssessmentAddresses.TICKET_DRAW, new JsonObject().put("token", member));
    JsonObject submission =
        questionnaire
            .sheet(Organiser.HEALTHY)
            .put("token", drawn.getString("ticket"))
            .put("idempotencyKey", UUID.randomUUID().toString());
    JsonObject accepted = ask(AssessmentAddresses.SHEET_SUBMIT, submission);
    assertSays(released(AssessmentAddresses.SHEET_SUBMIT).getJsonObject("reply"), accepted);
    assertEquals(accepted, ask(AssessmentAddresses.SHEET_SUBMIT, submission));
  }

  /** As a service: answers at these addresses from now on. */
  void answers(String... addresses) throws Exception {
    BusServer server = BusServer.create(vertx);
    for (String address : addresses) {
      JsonObject reply = more(released(address).getJsonObject("reply"));
      for (int instance = 0; instance < INSTANCES; instance++) {
        server.json(address, request -> Future.succeededFuture(reply.copy()));
      }
    }
    service = Optional.of(server);
    get(server.start());
  }

  /** As both, each beside today's processes of the same kind. */
  void worksBeside(Api today) throws Exception {
    visits(Questionnaire.read(today, 1));
    answers(AssessmentAddresses.TEAM_GET, AssessmentAddresses.PARTICIPATION_GET);
    // a token that this one knows and today's do not: they are asked in turn
    assertSaysAsReleased(AssessmentAddresses.TEAM_GET, known(today, "/api/v1/team"));
    assertSaysAsReleased(
        AssessmentAddresses.PARTICIPATION_GET, known(today, "/api/v1/participation"));
  }

  private static JsonObject known(Api today, String path) {
    Set<Integer> refused = new TreeSet<>();
    // a gateway hears of a new address a moment after whoever answers there
    for (long end = System.nanoTime() + HEARD_OF.toNanos(); System.nanoTime() < end; ) {
      Api.Answer answer = today.get(path, TOKEN);
      if (answer.status() == 200) {
        return answer.json();
      }
      refused.add(answer.status());
    }
    throw new AssertionError(path + " was answered by today's alone: " + refused);
  }

  /** The same, and takes no sheet for a reason that nobody knows today. */
  void answersAndRefusesSheets(String... addresses) throws Exception {
    BusServer refusing =
        BusServer.create(vertx)
            .json(
                AssessmentAddresses.SHEET_SUBMIT,
                request -> Future.failedFuture(BusFailure.of(422, "a-reason-to-come")));
    get(refusing.start());
    answers(addresses);
  }

  private JsonObject ask(String address, JsonObject request) throws Exception {
    return get(
        gateway.json(
            BusRequest.to(address, more(request), "two-versions").within(Duration.ofSeconds(3))));
  }

  /** The reply of the release, as the gateway has to pass it on. */
  static void assertSaysAsReleased(String address, JsonObject said) throws IOException {
    assertSays(released(address).getJsonObject("reply"), said);
  }

  /** The first recorded exchange of an address that succeeded. */
  private static JsonObject released(String address) throws IOException {
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

  @Override
  public void close() throws Exception {
    if (service.isPresent()) {
      get(service.get().stop());
    }
    get(vertx.close());
  }

  static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(90, TimeUnit.SECONDS);
  }
}
