package dev.rolewise.assessment.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class DeadlineTest {
  private static final long LOCK = 0x726f6c6577697365L;
  private Suite suite;

  @BeforeEach
  void start(TestDatabase database) {
    suite = Suite.start(database);
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void aRoundClosesByItselfAndItsReportIsThere() {
    TestTeam team = withDeadline();
    team.submitTimes(4, TestSheet.healthy());
    var closed = nextClosing(team);
    suite.clock.advance(Duration.ofMinutes(59));
    assertEquals("open", team.get().getString("state"));
    suite.clock.advance(Duration.ofMinutes(1));
    Suite.await(closed);
    assertEquals("closed", team.get().getString("state"));
    assertEquals("NO_EXTRA_ROLE", team.report("en").getJsonObject("verdict").getString("code"));
  }

  @Test
  void whileAnotherProcessHoldsTheLockNothingIsClosedHere() {
    TestTeam team = withDeadline();
    var closed = nextClosing(team);
    var connection = Suite.await(suite.pool().getConnection());
    Suite.await(connection.preparedQuery("select pg_advisory_lock($1)").execute(Tuple.of(LOCK)));
    suite.clock.advance(Duration.ofHours(2));
    Suite.await(suite.vertx().timer(500));
    assertEquals("open", team.get().getString("state"));
    Suite.await(connection.preparedQuery("select pg_advisory_unlock($1)").execute(Tuple.of(LOCK)));
    Suite.await(connection.close());
    Suite.await(closed);
    assertEquals("closed", team.get().getString("state"));
  }

  @Test
  void aDayAfterTheReleaseReplaysAreForgotten() {
    TestTeam team = withDeadline();
    String ticket = team.drawTicket();
    JsonObject message = TestSheet.healthy().message(ticket, TestTeam.newKey());
    JsonObject receipt = suite.ask(AssessmentAddresses.SHEET_SUBMIT, message);
    team.submitTimes(3, TestSheet.healthy());
    team.close();
    suite.clock.advance(Duration.ofHours(24).minusSeconds(1));
    Suite.await(suite.vertx().timer(300));
    assertEquals(receipt, suite.ask(AssessmentAddresses.SHEET_SUBMIT, message));
    suite.clock.advance(Duration.ofSeconds(1));
    // a deadline of another team tells that the job has run since
    TestTeam other = withDeadline();
    var closed = nextClosing(other);
    suite.clock.advance(Duration.ofHours(2));
    Suite.await(closed);
    assertEquals("ticket-spent", suite.refused(AssessmentAddresses.SHEET_SUBMIT, message).code());
    assertEquals(
        0,
        suite
            .sql(
                "select 1 from ticket where round = '%s' and (key_digest is not null"
                        .formatted(team.round)
                    + " or body_digest is not null or receipt is not null)")
            .size());
  }

  private TestTeam withDeadline() {
    return TestTeam.create(suite, 1)
        .open(
            new JsonObject()
                .put("size", 4)
                .put("deadline", suite.clock.instant().plus(Duration.ofHours(1)).toString()));
  }

  private Future<Void> nextClosing(TestTeam team) {
    Promise<Void> closed = Promise.promise();
    MessageConsumer<JsonObject> consumer =
        suite.vertx().eventBus().consumer(AssessmentAddresses.TURNOUT_HINT);
    consumer.handler(
        message -> {
          if (team.round.equals(message.body().getString("round"))
              && "closed".equals(message.body().getString("state"))) {
            closed.tryComplete();
          }
        });
    return consumer.completion().compose(ready -> closed.future());
  }
}
