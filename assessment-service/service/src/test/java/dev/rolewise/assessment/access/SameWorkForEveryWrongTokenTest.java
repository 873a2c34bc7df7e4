package dev.rolewise.assessment.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.access.Right.Kind;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody learns from the time an answer takes which tokens once gave a right: every kind of wrong
 * token costs exactly as many statements as any other. Counted rather than measured, so that it is
 * exact; what a form alone gives away, such as its length, the sender knows.
 */
@ExtendWith(PostgresDatabase.class)
class SameWorkForEveryWrongTokenTest {
  private static Suite suite;

  private final AtomicInteger statements = new AtomicInteger();

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void everyWrongTokenCostsOneStatement() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String revoked = team.organiser;
    String token =
        suite
            .ask(AssessmentAddresses.ORGANISER_ROTATE, team.asOrganiser())
            .getJsonObject("organiser")
            .getString("token");
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("unknown", new Secrets().token());
    wrong.put("revoked", revoked);
    wrong.put("of another kind", team.member);
    wrong.put("truncated", token.substring(1));
    wrong.put("wrong case", token.toUpperCase(Locale.ROOT));
    wrong.put("percent-encoded", "%" + Integer.toHexString(token.charAt(0)) + token.substring(1));
    Rights rights = new Rights(counting(suite.pool()), suite.clock);
    wrong.forEach(
        (kind, text) -> assertEquals(1, cost(rights, text, Set.of(Kind.ORGANISER)), kind));
  }

  @Test
  void everyWrongTicketCostsOneStatement() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String deleted = team.drawTicket();
    suite.ask(AssessmentAddresses.ROUND_DELETE, team.aboutRound());
    Rights rights = new Rights(counting(suite.pool()), suite.clock);
    Set<Kind> kinds = Set.of(Kind.MEMBER, Kind.TICKET);
    assertEquals(1, cost(rights, deleted, kinds), "of a round that is gone");
    assertEquals(1, cost(rights, new Secrets().code(), kinds), "unknown");
  }

  @Test
  void aReportLinkThatIsOverCostsAsMuchAsOneThatNeverWas() {
    TestTeam team = TestTeam.withRound(suite, 4);
    team.submitTimes(4, TestSheet.healthy());
    team.close();
    JsonObject withdrawn = share(team);
    suite.ask(
        AssessmentAddresses.SHARE_DELETE,
        team.asOrganiser().put("share", withdrawn.getJsonObject("share").getString("id")));
    JsonObject expired = share(team);
    suite.clock.advance(Duration.ofDays(400));
    Rights rights = new Rights(counting(suite.pool()), suite.clock);
    Set<Kind> kinds = Set.of(Kind.ORGANISER, Kind.MEMBER, Kind.REPORT);
    assertEquals(1, cost(rights, secret(withdrawn), kinds), "withdrawn");
    assertEquals(1, cost(rights, secret(expired), kinds), "expired");
    assertEquals(1, cost(rights, new Secrets().token(), kinds), "unknown");
  }

  private static JsonObject share(TestTeam team) {
    return suite.ask(AssessmentAddresses.SHARE_CREATE, team.aboutRound());
  }

  private static String secret(JsonObject created) {
    return created.getJsonObject("report").getString("token");
  }

  private int cost(Rights rights, String token, Set<Kind> kinds) {
    statements.set(0);
    BusFailure refusal = suite.failure(rights.require(token, kinds));
    assertEquals(404, refusal.status());
    return statements.get();
  }

  private SqlClient counting(SqlClient database) {
    return (SqlClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SqlClient.class},
            (proxy, method, arguments) -> {
              if (method.getName().endsWith("uery")) {
                statements.incrementAndGet();
              }
              try {
                return method.invoke(database, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
