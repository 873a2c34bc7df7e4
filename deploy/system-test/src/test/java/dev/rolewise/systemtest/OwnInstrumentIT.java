package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.OwnPack.View;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An organisation brings its own pack: whole rounds on instruments with other areas, gates,
 * coverage options and scenarios, in a language that nothing else speaks. What is expected was
 * computed by hand.
 */
@ExtendWith(SharedOwnPack.class)
class OwnInstrumentIT {
  private final RunningSuite suite;
  private final Organiser before;
  private final Path folder;

  OwnInstrumentIT(SharedOwnPack.Shown shown, @TempDir Path folder) {
    this.suite = shown.running();
    this.before = shown.before();
    this.folder = folder;
  }

  @Test
  void theProgramFindsNoFaultInThePack() throws Exception {
    JarCommand checked = JarCommand.run("pack", "validate", OwnPack.FOLDER.toString());
    assertEquals(0, checked.exitCode(), checked.out() + checked.err());
  }

  @Test
  void aRoundOfSixIsJudgedByTheGatesOfItsInstrument() throws Exception {
    Api api = suite.api();
    JsonObject team = team(api, "Salle 4", 3, "production-lead");
    String token = team.getJsonObject("organiser").getString("token");
    JsonObject opened = open(api, token, OwnPack.COMPASS, 6);
    assertEquals(60, opened.getJsonObject("round").getInteger("minimumTurnoutPercent"));
    String round = opened.getJsonObject("round").getString("id");
    String member = opened.getJsonObject("member").getString("token");

    JsonObject asked =
        api.get("/api/v1/instruments/exhibition-compass/versions/1?locale=fr").expect(200).json();
    assertEquals(new JsonArray(List.of("en", "fr", "nl")), asked.getJsonArray("languages"));
    assertEquals(OwnPack.text("fr", OwnPack.COMPASS, "stem"), asked.getString("stem"));

    // six people: four see it one way, two another
    JsonObject four =
        OwnPack.sheet(
            OwnPack.COMPASS,
            Map.of(
                "product", new View(3, 1, 5),
                "project", new View(2, 2, 3),
                "programme", new View(1, 3, 1)),
            "show");
    JsonObject two =
        OwnPack.sheet(
            OwnPack.COMPASS,
            Map.of(
                "visitors", new View(4, null, 3),
                "product", new View(3, 1, 3),
                "project", new View(2, 2, 4),
                "programme", new View(0, 4, null)),
            "show");
    Collections.nCopies(4, four).forEach(sheet -> answer(api, member, sheet));
    Collections.nCopies(2, two).forEach(sheet -> answer(api, member, sheet));
    api.post("/api/v1/rounds/" + round + "/close", token, null).expect(200);

    JsonObject report =
        api.get("/api/v1/rounds/" + round + "/report?locale=fr", token).expect(200).json();
    JsonObject verdict = report.getJsonObject("verdict");
    assertEquals("fr", report.getString("locale"));
    assertEquals("PRODUCT", verdict.getString("code"));
    assertEquals("R4", verdict.getString("rule"));
    assertEquals("firm", verdict.getString("firmness"));
    assertEquals("high", verdict.getString("confidence"));
    assertEquals(
        OwnPack.text("fr", OwnPack.COMPASS, "report.verdicts.PRODUCT.title"),
        verdict.getString("title"));
    // 25 x (4 x 3 + 2 x 4) / 6, and 25 x 3 in the four other areas; 100 x (1 - 2 x .45 / 6)
    assertScores(report, "areas", "visitors", 250.0 / 3, 85.0, "VACANT");
    assertScores(report, "areas", "value", 75.0, 85.0, "VACANT");
    assertScores(report, "roles", "exhibition-lead", 230.0 / 3, 85.0, "VACANT");
    // 25 x 2 is under the gate of 55, and over the one of what ships; 100 x (1 - (4 x .45 + 2 x
    // .15) / 6)
    assertScores(report, "roles", "production-lead", 50.0, 65.0, "INFORMAL");
    // 25 x 4 x 1 / 6; the two who do not know who looks after it do not count
    assertScores(report, "roles", "season-lead", 50.0 / 3, 0.0, "FINE");
    JsonObject visitors = byId(report, "areas", "visitors");
    assertEquals(new JsonArray(List.of(0, 0, 0, 8, 2)), visitors.getJsonArray("distribution"));
    assertEquals(2, visitors.getInteger("dontKnow"));
    assertEquals(new JsonArray(List.of(0, 0, 2, 0, 4)), visitors.getJsonArray("coverage"));
    assertEquals("product", visitors.getString("side"));
    assertEquals(new JsonArray(List.of("HIRE")), verdict.getJsonArray("form"));
    assertTrue(verdict.getJsonArray("also").contains("NAME_AN_OWNER"), verdict.encode());
    assertFalse(report.encode().matches(".*\\{[a-zA-Z]+}.*"), "an open placeholder");
    // and for whoever wishes for it
    for (String form : List.of("report", "report.csv", "report.xlsx", "report.pdf", "brief")) {
      HttpRequest wish =
          HttpRequest.newBuilder(URI.create(suite.url() + "/api/v1/rounds/" + round + "/" + form))
              .header("Authorization", "Bearer " + token)
              .header("Accept-Language", "sv, fr;q=0.9, nl;q=0.5")
              .build();
      HttpResponse<byte[]> wished =
          HttpClient.newHttpClient().send(wish, HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, wished.statusCode(), form);
      assertEquals("fr", wished.headers().firstValue("content-language").orElse(""), form);
    }

    assertRecomputed(api, token, round, "PRODUCT", "R4");
  }

