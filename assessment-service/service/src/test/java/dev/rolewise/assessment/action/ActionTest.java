package dev.rolewise.assessment.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.action.Action;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a team has agreed stays with it from one round to the next. */
@ExtendWith(PostgresDatabase.class)
class ActionTest {
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
  void whatIsLeftOutStaysAndNullEmpties() {
    TestTeam team = TestTeam.create(suite, 1);
    JsonObject made =
        write(team, new JsonObject().put("text", " Ask\nthree ").put("owner", "Noor"));
    assertEquals("Ask three", made.getString("text"));
    assertEquals("open", made.getString("state"));
    assertEquals("2026-11-23", made.getString("createdOn"));
    JsonObject changed = change(team, made, new JsonObject().put("due", "2026-12-18"));
    assertEquals("Noor", changed.getString("owner"));
    assertEquals("2026-12-18", changed.getString("due"));
    JsonObject emptied = change(team, made, new JsonObject().putNull("owner").putNull("due"));
    assertNull(emptied.getString("owner"));
    assertNull(emptied.getString("due"));
    assertEquals("Ask three", emptied.getString("text"));
    BusFailure refused =
        suite.refused(
            AssessmentAddresses.ACTION_UPDATE, about(team, made).putNull("text").putNull("state"));
    assertEquals(422, refused.status());
    assertEquals(
        List.of("/text missing", "/state missing"),
        refused.faults().stream().map(it -> it.pointer() + " " + it.code()).toList());
  }

  @Test
  void openOnesComeFirstTheOnesDueEarliestOnTop() {
    TestTeam team = TestTeam.create(suite, 1);
    write(team, new JsonObject().put("text", "some day"));
    write(team, new JsonObject().put("text", "later").put("due", "2026-12-24"));
    write(team, new JsonObject().put("text", "soon").put("due", "2026-12-01"));
    write(team, new JsonObject().put("text", "done").put("state", "done").put("due", "2026-11-24"));
    assertEquals(List.of("soon", "later", "some day", "done"), texts(team));
  }

  @Test
  void theyOutliveRoundsAndGoWithTheTeam() {
    TestTeam team = TestTeam.withRound(suite, 6);
    write(team, new JsonObject().put("text", "ask three customers"));
    team.submitTimes(4, TestSheet.healthy());
    team.close();
    suite.ask(AssessmentAddresses.ROUND_DELETE, team.aboutRound());
    team.open(new JsonObject().put("size", 6));
    assertEquals(List.of("ask three customers"), texts(team));
    long before = suite.count("action");
    suite.ask(AssessmentAddresses.TEAM_DELETE, team.asOrganiser());
    assertEquals(before - 1, suite.count("action"));
  }

  @Test
  void anotherTeamsActionIsUnknown() {
    JsonObject action =
        write(TestTeam.create(suite, 1), new JsonObject().put("text", "ours, not theirs"));
    TestTeam other = TestTeam.create(suite, 1);
    for (String address :
        List.of(AssessmentAddresses.ACTION_UPDATE, AssessmentAddresses.ACTION_DELETE)) {
      for (String id : List.of(action.getString("id"), "x", "1-1-1-1-1")) {
        BusFailure refused = suite.refused(address, other.asOrganiser().put("action", id));
        assertEquals(404, refused.status(), address + " " + id);
      }
    }
    assertEquals(List.of(), texts(other));
  }

  /** Written at the same moment: the team's row makes them queue, so that none comes on top. */
  @Test
  void aHundredFitAndNoMore() {
    TestTeam team = TestTeam.create(suite, 1);
    for (int i = 0; i < Action.MOST - 3; i++) {
      write(team, new JsonObject().put("text", "action " + i));
    }
    List<Future<JsonObject>> all =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    suite.send(
                        AssessmentAddresses.ACTION_CREATE,
                        team.asOrganiser().put("text", "at once " + i)))
            .toList();
    List<String> outcomes =
        all.stream()
            .map(it -> Suite.await(it.map("written").otherwise(no -> ((BusFailure) no).code())))
            .sorted()
            .toList();
    assertEquals(3, outcomes.stream().filter("written"::equals).count(), outcomes.toString());
    assertEquals(5, outcomes.stream().filter("too-many-actions"::equals).count());
    assertEquals(Action.MOST, texts(team).size());
  }

  private static JsonObject write(TestTeam team, JsonObject action) {
    return suite.ask(AssessmentAddresses.ACTION_CREATE, action.copy().mergeIn(team.asOrganiser()));
  }

  private static JsonObject change(TestTeam team, JsonObject action, JsonObject change) {
    return suite.ask(AssessmentAddresses.ACTION_UPDATE, change.mergeIn(about(team, action)));
  }

  private static JsonObject about(TestTeam team, JsonObject action) {
    return team.asOrganiser().put("action", action.getString("id"));
  }

  private static List<String> texts(TestTeam team) {
    return suite
        .ask(AssessmentAddresses.ACTION_LIST, team.asOrganiser())
        .getJsonArray("items")
        .stream()
        .map(it -> ((JsonObject) it).getString("text"))
        .toList();
  }
}
