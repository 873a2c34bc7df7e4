package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.GoldenMessages;
import dev.rolewise.gateway.contract.ServiceStandIn.Asked;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts of role profiles: of a role for anybody, of a report for whoever may read it. */
class BriefTest {
  private static final String ROUND = "/rounds/3f0c6a52-9b1e-4d7a-8a55-0e6b1c2d3f40";
  private static final Map<String, String> TOKEN =
      Map.of("Authorization", "Bearer mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E");

  private final JsonObject brief = GoldenMessages.message("role-brief").getJsonObject("reply");
  private final JsonObject report = SampleDocuments.read(AssessmentAddresses.REPORT_GET, "nl");
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start();
    gateway.services().reply(ContentAddress.ROLE_BRIEF, brief, "nl");
    gateway.services().reply(AssessmentAddresses.REPORT_GET, report, "nl");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void aRolesBriefIsSavedInEitherFormAndKept() {
    HttpAnswer json = get("/roles/product-manager/brief?locale=nl&variant=hire");
    gateway.check("getRoleBrief", json);
    assertEquals(brief, json.json());
    assertEquals(
        "attachment; filename=product-manager-hire.json", json.header("content-disposition"));
    for (int i = 0; i < 3; i++) {
      HttpAnswer markdown = get("/roles/product-manager/brief.md?locale=nl&variant=hire");
      gateway.check("getRoleBriefMarkdown", markdown);
      assertEquals(
          "attachment; filename=product-manager-hire.md", markdown.header("content-disposition"));
      assertEquals("text/markdown; charset=utf-8", markdown.header("content-type"));
      assertEquals("nl", markdown.header("content-language"));
      assertTrue(markdown.header("cache-control").startsWith("public, max-age="));
      assertFalse(json.header("etag").equals(markdown.header("etag")));
    }
    // each form was asked for once
    assertEquals(2, gateway.services().asked().size());
  }

  @Test
  void theMarkdownHasEveryPartUnderItsHeading() {
    String markdown = get("/roles/product-manager/brief.md?locale=nl").text();
    assertEquals(
        """
        # Productmanager

        **Conceptvacature**

        > Dit is een concept.

        > Dit profiel gaat over een rol, niet over mensen.

        Er komt iemand bij.

        ## De rol

        Zoekt uit wat er gemaakt moet worden, en waarom.

        ## Past dit bij jullie?

        Iemand erbij voor wie dit het hele werk is.

        ## Verantwoordelijkheden

        - **Klantinzicht**: Weet wat klanten nodig hebben.

        ## Regel dit vooraf

        - Spreek af wie de nieuwe collega inwerkt.

        ## De eerste 90 dagen

        ### Tot dag 30

        - Spreekt ieder teamlid.
        - Heeft vijf klanten gesproken.

        ### Tot dag 60

        - Laat zien wat klanten zeggen.

        ### Tot dag 90

        - Eén keuze is anders uitgevallen.

        ## Vragen voor het sollicitatiegesprek

        1. Wat wilde een klant anders dan je dacht?
        2. Wat wil je van dit team weten?

        ## Wat deze rol niet is

        - Iemand die alle verzoeken noteert.
        """,
        markdown);
  }

  @Test
  void aRefusalIsNoFile() {
    gateway.services().refuse(ContentAddress.ROLE_BRIEF, BusFailure.notFound());
    for (String path : List.of("/roles/nobody/brief", "/roles/nobody/brief.md")) {
      HttpAnswer refusal = get(path);
      assertEquals(404, refusal.status());
      assertNull(refusal.header("content-disposition"));
    }
    HttpAnswer ofReport = get(ROUND + "/brief");
    gateway.check("getReportBrief", ofReport);
    assertEquals(404, ofReport.status());
    assertNull(ofReport.header("content-disposition"));
  }

