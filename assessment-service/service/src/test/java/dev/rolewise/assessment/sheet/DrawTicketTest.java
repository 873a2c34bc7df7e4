package dev.rolewise.assessment.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.contract.AssessmentAddresses;
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

@ExtendWith(PostgresDatabase.class)
class DrawTicketTest {
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
  void anOpenLinkDrawsThreeUnusedTicketsPerPersonAndNoMore() {
    TestTeam team = TestTeam.withRound(suite, 4);
    JsonObject draw = new JsonObject().put("token", team.member);
    List<Future<JsonObject>> all =
        IntStream.range(0, 40)
            .mapToObj(i -> suite.send(AssessmentAddresses.TICKET_DRAW, draw))
            .toList();
    Suite.await(Future.join(all).otherwiseEmpty());
    List<Future<JsonObject>> drawn = all.stream().filter(Future::succeeded).toList();
    assertEquals(12, drawn.size());
    all.stream()
        .filter(Future::failed)
        .map(failed -> (BusFailure) failed.cause())
        .forEach(
            refused ->
                assertEquals("429 too-many-requests", refused.status() + " " + refused.code()));
    String ticket = drawn.get(0).result().getString("ticket");
    suite.ask(
        AssessmentAddresses.SHEET_SUBMIT, TestSheet.healthy().message(ticket, TestTeam.newKey()));
    assertEquals(26, team.drawTicket().length());
    assertEquals(429, suite.refused(AssessmentAddresses.TICKET_DRAW, draw).status());
  }

  @Test
  void aWholeRoomDrawsAtOnce() {
    TestTeam team = TestTeam.withRound(suite, 120);
    JsonObject draw = new JsonObject().put("token", team.member);
    List<Future<JsonObject>> all =
        IntStream.range(0, 120)
            .mapToObj(i -> suite.send(AssessmentAddresses.TICKET_DRAW, draw))
            .toList();
    Suite.await(Future.all(all));
    assertEquals(120, suite.count("ticket where round = '%s'".formatted(team.round)));
  }

  @Test
  void aMemberTokenGoesWithItsRoundAndSoDoTheTicketsDrawnWithIt() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String ticket = team.drawTicket();
    suite.ask(AssessmentAddresses.ROUND_DELETE, team.aboutRound());
    for (String token : List.of(team.member, ticket)) {
      JsonObject holder = new JsonObject().put("token", token);
      assertEquals(404, suite.refused(AssessmentAddresses.PARTICIPATION_GET, holder).status());
    }
    assertEquals(
        404,
        suite
            .refused(
                AssessmentAddresses.SHEET_SUBMIT,
                TestSheet.healthy().message(ticket, TestTeam.newKey()))
            .status());
  }
}
