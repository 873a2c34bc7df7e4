package dev.rolewise.assessment.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class DeadlineTimerTest {
  @Test
  void theServiceClosesARoundByItself(TestDatabase database) {
    try (Suite suite = Suite.start(database, Duration.ofMillis(100))) {
      Promise<Void> closed = Promise.promise();
      MessageConsumer<JsonObject> hints =
          suite.vertx().eventBus().consumer(AssessmentAddresses.TURNOUT_HINT);
      hints.handler(
          hint -> {
            if ("closed".equals(hint.body().getString("state"))) {
              closed.tryComplete();
            }
          });
      Suite.await(hints.completion());
      String deadline = suite.clock.instant().plusSeconds(60).toString();
      TestTeam team =
          TestTeam.create(suite, 1).open(new JsonObject().put("size", 4).put("deadline", deadline));
      suite.clock.advance(Duration.ofMinutes(1));
      Suite.await(closed.future());
      assertEquals("closed", team.get().getString("state"));
    }
  }
}