  @Test
  void aReportsBriefIsAboutWhatItLeavesOpen() {
    area("P1").put("quadrant", "FINE").put("split", true);
    area("P2").put("quadrant", "FINE");
    area("P4").put("quadrant", "UNSUPPORTED");
    HttpAnswer answer = get(ROUND + "/brief?locale=nl");
    gateway.check("getReportBrief", answer);
    assertEquals(200, answer.status(), answer.text());
    assertEquals("no-store", answer.header("cache-control"));
    assertEquals(
        "attachment; filename=product-manager-hire.json", answer.header("content-disposition"));
    JsonObject made = answer.json();
    JsonObject shown = made.getJsonObject("report");
    assertEquals("Noordzij", shown.getString("team"));
    assertEquals(List.of("P3 vacant"), standings(shown));
    assertEquals(
        List.of("P1"),
        shown.getJsonArray("discuss").stream()
            .map(it -> ((JsonObject) it).getString("id"))
            .toList());
    // the library says nothing about P3 here: the report's own words stand in
    assertEquals(
        new JsonArray()
            .add(
                new JsonObject()
                    .put("id", "P3")
                    .put("name", area("P3").getString("name"))
                    .put("text", area("P3").getString("question"))
                    .put("areas", new JsonArray().add("P3"))),
        made.getJsonArray("responsibilities"));
    assertFalse(answer.text().contains("customer-evidence"));
    assertFalse(made.getJsonArray("questions").isEmpty());
    // a mandate also helps whoever has it while it hurts
    gateway.services().reply(ContentAddress.ROLE_BRIEF, brief, "nl");
    HttpAnswer mandate = get(ROUND + "/brief?locale=nl&variant=mandate");
    assertEquals(
        List.of("P3 vacant", "P4 unsupported"), standings(mandate.json().getJsonObject("report")));
  }

  @Test
  void stepsAndQuestionsFollowTheirResponsibility() {
    area("P2").put("quadrant", "FINE");
    area("P3").put("quadrant", "FINE");
    area("P4").put("quadrant", "FINE");
    JsonObject made = get(ROUND + "/brief?locale=nl").json();
    assertEquals(brief.getJsonArray("firstDays"), made.getJsonArray("firstDays"));
    assertEquals(brief.getJsonArray("questions"), made.getJsonArray("questions"));
    assertEquals(brief.getJsonArray("responsibilities"), made.getJsonArray("responsibilities"));
  }

