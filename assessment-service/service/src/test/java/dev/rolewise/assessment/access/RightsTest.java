package dev.rolewise.assessment.access;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation against every holder; a new operation without a row here fails. */
@ExtendWith(PostgresDatabase.class)
class RightsTest {
  private static final Set<String> PUBLIC =
      Set.of(
          AssessmentAddresses.TEAM_CREATE,
          AssessmentAddresses.ORGANISER_RECOVER,
          AssessmentAddresses.EXAMPLE_REPORT_GET,
          AssessmentAddresses.PRIVACY_GET,
          // these stand on a session instead of a token: see SessionTest
          AssessmentAddresses.SESSION_BEGIN,
          AssessmentAddresses.SESSION_TAKE,
          AssessmentAddresses.SESSION_CREATE,
          AssessmentAddresses.SESSION_GET,
          AssessmentAddresses.SESSION_END,
          AssessmentAddresses.SESSION_ORGANISER,
          AssessmentAddresses.SESSION_CLAIM,
          AssessmentAddresses.SESSION_LEAVE);

  private static final Set<String> READERS = Set.of("organiser A", "member A", "report A");

  /** Who may, beside nobody; the others get 404. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry(AssessmentAddresses.TEAM_GET, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.TEAM_UPDATE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.TEAM_DELETE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ORGANISER_ROTATE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ROUND_OPEN, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ROUND_LIST, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ROUND_GET, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ROUND_UPDATE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ROUND_DELETE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ROUND_CLOSE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ROUND_REOPEN, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.MEMBER_ROTATE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.PARTICIPATION_GET, Set.of("member A", "ticket A")),
          Map.entry(AssessmentAddresses.TICKET_DRAW, Set.of("member A")),
          Map.entry(AssessmentAddresses.SHEET_SUBMIT, Set.of("ticket A")),
          Map.entry(AssessmentAddresses.SHARE_CREATE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.SHARE_LIST, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.SHARE_DELETE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.COMMENT_UPDATE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ACTION_CREATE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ACTION_LIST, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ACTION_UPDATE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.ACTION_DELETE, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.TREND_GET, Set.of("organiser A")),
          Map.entry(AssessmentAddresses.REPORT_GET, READERS),
          Map.entry(AssessmentAddresses.REPORT_BUNDLE_GET, READERS),
          Map.entry(AssessmentAddresses.REPORT_CSV_GET, READERS),
          Map.entry(AssessmentAddresses.REPORT_XLSX_GET, READERS),
          Map.entry(AssessmentAddresses.REPORT_PDF_GET, READERS));

  /** The team comes from the token alone: another organiser works on another team. */
  private static final Set<String> OWN_TEAM =
      Set.of(
          AssessmentAddresses.TEAM_GET,
          AssessmentAddresses.TEAM_UPDATE,
          AssessmentAddresses.TEAM_DELETE,
          AssessmentAddresses.ORGANISER_ROTATE,
          AssessmentAddresses.ROUND_OPEN,
          AssessmentAddresses.ROUND_LIST,
          AssessmentAddresses.SHARE_LIST,
          AssessmentAddresses.ACTION_CREATE,
          AssessmentAddresses.ACTION_LIST,
          AssessmentAddresses.TREND_GET);

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
  void everyOperationHasARow() {
    Set<String> rows = new HashSet<>(PUBLIC);
    rows.addAll(ALLOWED.keySet());
    assertEquals(Set.copyOf(AssessmentAddresses.requests()), rows);
  }

