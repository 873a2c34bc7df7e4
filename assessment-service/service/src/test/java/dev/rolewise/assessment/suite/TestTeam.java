package dev.rolewise.assessment.suite;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** A team with one open round: what a test says about it reads like a sentence. */
public final class TestTeam {
  private final Suite suite;
  public final String organiser;
  public final String recoveryCode;
  public String round;
  public String member;
  public List<String> tickets = List.of();

  private TestTeam(Suite suite, JsonObject created) {
    this.suite = suite;
    this.organiser = created.getJsonObject("organiser").getString("token");
    this.recoveryCode = created.getJsonObject("organiser").getString("recoveryCode");
  }

  public static TestTeam create(Suite suite, int initiatives, String... rolesPresent) {
    return new TestTeam(
        suite,
        suite.ask(
            AssessmentAddresses.TEAM_CREATE,
            new JsonObject()
                .put("name", "Noordzij")
                .put("locale", "nl")
                .put(
                    "context",
                    new JsonObject()
                        .put("initiatives", initiatives)
                        .put("rolesPresent", new JsonArray(List.of(rolesPresent))))));
  }

  /** A team with one initiative and an open round of so many people. */
  public static TestTeam withRound(Suite suite, int size) {
    return create(suite, 1).open(new JsonObject().put("size", size));
  }

  public TestTeam open(JsonObject details) {
    JsonObject opened =
        suite.ask(
            AssessmentAddresses.ROUND_OPEN,
            details.copy().put("token", organiser).put("instrument", "role-gap-scan"));
    round = opened.getJsonObject("round").getString("id");
    member = opened.getJsonObject("member").getString("token");
    tickets =
        opened.getJsonArray("tickets", new JsonArray()).stream().map(String.class::cast).toList();
    return this;
  }

  public String drawTicket() {
    return suite
        .ask(AssessmentAddresses.TICKET_DRAW, new JsonObject().put("token", member))
        .getString("ticket");
  }

  /** Draws a ticket and hands in a sheet. */
  public String submit(TestSheet sheet) {
    return suite
        .ask(AssessmentAddresses.SHEET_SUBMIT, sheet.message(drawTicket(), newKey()))
        .getString("receipt");
  }

  public void submitTimes(int times, TestSheet sheet) {
    for (int i = 0; i < times; i++) {
      submit(sheet);
    }
  }

  public JsonObject close() {
    return suite.ask(AssessmentAddresses.ROUND_CLOSE, aboutRound());
  }

  public JsonObject get() {
    return suite.ask(AssessmentAddresses.ROUND_GET, aboutRound());
  }

  public JsonObject report(String locale) {
    return suite.document(AssessmentAddresses.REPORT_GET, aboutRound().put("locale", locale));
  }

  public JsonObject aboutRound() {
    return new JsonObject().put("token", organiser).put("round", round);
  }

  public JsonObject asOrganiser() {
    return new JsonObject().put("token", organiser);
  }

  public static String newKey() {
    return UUID.randomUUID().toString();
  }
}
