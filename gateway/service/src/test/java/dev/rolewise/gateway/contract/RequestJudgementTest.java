package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.action.WriteAction;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.round.HideComment;
import dev.rolewise.assessment.contract.round.OpenRound;
import dev.rolewise.assessment.contract.round.UpdateRound;
import dev.rolewise.assessment.contract.share.CreateShare;
import dev.rolewise.assessment.contract.team.CreateTeam;
import dev.rolewise.assessment.contract.team.TeamContext;
import dev.rolewise.assessment.contract.team.UpdateTeam;
import dev.rolewise.content.contract.PackAddress;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The gateway reads bodies with explicit checks, and the services check values with the records of
 * their contract: together they take exactly what the public contract takes. Behind the gateway
 * stand those very records.
 */
class RequestJudgementTest {
  private static final int LARGEST_ROUND = 500;
  private static final Map<String, String> HEADERS =
      Map.of(
          "Authorization",
          "Bearer mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E",
          "Content-Type",
          "application/json");

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void newTeams() {
    judge(AssessmentAddresses.TEAM_CREATE, CreateTeam::read);
    assertAlike("createTeam", HttpMethod.POST, "/teams", TEAM);
  }

  @Test
  void changesOfTeams() {
    judge(
        AssessmentAddresses.TEAM_UPDATE,
        (body, faults) -> UpdateTeam.read(body, TeamContext.empty(), faults));
    assertAlike("updateTeam", HttpMethod.PATCH, "/team", TEAM);
  }

  @Test
  void newRounds() {
    judge(
        AssessmentAddresses.ROUND_OPEN,
        (body, faults) -> OpenRound.read(body, LARGEST_ROUND, Instant.EPOCH, faults));
    JsonObject round =
        new JsonObject()
            .put("instrument", "role-gap-scan")
            .put("size", LARGEST_ROUND)
            .put("deadline", "2027-12-01T16:00:00Z")
            .put("entry", "open")
            .put("live", "turnout")
            .put("memberResults", "none");
    assertAlike("openRound", HttpMethod.POST, "/rounds", round);
    // how these relate to the size is beyond a schema: next to the largest size they are free
    assertAlike("openRound", HttpMethod.POST, "/rounds", alone("k", 4));
    assertAlike("openRound", HttpMethod.POST, "/rounds", alone("newcomers", 4));
  }

  @Test
  void changesOfRounds() {
    judge(
        AssessmentAddresses.ROUND_UPDATE,
        (body, faults) -> UpdateRound.read(body, LARGEST_ROUND, Instant.EPOCH, faults));
    JsonObject change =
        new JsonObject().put("size", 7).put("deadline", "2027-12-01T16:00:00Z").put("newcomers", 1);
    assertAlike("updateRound", HttpMethod.PATCH, "/rounds/1", change);
  }

  @Test
  void newShares() {
    judge(
        AssessmentAddresses.SHARE_CREATE,
        // a year that reaches from the date among the variations to none of the impossible ones
        (body, faults) -> CreateShare.read(body, Instant.parse("2027-06-01T00:00:00Z"), faults));
    JsonObject share =
        new JsonObject().put("expiresAt", "2027-12-01T16:00:00Z").put("comments", true);
    assertAlike("createShare", HttpMethod.POST, "/rounds/1/shares", share);
  }

  @Test
  void actions() {
    JsonObject action =
        new JsonObject()
            .put("text", "Ask three customers")
            .put("area", "P1")
            .put("owner", "Noor")
            .put("due", "2026-12-18")
            .put("state", "done");
    judge(
        AssessmentAddresses.ACTION_CREATE,
        (body, faults) -> WriteAction.read(body, WriteAction.NEW, faults));
    assertAlike("createAction", HttpMethod.POST, "/actions", action);
    WriteAction before = WriteAction.read(action, WriteAction.NEW, new Faults());
    judge(
        AssessmentAddresses.ACTION_UPDATE,
        (body, faults) -> WriteAction.read(body, before, faults));
    assertAlike("updateAction", HttpMethod.PATCH, "/actions/1", action);
  }

  @Test
  void commentsHiddenOrNot() {
    judge(AssessmentAddresses.COMMENT_UPDATE, HideComment::read);
    assertAlike(
        "hideComment",
        HttpMethod.PATCH,
        "/rounds/1/comments/1",
        new JsonObject().put("hidden", true));
  }

  @Test
  void publishingPacks() {
    gateway.services().reply(PackAddress.PUBLISH, new JsonObject());
    assertAlike(
        "publishPack",
        HttpMethod.POST,
        "/packs/rolewise-core/publish",
        new JsonObject().put("version", 2).put("base", 1));
  }

  @Test
  void valuesInBatchesNeedSevenPeople() {
    judge(
        AssessmentAddresses.ROUND_OPEN,
        (body, faults) -> OpenRound.read(body, LARGEST_ROUND, Instant.EPOCH, faults));
    for (int size : new int[] {4, 6, 7, 8}) {
      JsonObject round =
          new JsonObject()
              .put("instrument", "role-gap-scan")
              .put("size", size)
              .put("live", "batches");
      int status = gateway.ask(HttpMethod.POST, "/rounds", HEADERS, round.toBuffer()).status();
      assertEquals(size < 7 ? 422 : 201, status, "size " + size);
      assertEquals(size >= 7, gateway.contract().takes("openRound", round), "size " + size);
    }
  }

  private static final JsonObject TEAM =
      new JsonObject()
          .put("name", "Noordzij")
          .put("locale", "nl")
          .put(
              "context",
              new JsonObject()
                  .put("goal", "One portal")
                  .put("initiatives", 2)
                  .put("rolesPresent", new JsonArray().add("product-manager")));

  private static JsonObject alone(String field, int value) {
    return new JsonObject()
        .put("instrument", "role-gap-scan")
        .put("size", LARGEST_ROUND)
        .put(field, value);
  }

  private static void judge(String address, BiConsumer<JsonObject, Faults> reader) {
    gateway
        .services()
        .decide(
            address,
            body -> {
              Faults faults = new Faults();
              reader.accept(body, faults);
              List<Fault> found =
                  faults.list().stream().map(it -> new Fault(it.pointer(), it.code())).toList();
              return found.isEmpty()
                  ? Future.succeededFuture(new JsonObject())
                  : Future.failedFuture(BusFailure.invalidValues(found));
            });
  }

  private static void assertAlike(
      String operationId, HttpMethod method, String path, JsonObject good) {
    List<String> differences = new ArrayList<>();
    int refused = 0;
    for (JsonObject body : BodyVariations.of(good)) {
      HttpAnswer answer = gateway.ask(method, path, HEADERS, body.toBuffer());
      boolean taken = answer.status() < 300;
      if (taken != gateway.contract().takes(operationId, body)) {
        differences.add(answer.status() + " " + body.encode());
      }
      if (!taken) {
        refused++;
        gateway.check(operationId, answer);
        assertTrue(answer.status() == 400 || answer.status() == 422, answer.text());
        assertFalse(answer.faults().isEmpty(), answer.text());
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(refused > 10, "only " + refused + " refused");
  }
}