  @Test
  void onlyThoseWhoMayGetAnythingButTheSame404() {
    List<String> broken = new ArrayList<>();
    for (Map.Entry<String, Set<String>> row : ALLOWED.entrySet()) {
      // a fresh team for each operation: some of them end it
      TestTeam a = TestTeam.withRound(suite, 4);
      TestTeam b = TestTeam.withRound(suite, 4);
      JsonObject things = thingsOf(a);
      for (Map.Entry<String, String> holder : strangersFirst(a, b, row.getValue()).entrySet()) {
        if (holder.getKey().equals("organiser B") && OWN_TEAM.contains(row.getKey())) {
          continue;
        }
        boolean may = row.getValue().contains(holder.getKey());
        String outcome = outcome(row.getKey(), message(a, holder.getValue()).mergeIn(things));
        boolean right =
            may
                ? !outcome.startsWith("404") && !outcome.startsWith("401")
                : outcome.equals("404 not-found []");
        if (!right) {
          broken.add(row.getKey() + " as " + holder.getKey() + ": " + outcome);
        }
        if (may) {
          break;
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void whatAnotherOrganiserDoesStaysWithTheOtherTeam() {
    TestTeam a = TestTeam.withRound(suite, 4);
    JsonObject before = suite.ask(AssessmentAddresses.TEAM_GET, a.asOrganiser());
    JsonObject rounds = suite.ask(AssessmentAddresses.ROUND_LIST, a.asOrganiser());
    for (String address : OWN_TEAM) {
      TestTeam b = TestTeam.withRound(suite, 4);
      JsonObject widened =
          message(a, b.organiser)
              .put("team", before.getString("id"))
              .put("id", before.getString("id"))
              .put("name", "Other");
      assertEquals("200", outcome(address, widened), address);
    }
    assertEquals(before, suite.ask(AssessmentAddresses.TEAM_GET, a.asOrganiser()));
    assertEquals(rounds, suite.ask(AssessmentAddresses.ROUND_LIST, a.asOrganiser()));
  }

  @Test
  void theLinksAndCommentsOfAnotherTeamAreUnknown() {
    TestTeam a = TestTeam.withRound(suite, 4);
    TestTeam b = TestTeam.withRound(suite, 4);
    JsonObject theirs = thingsOf(b);
    for (String address :
        List.of(AssessmentAddresses.SHARE_DELETE, AssessmentAddresses.COMMENT_UPDATE)) {
      assertEquals("404 not-found []", outcome(address, a.aboutRound().mergeIn(theirs)), address);
    }
    assertEquals(
        "200", outcome(AssessmentAddresses.COMMENT_UPDATE, b.aboutRound().mergeIn(theirs)));
    assertEquals("200", outcome(AssessmentAddresses.SHARE_DELETE, b.aboutRound().mergeIn(theirs)));
  }

  @Test
  void withoutATokenTheAnswerIs401() {
    TestTeam team = TestTeam.withRound(suite, 4);
    ALLOWED
        .keySet()
        .forEach(
            address ->
                assertEquals(
                    "401 unauthorized []", outcome(address, message(team, null)), address));
  }

  @Test
  void aRoundOfAnotherTeamIsAsUnknownAsOneThatNeverWas() {
    TestTeam a = TestTeam.withRound(suite, 4);
    TestTeam b = TestTeam.withRound(suite, 4);
    for (String address :
        List.of(
            AssessmentAddresses.ROUND_GET,
            AssessmentAddresses.ROUND_UPDATE,
            AssessmentAddresses.ROUND_DELETE,
            AssessmentAddresses.ROUND_CLOSE,
            AssessmentAddresses.ROUND_REOPEN,
            AssessmentAddresses.MEMBER_ROTATE,
            AssessmentAddresses.SHARE_CREATE,
            AssessmentAddresses.REPORT_GET,
            AssessmentAddresses.REPORT_BUNDLE_GET,
            AssessmentAddresses.REPORT_CSV_GET,
            AssessmentAddresses.REPORT_XLSX_GET,
            AssessmentAddresses.REPORT_PDF_GET)) {
      for (String round :
          List.of(b.round, "00000000-0000-4000-8000-000000000000", "x", "1-1-1-1-1")) {
        assertEquals(
            "404 not-found []",
            outcome(address, a.aboutRound().put("round", round)),
            address + " " + round);
      }
      assertEquals(
          "404 not-found []", outcome(address, a.asOrganiser()), address + " without a round");
    }
    assertEquals("open", b.get().getString("state"));
  }

  private static JsonObject share(TestTeam team) {
    return suite.ask(AssessmentAddresses.SHARE_CREATE, team.aboutRound());
  }

  /** What only its own team can name: a report link and a comment. */
  private static JsonObject thingsOf(TestTeam team) {
    suite.sql(
        "insert into comment (round, area, text) values ('%s', 'P1', 'x')".formatted(team.round));
    String comment =
        suite
            .sql("select handle from comment where round = '%s'".formatted(team.round))
            .get(0)
            .getUUID("handle")
            .toString();
    return new JsonObject()
        .put("share", share(team).getJsonObject("share").getString("id"))
        .put("action", action(team))
        .put("comment", comment)
        .put("hidden", true);
  }

  private static String action(TestTeam team) {
    JsonObject action = team.asOrganiser().put("text", "Ask three customers");
    return suite.ask(AssessmentAddresses.ACTION_CREATE, action).getString("id");
  }

  private static Map<String, String> strangersFirst(TestTeam a, TestTeam b, Set<String> allowed) {
    Map<String, String> holders = new LinkedHashMap<>();
    holders.put("unknown", "nobody-knows-this-token-at-all-0123456789ab");
    holders.put("unknown ticket", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ");
    holders.put("organiser B", b.organiser);
    holders.put("recovery A", a.recoveryCode);
    holders.put("member A", a.member);
    holders.put("ticket A", a.drawTicket());
    holders.put("report A", share(a).getJsonObject("report").getString("token"));
    holders.put("organiser A", a.organiser);
    Map<String, String> ordered = new LinkedHashMap<>();
    holders.forEach((name, token) -> putIf(ordered, name, token, !allowed.contains(name)));
    holders.forEach((name, token) -> putIf(ordered, name, token, allowed.contains(name)));
    return ordered;
  }

  private static void putIf(Map<String, String> map, String name, String token, boolean really) {
    if (really) {
      map.put(name, token);
    }
  }

  private static JsonObject message(TestTeam team, String token) {
    return TestSheet.healthy()
        .message(token, TestTeam.newKey())
        .put("round", team.round)
        .put("size", 5)
        .put("name", "Noordzij")
        .put("text", "Ask three customers");
  }

  private static String outcome(String address, JsonObject message) {
    boolean document =
        Set.of(
                AssessmentAddresses.REPORT_GET,
                AssessmentAddresses.REPORT_BUNDLE_GET,
                AssessmentAddresses.REPORT_CSV_GET,
                AssessmentAddresses.REPORT_XLSX_GET,
                AssessmentAddresses.REPORT_PDF_GET,
                AssessmentAddresses.TREND_GET)
            .contains(address);
    JsonObject fitting = message.copy();
    if (address.equals(AssessmentAddresses.SHARE_CREATE)) {
      fitting.remove("comments");
    }
    if (address.equals(AssessmentAddresses.ROUND_UPDATE)) {
      fitting.remove("instrument");
    }
    if (address.equals(AssessmentAddresses.ROUND_OPEN)) {
      fitting.put("instrument", "role-gap-scan");
    }
    Future<?> answer =
        document ? suite.documentLater(address, fitting) : suite.send(address, fitting);
    Throwable failure = Suite.await(answer.map((Throwable) null).otherwise(it -> it));
    return failure instanceof BusFailure refusal
        ? refusal.status() + " " + refusal.code() + " " + refusal.faults()
        : "200";
  }
}