  @Test
  void fourCoverageOptionsAndNoProgrammeSideAreEnough() throws Exception {
    Api api = suite.api();
    String token = team(api, "Atelier", 1).getJsonObject("organiser").getString("token");
    JsonObject opened = open(api, token, OwnPack.CHECK, 4);
    String round = opened.getJsonObject("round").getString("id");
    String member = opened.getJsonObject("member").getString("token");
    JsonObject one =
        OwnPack.sheet(
            OwnPack.CHECK,
            Map.of("product", new View(2, 2, 2), "project", new View(1, 3, 1)),
            "show");
    JsonObject other =
        OwnPack.sheet(
            OwnPack.CHECK,
            Map.of("product", new View(2, 3, 2), "project", new View(1, 3, 1)),
            "show");
    Collections.nCopies(2, one).forEach(sheet -> answer(api, member, sheet));
    Collections.nCopies(2, other).forEach(sheet -> answer(api, member, sheet));
    // five is no option here
    JsonObject five =
        OwnPack.sheet(
            OwnPack.CHECK,
            Map.of("product", new View(2, 3, 5), "project", new View(1, 3, 1)),
            "show");
    String ticket = "ABCDEFGHJKMNPQRSTVWXYZ0123";
    api.submit(ticket, UUID.randomUUID().toString(), five).expect(404);
    api.post("/api/v1/rounds/" + round + "/close", token, null).expect(200);

    JsonObject report =
        api.get("/api/v1/rounds/" + round + "/report?locale=fr", token).expect(200).json();
    assertEquals("PRODUCT", report.getJsonObject("verdict").getString("code"), report.encode());
    // 25 x (2 + 2 + 1.5 + 1.5) / 4 and 100 x (1 - .6): high at 40 and 30, not at 45 and 40
    assertScores(report, "roles", "exhibition-lead", 43.75, 40.0, "VACANT");
    assertScores(report, "roles", "production-lead", 25.0, 0.0, "FINE");
    assertEquals(2, report.getJsonArray("roles").size());
    assertEquals(
        new JsonArray(List.of(0, 4, 0, 0)),
        byId(report, "areas", "q-story").getJsonArray("coverage"));
    assertEquals(4, report.getJsonObject("method").getJsonArray("coverage").size());
    assertEquals(40, report.getJsonObject("method").getInteger("struggleGate"));
    assertRecomputed(api, token, round, "PRODUCT", "R4");
  }

  @Test
  void aRoundThatWasOpenKeepsItsInstrumentToTheReport() {
    Api api = suite.api();
    Organiser open =
        new Organiser(api, before.token(), before.round(), before.member(), before.questionnaire());
    JsonObject pinned = open.state().getJsonObject("instrument");
    assertEquals("role-gap-scan", pinned.getString("id"));
    // members read the questionnaire that their round asks, though it is on show no longer
    assertEquals(
        pinned.getString("hash"),
        api.get("/api/v1/instruments/role-gap-scan/versions/1?locale=nl")
            .expect(200)
            .json()
            .getString("hash"));
    api.get("/api/v1/instruments/role-gap-scan").expect(404);
    open.answers(Collections.nCopies(3, open.questionnaire().sheet(Organiser.PRODUCT_GAP)));
    open.close();
    JsonObject report = open.report("nl");
    assertEquals("PRODUCT", report.getJsonObject("verdict").getString("code"));
    assertEquals(pinned.getString("hash"), report.getJsonObject("instrument").getString("hash"));
    assertScores(report, "roles", "product-manager", 75.0, 100.0, "VACANT");
    // it opens no further ones
    api.post(
            "/api/v1/rounds",
            open.token(),
            new JsonObject().put("instrument", "role-gap-scan").put("size", 4))
        .expect(422);
  }

