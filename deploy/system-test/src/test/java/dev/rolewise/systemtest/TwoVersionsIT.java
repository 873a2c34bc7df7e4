package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.runtime.bus.BusEcho;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two versions on one bus, as during an upgrade, each of them the only one of its kind. Side by
 * side they are in {@link FaultsIT}, in every build; what today's migrations mean to the statements
 * of the release is tested beside the migrations.
 */
class TwoVersionsIT {
  @TempDir Path folder;
  private ThreeServices suite;
  private OtherVersion other;

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
      other.close();
    }
    suite.close();
  }

  @Test
  void todaysServiceUnderstandsAGatewayThatSaysMore() throws Exception {
    suite.startAll().awaitReady();
    other = OtherVersion.join(suite);
    other.visits(Questionnaire.read(new Api(suite.gateway(0).url()), 1));
  }

  @Test
  void todaysGatewayUnderstandsAServiceThatSaysMore() throws Exception {
    suite.content(0).start();
    suite.gateway(0).start();
    other = OtherVersion.join(suite);
    other.answersAndRefusesSheets(
        AssessmentAddresses.TEAM_GET,
        AssessmentAddresses.TICKET_DRAW,
        AssessmentAddresses.PARTICIPATION_GET);
    OtherVersion.get(BusEcho.answerFor("assessment-service", other.vertx()));
    // ready alone is not enough: two that formed a cluster apart may be merging just then
    suite.content(0).awaitMembers(3, ThreeServices.START);
    suite.gateway(0).awaitMembers(3, ThreeServices.START).awaitReady(ThreeServices.START);
    Api api = new Api(suite.gateway(0).url());
    String token = OtherVersion.TOKEN;
    OtherVersion.assertSaysAsReleased(
        AssessmentAddresses.TEAM_GET, api.get("/api/v1/team", token).expect(200).json());
    OtherVersion.assertSaysAsReleased(
        AssessmentAddresses.PARTICIPATION_GET,
        api.get("/api/v1/participation", token).expect(200).json());
    JsonObject ticket = api.post("/api/v1/tickets", token, null).expect(201).json();
    OtherVersion.assertSaysAsReleased(AssessmentAddresses.TICKET_DRAW, ticket);
    JsonObject sheet = Questionnaire.read(api, 1).sheet(Organiser.HEALTHY);
    JsonObject problem =
        api.submit(ticket.getString("ticket"), UUID.randomUUID().toString(), sheet)
            .expect(422)
            .json();
    // the plainest word of the status, which the contract has
    assertEquals("invalid-values", problem.getString("code"));
  }
}
