package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The main job over HTTP alone: a team opens a round, answers, closes, and reads which role it
 * misses.
 */
@ExtendWith(SharedSuite.class)
class HttpJourneyIT {
  private final Api api;

  HttpJourneyIT(RunningSuite suite) {
    api = suite.api();
  }

  @Test
  void aTeamOfSixWithAClearProductGapMissesAProductManager() {
    Organiser organiser = Organiser.open(api, "Six", 6, 1);
    organiser.answers(
        Collections.nCopies(6, organiser.questionnaire().sheet(Organiser.PRODUCT_GAP)));
    organiser.close();

    JsonObject report = organiser.report("en");
    JsonObject verdict = report.getJsonObject("verdict");
    assertEquals("PRODUCT", verdict.getString("code"));
    assertEquals("R4", verdict.getString("rule"));
    assertEquals("firm", verdict.getString("firmness"));
    // a: "often" = 3, b reversed = 3, so S = 25 x 3; everybody says nobody does it, so G = 100 x (1
    // - 0)
    JsonObject product = byId(report.getJsonArray("roles"), "product-manager");
    assertEquals(75.0, product.getDouble("struggle"));
    assertEquals(100.0, product.getDouble("gap"));
    assertEquals("VACANT", product.getString("quadrant"));
    JsonObject project = byId(report.getJsonArray("roles"), "project-manager");
    assertEquals(25.0, project.getDouble("struggle"));
    assertEquals(0.0, project.getDouble("gap"));
    assertEquals("FINE", project.getString("quadrant"));
    JsonObject area = byId(report.getJsonArray("areas"), "P1");
    assertEquals(new JsonArray(List.of(0, 0, 0, 12, 0)), area.getJsonArray("distribution"));
    assertEquals(new JsonArray(List.of(0, 0, 0, 0, 6)), area.getJsonArray("coverage"));
    assertEquals(0, report.getInteger("heldBack"));
    assertFalse(report.getJsonArray("nextSteps").isEmpty());
  }

  @Test
  void aHealthySelfOrganisingTeamNeedsNobody() {
    Organiser organiser = Organiser.open(api, "Seven", 7, 1);
    organiser.answers(
        Collections.nCopies(7, organiser.questionnaire().sheet(Organiser.SELF_ORGANISING)));
    organiser.close();
    JsonObject verdict = organiser.report("nl").getJsonObject("verdict");
    assertEquals("NO_EXTRA_ROLE", verdict.getString("code"));
    assertTrue(verdict.getJsonArray("also").contains("NAME_AN_OWNER"), verdict.encode());
  }

  @Test
  void gapsOnAllThreeSidesWithThreeInitiativesNeedBothAndAProgrammeManager() {
    Organiser organiser = Organiser.open(api, "Nine", 9, 3);
    organiser.answers(
        Collections.nCopies(9, organiser.questionnaire().sheet(Organiser.EVERYWHERE)));
    organiser.close();
    JsonObject verdict = organiser.report("en").getJsonObject("verdict");
    assertEquals("BOTH_PROGRAMME", verdict.getString("code"));
    assertEquals("R1", verdict.getString("rule"));
    assertTrue(verdict.getJsonArray("also").contains("UNIFORM_STRUGGLE"), verdict.encode());
  }

  @Test
  void threeAnswersOfEightAreNotEnoughAndNothingIsReleased() {
    Organiser organiser = Organiser.open(api, "Eight", 8, 1);
    organiser.answers(
        Collections.nCopies(3, organiser.questionnaire().sheet(Organiser.PRODUCT_GAP)));
    organiser.close();
    JsonObject report = organiser.report("en");
    JsonObject verdict = report.getJsonObject("verdict");
    assertEquals("NOT_ENOUGH_DATA", verdict.getString("code"));
    assertEquals("R0", verdict.getString("rule"));
    assertNull(verdict.getString("firmness"));
    assertNull(verdict.getString("confidence"));
    assertEquals(0, report.getInteger("n"));
    assertEquals(3, report.getInteger("received"));
    assertEquals(3, report.getInteger("heldBack"));
    assertTrue(report.getJsonArray("roles").isEmpty(), report.encode());
    assertTrue(report.getJsonArray("areas").isEmpty(), report.encode());
  }