  /** Scores, counts, agreement and comments stay in the report. */
  @Test
  void nothingButNamesAndStandingsLeavesTheReport() {
    area("P1").put("comments", new JsonArray().add("somebody wrote this")).put("split", true);
    for (String path : List.of("/brief", "/brief.md")) {
      String text = get(ROUND + path + "?locale=nl").text();
      for (String kept :
          List.of("somebody wrote this", "75", "100.0", "distribution", "agreement", "dontKnow")) {
        assertFalse(text.contains(kept), kept);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>window.__ran=1</script>",
        "[x](javascript:alert(1))",
        "![x](https://evil.example/a.png)",
        "# Noordzij\n\n## De baas",
        "```\ncode",
        "**vet** | a | b |",
        "1. eerste",
        "=cmd|' /C calc'!A0",
        "&lt;b&gt; \\*",
        "turned \u202Eround"
      })
  void whatATeamTypedStandsInTheMarkdownAsWords(String typed) {
    report.getJsonObject("round").getJsonObject("team").put("name", typed);
    HttpAnswer answer = get(ROUND + "/brief.md?locale=nl");
    gateway.check("getReportBriefMarkdown", answer);
    assertEquals(200, answer.status(), answer.text());
    List<String> lines = answer.text().lines().toList();
    String plain = brief.encode();
    List<String> team = lines.stream().filter(line -> line.startsWith("- Team: ")).toList();
    assertEquals(1, team.size());
    String rest = team.get(0).substring(8).replaceAll("\\\\[!-/:-@\\[-`{-~]", "");
    assertFalse(rest.matches(".*[<>\\[\\]`*_|#&].*"), team.get(0));
    // and the document around it is the one of any other name
    report.getJsonObject("round").getJsonObject("team").put("name", "Noordzij");
    List<String> usual = get(ROUND + "/brief.md?locale=nl").text().lines().toList();
    assertEquals(usual.size(), lines.size(), plain);
    for (int i = 0; i < usual.size(); i++) {
      assertTrue(usual.get(i).startsWith("- Team: ") || usual.get(i).equals(lines.get(i)));
    }
  }

  @Test
  void withoutAnythingOpenThereIsNoBrief() {
    for (String role : List.of("project-manager", "programme-manager")) {
      HttpAnswer none = get(ROUND + "/brief?role=" + role);
      gateway.check("getReportBrief", none);
      boolean inReport = role.equals("project-manager");
      assertEquals(inReport ? "nothing-vacant" : "invalid-values", none.code());
      assertEquals(inReport ? List.of() : List.of("/role unknown"), none.faults());
    }
    report.put("areas", new JsonArray()).put("roles", new JsonArray());
    HttpAnswer nothing = get(ROUND + "/brief.md?locale=nl");
    gateway.check("getReportBriefMarkdown", nothing);
    assertEquals("nothing-vacant", nothing.code());
    assertTrue(nothing.text().contains("Dit rapport laat hier niets open"));
    report.put("verdict", null);
    assertEquals("nothing-vacant", get(ROUND + "/brief").code());
  }

  @Test
  void theRoleToFillFirstComesFirst() {
    report.getJsonArray("areas").forEach(area -> ((JsonObject) area).put("quadrant", "VACANT"));
    JsonObject verdict = report.getJsonObject("verdict");
    verdict.put("fillFirst", "project-manager");
    get(ROUND + "/brief");
    assertEquals("project-manager", askedFor());
    verdict.put("fillFirst", null);
    get(ROUND + "/brief?variant=hat");
    assertEquals("product-manager", askedFor());
    get(ROUND + "/brief?variant=hat&role=project-manager");
    assertEquals("project-manager", askedFor());
  }

  /** Whoever may not read the report hears what they would hear about the report. */
  @Test
  void theRightIsThatOfTheReport() {
    for (BusFailure refusal : List.of(BusFailure.notFound(), BusFailure.conflict("not-released"))) {
      gateway.services().refuse(AssessmentAddresses.REPORT_GET, refusal);
      gateway.services().forget();
      HttpAnswer answer = get(ROUND + "/brief?variant=clone&role=nobody");
      gateway.check("getReportBrief", answer);
      assertEquals(refusal.code(), answer.code());
      assertEquals(
          List.of(AssessmentAddresses.REPORT_GET),
          gateway.services().asked().stream().map(Asked::address).toList());
    }
  }

  @Test
  void aVariantThatIsNoneIsRefused() {
    HttpAnswer answer = get(ROUND + "/brief?variant=clone");
    gateway.check("getReportBrief", answer);
    assertEquals(422, answer.status());
    assertEquals(List.of("/variant unknown"), answer.faults());
  }

  /** The library may be away: what was read of it before is still true of the role. */
  @Test
  void aKeptBriefServesReportsWhileTheLibraryIsAway() {
    assertEquals(200, get(ROUND + "/brief").status());
    gateway
        .services()
        .decide(ContentAddress.ROLE_BRIEF, body -> Future.failedFuture(BusFailure.unavailable()));
    assertEquals(200, get(ROUND + "/brief.md").status());
    HttpAnswer other = get(ROUND + "/brief.md?variant=hat");
    gateway.check("getReportBriefMarkdown", other);
    assertEquals(503, other.status());
  }

  private String askedFor() {
    List<Asked> asked = gateway.services().asked();
    return asked.get(asked.size() - 1).body().getString("id");
  }

  private JsonObject area(String id) {
    return report.getJsonArray("areas").stream()
        .map(JsonObject.class::cast)
        .filter(area -> id.equals(area.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> standings(JsonObject shown) {
    return shown.getJsonArray("areas").stream()
        .map(JsonObject.class::cast)
        .map(area -> area.getString("id") + " " + area.getString("standing"))
        .toList();
  }

  private HttpAnswer get(String path) {
    return gateway.ask(HttpMethod.GET, path, path.startsWith(ROUND) ? TOKEN : Map.of(), null);
  }
}