  @Test
  void theExampleReportIsOfTheInstrumentOnShow() {
    JsonObject example = suite.api().get("/api/v1/example-report?locale=fr").expect(200).json();
    assertEquals(OwnPack.COMPASS, example.getJsonObject("instrument").getString("id"));
    assertEquals("PRODUCT", example.getJsonObject("verdict").getString("code"));
    assertEquals(9, example.getJsonArray("areas").size());
    assertEquals(2, byId(example, "areas", "visitors").getJsonArray("comments").size());
  }

  /**
   * Named in the address or wished for by the browser; a language that the pack has not, is not.
   */
  @Test
  void whoWishesForFrenchReadsFrench() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    Map<String, String> wishes =
        Map.of(
            "fr-CA,fr;q=0.9,en;q=0.1",
            "fr",
            "sv, fr;q=0.5",
            "fr",
            "sv, nl;q=0.5",
            "nl",
            "sv",
            "en");
    for (Map.Entry<String, String> wish : wishes.entrySet()) {
      for (String path :
          List.of(
              "/roles/exhibition-lead",
              "/instruments/exhibition-compass",
              "/search?q=exposition")) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(suite.url() + "/api/v1" + path))
                .header("Accept-Language", wish.getKey())
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(
            wish.getValue(), answer.headers().firstValue("content-language").orElse(""), path);
      }
    }
    assertEquals(
        "Responsable d'exposition",
        suite
            .api()
            .get("/api/v1/roles/exhibition-lead?locale=fr")
            .expect(200)
            .json()
            .getString("name"));
  }

  @Test
  void aTeamHasTheRolesAndTheLanguageOfThePackAndNoOthers() {
    Api api = suite.api();
    JsonObject wrong =
        api.post(
                "/api/v1/teams",
                null,
                new JsonObject()
                    .put("name", "Salle 5")
                    .put("locale", "sv")
                    .put(
                        "context",
                        new JsonObject()
                            .put(
                                "rolesPresent",
                                new JsonArray().add("season-lead").add("product-manager"))))
            .expect(422)
            .json();
    assertEquals(
        List.of("/locale", "/context/rolesPresent/1"),
        wrong.getJsonArray("errors").stream()
            .map(error -> ((JsonObject) error).getString("pointer"))
            .collect(Collectors.toList()));
  }

  private static JsonObject team(Api api, String name, int initiatives, String... present) {
    return api.post(
            "/api/v1/teams",
            null,
            new JsonObject()
                .put("name", name)
                .put("locale", "fr")
                .put(
                    "context",
                    new JsonObject()
                        .put("initiatives", initiatives)
                        .put("rolesPresent", new JsonArray(List.of(present)))))
        .expect(201)
        .json();
  }

  private static JsonObject open(Api api, String token, String instrument, int size) {
    return api.post(
            "/api/v1/rounds",
            token,
            new JsonObject().put("instrument", instrument).put("size", size))
        .expect(201)
        .json();
  }

  private static void answer(Api api, String member, JsonObject sheet) {
    String ticket =
        api.post("/api/v1/tickets", member, null).expect(201).json().getString("ticket");
    api.submit(ticket, UUID.randomUUID().toString(), sheet).expect(201);
  }

  private void assertRecomputed(Api api, String token, String round, String code, String rule)
      throws Exception {
    Path file = folder.resolve(round + ".json");
    Files.writeString(
        file, api.get("/api/v1/rounds/" + round + "/report.bundle.json", token).expect(200).body());
    JarCommand scored = JarCommand.run("score", "--bundle", file.toString());
    assertEquals(0, scored.exitCode(), scored.err() + scored.out());
    assertTrue(scored.out().contains("Verdict: " + code + " by rule " + rule), scored.out());
    assertTrue(scored.out().contains("The bundle and the recomputation agree."), scored.out());
  }

  private static void assertScores(
      JsonObject report, String list, String id, double struggle, double gap, String quadrant) {
    JsonObject scored = byId(report, list, id);
    assertEquals(struggle, scored.getDouble("struggle"), 1e-9, id);
    assertEquals(gap, scored.getDouble("gap"), 1e-9, id);
    assertEquals(quadrant, scored.getString("quadrant"), id);
  }

  private static JsonObject byId(JsonObject report, String list, String id) {
    return report.getJsonArray(list).stream()
        .map(JsonObject.class::cast)
        .filter(it -> id.equals(it.getString("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " among the " + list));
  }
}