  @Test
  void heldBackAnswersCountWhenTheRoundIsReopenedForMore() {
    Organiser organiser = Organiser.open(api, "Eight again", 6, 1);
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    organiser.answers(Collections.nCopies(3, sheet));
    organiser.close();
    api.post("/api/v1/rounds/" + organiser.round() + "/reopen", organiser.token(), null)
        .expect(200);
    organiser.answers(Collections.nCopies(2, sheet));
    organiser.close();
    JsonObject report = organiser.report("en");
    assertEquals(5, report.getInteger("n"));
    assertEquals("PRODUCT", report.getJsonObject("verdict").getString("code"));
  }

  @Test
  void aTeamOfFourWithADontKnowHereAndThereStillGetsAVerdict() {
    Organiser organiser = Organiser.open(api, "Four", 4, 1);
    Questionnaire questionnaire = organiser.questionnaire();
    List<JsonObject> sheets =
        new ArrayList<>(Collections.nCopies(3, questionnaire.sheet(Organiser.PRODUCT_GAP)));
    JsonObject unsure = questionnaire.sheet(Organiser.PRODUCT_GAP);
    unsure.getJsonObject("answers").putNull("P2a").putNull("J1b");
    unsure.getJsonObject("coverage").putNull("P4").putNull("J3");
    sheets.add(unsure);
    organiser.answers(sheets);
    organiser.close();
    assertEquals("PRODUCT", organiser.report("en").getJsonObject("verdict").getString("code"));
  }

  @Test
  void aStruggleOfExactlyFortyFiveCountsAsHigh() {
    Organiser organiser = Organiser.open(api, "Five on the gate", 5, 1);
    // five persons, recoded sums 4 4 4 3 3 over two wordings: 25 x 18 / 10 = 45 exactly
    List<JsonObject> sheets = new ArrayList<>();
    for (int person = 0; person < 5; person++) {
      Map<String, Questionnaire.Opinion> view = new HashMap<>(Organiser.HEALTHY);
      view.put("product", new Questionnaire.Opinion(2, 5));
      JsonObject sheet = organiser.questionnaire().sheet(view);
      if (person >= 3) {
        for (int area = 1; area <= 4; area++) {
          sheet.getJsonObject("answers").put("P" + area + "a", 1);
        }
      }
      sheets.add(sheet);
    }
    organiser.answers(sheets);
    organiser.close();
    JsonObject report = organiser.report("en");
    JsonObject product = byId(report.getJsonArray("roles"), "product-manager");
    assertEquals(45.0, product.getDouble("struggle"));
    assertEquals("VACANT", product.getString("quadrant"));
    assertEquals("PRODUCT", report.getJsonObject("verdict").getString("code"));
  }

  @Test
  void aLostAcknowledgementIsAnsweredAgainAndATicketWorksOnce() {
    Organiser organiser = Organiser.open(api, "Retry", 4, 1);
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.HEALTHY);
    String ticket = organiser.drawTicket();
    String key = UUID.randomUUID().toString();
    JsonObject first = api.submit(ticket, key, sheet).expect(201).json();
    JsonObject again = api.submit(ticket.toLowerCase(), key, sheet).expect(201).json();
    assertEquals(first.getString("receipt"), again.getString("receipt"));
    JsonObject other = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    assertEquals("key-reused", api.submit(ticket, key, other).expect(422).json().getString("code"));
    assertEquals(
        "ticket-spent",
        api.submit(ticket, UUID.randomUUID().toString(), other)
            .expect(409)
            .json()
            .getString("code"));
    assertEquals(1, organiser.state().getJsonObject("turnout").getInteger("n"));
  }

  @Test
  void aReportReadsInBothLanguagesWithTheSameNumbers() {
    Organiser organiser = Organiser.open(api, "Tweetalig", 4, 1);
    organiser.answers(
        Collections.nCopies(4, organiser.questionnaire().sheet(Organiser.PRODUCT_GAP)));
    organiser.close();
    JsonObject english = organiser.report("en");
    JsonObject dutch = organiser.report("nl");
    assertFalse(
        english
            .getJsonObject("verdict")
            .getString("text")
            .equals(dutch.getJsonObject("verdict").getString("text")));
    assertEquals(
        byId(english.getJsonArray("roles"), "product-manager").getDouble("gap"),
        byId(dutch.getJsonArray("roles"), "product-manager").getDouble("gap"));
  }

  private static JsonObject byId(JsonArray array, String id) {
    return array.stream()
        .map(JsonObject.class::cast)
        .filter(entry -> id.equals(entry.getString("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in " + array.encode()));
  }
}
