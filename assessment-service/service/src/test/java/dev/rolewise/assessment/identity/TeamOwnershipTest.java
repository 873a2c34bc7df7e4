package dev.rolewise.assessment.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSession;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Teams become somebody's own by their link, and are given up again. */
@ExtendWith(PostgresDatabase.class)
class TeamOwnershipTest {
  private static Suite suite;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void whoeverHoldsTheLinkMakesTheTeamTheirsAndTheLinkGoesOn() {
    JsonObject made = started("Linked");
    String team = made.getJsonObject("team").getString("id");
    String link = made.getJsonObject("organiser").getString("token");
    TestSession anna = TestSession.of(suite, "claims");
    assertEquals(
        new JsonObject().put("id", team).put("name", "Linked"),
        suite.ask(AssessmentAddresses.SESSION_CLAIM, anna.message().put("token", link)));
    assertEquals(team, anna.claim(link), "a second time changes nothing");
    assertEquals(List.of(team), teams(anna));
    assertEquals(team, get(anna.organiser(team)));
    assertEquals(team, get(link));
    TestSession bram = TestSession.of(suite, "claims as well");
    assertEquals(List.of(), teams(bram));
    bram.claim(link);
    assertEquals(List.of(team), teams(bram));
  }

  @Test
  void onlyAnOrganiserLinkDoes() {
    TestSession anna = TestSession.of(suite, "tries");
    JsonObject made = started("Not hers");
    JsonObject organiser = made.getJsonObject("organiser");
    JsonObject opened =
        suite.ask(
            AssessmentAddresses.ROUND_OPEN,
            token(organiser)
                .put("instrument", "role-gap-scan")
                .put("size", 5)
                .put("entry", "tickets"));
    String member = opened.getJsonObject("member").getString("token");
    String ticket = opened.getJsonArray("tickets").getString(0);
    TestSession owner = TestSession.of(suite, "owner whose token is borrowed");
    String borrowed = owner.organiser(owner.createTeam("Borrowed"));
    for (String wrong :
        List.of("wrong", member, ticket, organiser.getString("recoveryCode"), borrowed)) {
      assertEquals(
          404, refusal(AssessmentAddresses.SESSION_CLAIM, anna.message().put("token", wrong)));
    }
    assertEquals(401, refusal(AssessmentAddresses.SESSION_CLAIM, anna.message()));
    assertEquals(
        401, refusal(AssessmentAddresses.SESSION_CLAIM, token(organiser).put("session", "ended")));
    assertEquals(List.of(), teams(anna));
  }

  @Test
  void whoeverLeavesIsOutAtOnceOnEveryDevice() {
    TestSession desk = TestSession.of(suite, "leaves");
    TestSession phone = TestSession.of(suite, "leaves");
    String team = desk.createTeam("Left");
    String atTheDesk = desk.organiser(team);
    String onThePhone = phone.organiser(team);
    TestSession stranger = TestSession.of(suite, "never owned it");
    assertEquals(404, refusal(AssessmentAddresses.SESSION_LEAVE, stranger.leaving(team, true)));
    assertEquals(404, refusal(AssessmentAddresses.SESSION_LEAVE, stranger.leaving("x", true)));
    assertEquals(team, get(atTheDesk));
    suite.ask(AssessmentAddresses.SESSION_LEAVE, desk.leaving(team, true));
    assertEquals(List.of(), teams(desk));
    for (String token : List.of(atTheDesk, onThePhone)) {
      assertEquals(
          404, refusal(AssessmentAddresses.TEAM_GET, new JsonObject().put("token", token)));
    }
    assertEquals(
        404, refusal(AssessmentAddresses.SESSION_ORGANISER, phone.message().put("team", team)));
    assertEquals(404, refusal(AssessmentAddresses.SESSION_LEAVE, desk.leaving(team, true)));
  }

  @Test
  void whereSigningInIsTheOnlyWayTheLastOwnerStays() {
    JsonObject made = started("Shared");
    String team = made.getJsonObject("team").getString("id");
    String link = made.getJsonObject("organiser").getString("token");
    TestSession anna = TestSession.of(suite, "first of two");
    TestSession bram = TestSession.of(suite, "second of two");
    anna.claim(link);
    assertEquals(
        "last-owner",
        suite.refused(AssessmentAddresses.SESSION_LEAVE, anna.leaving(team, false)).code());
    bram.claim(link);
    // both at once: one of them goes, the other stays
    List<Future<JsonObject>> both =
        Stream.of(anna, bram)
            .map(one -> suite.send(AssessmentAddresses.SESSION_LEAVE, one.leaving(team, false)))
            .toList();
    Suite.await(Future.join(both).otherwiseEmpty());
    assertEquals(1, both.stream().filter(Future::succeeded).count());
    assertEquals(1, teams(anna).size() + teams(bram).size());
    assertTrue(both.stream().anyMatch(Future::failed));
  }

  private static JsonObject started(String name) {
    return suite.ask(AssessmentAddresses.TEAM_CREATE, new JsonObject().put("name", name));
  }

  private static JsonObject token(JsonObject organiser) {
    return new JsonObject().put("token", organiser.getString("token"));
  }

  private static String get(String token) {
    return suite
        .ask(AssessmentAddresses.TEAM_GET, new JsonObject().put("token", token))
        .getString("id");
  }

  private static List<String> teams(TestSession session) {
    return session.get().getJsonArray("teams").stream()
        .map(team -> ((JsonObject) team).getString("id"))
        .toList();
  }

  private static int refusal(String address, JsonObject message) {
    return suite.refused(address, message).status();
  }
}
