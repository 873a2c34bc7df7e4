package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.session.Visitor;
import dev.rolewise.gateway.session.Visitor.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an organisation does with signing in, over HTTP, whichever issuer it has: Anna starts a team
 * and a round, four colleagues sign in, draw a ticket each and answer, Anna reads the report and
 * signs out.
 */
final class SignInJourney {
  static final String OWNER = "anna";
  static final List<String> COLLEAGUES = List.of("bram", "cleo", "dirk", "esmee");

  private static final String COOKIE = "__Host-rw-session";

  private final RunningSuite suite;
  private final String origin;
  private final Login login;
  private final List<String> secrets = new ArrayList<>();

  /** How somebody gets past the issuer. */
  interface Login {
    /** From the issuer's address to the answer that leads back to us, not yet gone. */
    String back(Visitor visitor, String issuer, String person);
  }

  SignInJourney(RunningSuite suite, Login login) {
    this.suite = suite;
    this.origin = "http://localhost:" + suite.port();
    this.login = login;
  }

  void run() {
    Visitor anna = signIn(OWNER);
    JsonObject created =
        json(own(anna, "POST", "/teams", null, new JsonObject().put("name", "Noordzij")), 201);
    String team = created.getJsonObject("team").getString("id");
    assertEquals(List.of(team), teams(anna));
    String organiser =
        json(own(anna, "POST", "/session/teams/" + team + "/organiser", null, null), 200)
            .getString("token");
    Api api = suite.api();
    assertEquals(team, api.get("/api/v1/team", organiser).expect(200).json().getString("id"));
    JsonObject opened =
        api.post(
                "/api/v1/rounds",
                organiser,
                new JsonObject()
                    .put("instrument", "role-gap-scan")
                    .put("size", 5)
                    .put("entry", "signed-in"))
            .expect(201)
            .json();
    String round = opened.getJsonObject("round").getString("id");
    String member = opened.getJsonObject("member").getString("token");
    assertEquals(
        "signed-in",
        api.get("/api/v1/participation", member).expect(200).json().getString("entry"));
    assertEquals("sign-in-needed", code(api.post("/api/v1/tickets", member, null).expect(401)));
    JsonObject sheet = Questionnaire.read(api, 1).sheet(Organiser.PRODUCT_GAP);
    for (String colleague : COLLEAGUES) {
      answer(colleague, team, member, sheet);
    }
    api.post("/api/v1/rounds/" + round + "/close", organiser, null).expect(200);
    JsonObject report =
        api.get("/api/v1/rounds/" + round + "/report", organiser).expect(200).json();
    assertEquals(4, report.getInteger("n"));
    assertEquals("PRODUCT", report.getJsonObject("verdict").getString("code"));
    organiseTogether(team, created.getJsonObject("organiser").getString("token"), organiser);
    signOut(anna, organiser, api);
    nothingOfItIsInTheLog();
  }

  private void answer(String person, String foreignTeam, String member, JsonObject sheet) {
    Visitor visitor = signIn(person);
    assertEquals(List.of(), teams(visitor));
    String grab = "/session/teams/" + foreignTeam + "/organiser";
    json(own(visitor, "POST", grab, null, null), 404);
    Map<String, String> elsewhere =
        Map.of(
            "Authorization",
            "Bearer " + member,
            "Sec-Fetch-Site",
            "cross-site",
            "Origin",
            "https://elsewhere.example");
    Page forged = visitor.send("POST", origin + "/api/v1/tickets", elsewhere, null);
    assertEquals("cross-site", json(forged, 403).getString("code"));
    String ticket = json(own(visitor, "POST", "/tickets", member, null), 201).getString("ticket");
    assertEquals(
        "ticket-drawn",
        json(own(visitor, "POST", "/tickets", member, null), 409).getString("code"));
    assertEquals(
        "ticket-drawn",
        json(own(signIn(person), "POST", "/tickets", member, null), 409).getString("code"));
    suite.api().submit(ticket, UUID.randomUUID().toString(), sheet).expect(201);
    secrets.add(ticket);
  }

  /** Bram gets the link, makes the team his as well, and gives it up again. */
  private void organiseTogether(String team, String link, String ofTheSession) {
    Visitor bram = signIn(COLLEAGUES.get(0));
    json(own(bram, "POST", "/session/teams", ofTheSession, null), 404);
    json(own(bram, "POST", "/session/teams", link, null), 200);
    assertEquals(List.of(team), teams(bram));
    String token =
        json(own(bram, "POST", "/session/teams/" + team + "/organiser", null, null), 200)
            .getString("token");
    suite.api().get("/api/v1/team", token).expect(200);
    assertEquals(204, own(bram, "DELETE", "/session/teams/" + team, null, null).status());
    assertEquals(List.of(), teams(bram));
    suite.api().get("/api/v1/team", token).expect(404);
    secrets.add(token);
    secrets.add(link);
  }

  private Visitor signIn(String person) {
    Visitor visitor = new Visitor();
    String planted = "planted-before-signing-in-0123456789abcdefgh";
    visitor.plant(origin, COOKIE, planted);
    assertFalse(session(visitor).getBoolean("signedIn"));
    visitor.plant(origin, COOKIE, planted);
    Page start = visitor.open(origin + "/api/v1/session/start?returnTo=/start");
    assertEquals(303, start.status(), start.body());
    String back = login.back(visitor, start.location(), person);
    assertTrue(back.startsWith(origin + "/api/v1/session/callback?"), back);
    Page arrived = visitor.open(back);
    assertEquals(303, arrived.status(), arrived.body());
    assertEquals(origin + "/start", arrived.location());
    assertEquals(400, visitor.open(back).status(), "the way back works once");
    String secret = visitor.cookie(origin, COOKIE);
    assertNotEquals(planted, secret);
    secrets.add(secret);
    assertTrue(session(visitor).getBoolean("signedIn"));
    return visitor;
  }

  private void signOut(Visitor anna, String organiser, Api api) {
    String stolen = anna.cookie(origin, COOKIE);
    JsonObject out = json(own(anna, "DELETE", "/session", null, null), 200);
    assertTrue(out.getString("signOutUrl").contains("post_logout_redirect_uri="), out.encode());
    Visitor thief = new Visitor();
    thief.plant(origin, COOKIE, stolen);
    assertFalse(session(thief).getBoolean("signedIn"));
    api.get("/api/v1/team", organiser).expect(404);
  }

  private void nothingOfItIsInTheLog() {
    String log = suite.log();
    secrets.forEach(secret -> assertFalse(log.contains(secret), "a secret is in the log"));
    for (String person : COLLEAGUES) {
      assertFalse(log.contains(person), person + " is in the log");
    }
  }

  private List<String> teams(Visitor visitor) {
    JsonArray teams = session(visitor).getJsonArray("teams");
    return teams.stream().map(team -> ((JsonObject) team).getString("id")).toList();
  }

  private JsonObject session(Visitor visitor) {
    return json(own(visitor, "GET", "/session", null, null), 200);
  }

  private Page own(Visitor visitor, String method, String path, String token, JsonObject body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Sec-Fetch-Site", "same-origin");
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    return visitor.send(
        method, origin + "/api/v1" + path, headers, body == null ? null : body.encode());
  }

  private static JsonObject json(Page page, int status) {
    assertEquals(status, page.status(), page.body());
    return new JsonObject(page.body());
  }

  private static String code(Api.Answer answer) {
    return answer.json().getString("code");
  }
}
