package dev.rolewise.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.gateway.session.Visitor.Page;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session's cookie is good for, and that no other site can use it. */
class CrossSiteTest {
  private static final String TEAM = "{\"name\":\"Noordzij\"}";
  private static final String TOKEN = "mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E";

  /** Every change that the cookie counts for: operation, method, path, body. */
  private static final List<List<String>> CHANGES =
      List.of(
          List.of("createTeam", "POST", "/teams", TEAM),
          List.of("drawTicket", "POST", "/tickets", ""),
          List.of("endSession", "DELETE", "/session", ""),
          List.of("organiseOwnTeam", "POST", "/session/teams/a/organiser", ""),
          List.of("claimTeam", "POST", "/session/teams", ""),
          List.of("leaveTeam", "DELETE", "/session/teams/a", ""));

  private static SigningInGateway house;
  private static SigningInGateway strict;
  private static SigningInGateway links;

  private final Visitor visitor = new Visitor();

  @BeforeAll
  static void start() {
    house = new SigningInGateway(AccessMode.BOTH);
    strict = new SigningInGateway(AccessMode.OIDC);
    links = new SigningInGateway(AccessMode.LINKS);
    for (SigningInGateway each : List.of(house, strict, links)) {
      each.gateway
          .services()
          .decide(AssessmentAddresses.TEAM_CREATE, it -> Future.succeededFuture(new JsonObject()));
      each.gateway
          .services()
          .decide(
              AssessmentAddresses.TICKET_DRAW,
              it -> Future.succeededFuture(new JsonObject().put("ticket", "T")));
      each.gateway
          .services()
          .decide(AssessmentAddresses.ROUND_OPEN, it -> Future.succeededFuture(new JsonObject()));
    }
  }

  @AfterAll
  static void stop() {
    house.close();
    strict.close();
    links.close();
  }

  @BeforeEach
  void signIn() {
    house.signIn(visitor);
    strict.signIn(visitor);
    List.of(house, strict, links).forEach(each -> each.gateway.services().forget());
  }

  @Test
  void aChangeThatNoPageOfOursAskedForIsNotDone() {
    List<Map<String, String>> elsewhere =
        List.of(
            Map.of(),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Sec-Fetch-Site", "none"),
            Map.of("Sec-Fetch-Site", "cross-site", "Origin", house.origin()),
            Map.of("Origin", "https://elsewhere.example"),
            Map.of("Origin", "null"),
            Map.of("Origin", house.origin() + ".elsewhere.example"),
            Map.of("Origin", house.origin().replace("http:", "https:")),
            Map.of("Origin", "http://127.0.0.1"));
    for (List<String> change : CHANGES) {
      for (Map<String, String> headers : elsewhere) {
        Page page = send(house, change, headers);
        house.check(change.get(0), page);
        assertEquals(403, page.status(), change + " " + headers);
        assertEquals("cross-site", code(page));
      }
    }
    assertEquals(List.of(), house.gateway.services().asked());
  }

  @Test
  void ourOwnPagesMayAlsoInBrowsersWithoutFetchMetadata() {
    for (Map<String, String> headers :
        List.of(
            Map.of("Sec-Fetch-Site", "same-origin"),
            Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"),
            Map.of("Origin", house.origin()))) {
      for (List<String> change : CHANGES) {
        house.signIn(visitor);
        Page page = send(house, change, headers);
        assertTrue(page.status() < 300, change + " " + headers + " " + page.body());
      }
    }
  }

  @Test
  void onlyJsonIsTaken() {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      Page page =
          visitor.send(
              "POST",
              house.api("/teams"),
              Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", type),
              TEAM);
      house.check("createTeam", page);
      assertEquals(415, page.status());
    }
  }

  @Test
  void whoeverIsSignedInOwnsTheTeamAndWithoutTheCookieNobodyDoes() {
    String session = visitor.cookie(house.origin(), SessionCookies.SESSION);
    send(house, CHANGES.get(0), Map.of("Sec-Fetch-Site", "same-origin"));
    assertEquals(session, lastAsked(house).getString("session"));
    Visitor stranger = new Visitor();
    Page page =
        stranger.send(
            "POST", house.api("/teams"), Map.of("Content-Type", "application/json"), TEAM);
    assertEquals(201, page.status());
    assertFalse(lastAsked(house).containsKey("session"));
  }

  @Test
  void whereEverybodySignsInATeamNeedsIt() {
    Page page =
        new Visitor()
            .send("POST", strict.api("/teams"), Map.of("Content-Type", "application/json"), TEAM);
    strict.check("createTeam", page);
    assertEquals(401, page.status());
    assertEquals("sign-in-needed", code(page));
    assertEquals(List.of(), strict.gateway.services().asked());
    assertEquals(
        201, send(strict, CHANGES.get(0), Map.of("Sec-Fetch-Site", "same-origin")).status());
  }

  @Test
  void aTeamIsClaimedWithItsLinkAndTheSessionTogether() {
    String session = visitor.cookie(house.origin(), SessionCookies.SESSION);
    Page page = send(house, change("claimTeam"), Map.of("Sec-Fetch-Site", "same-origin"));
    house.check("claimTeam", page);
    assertEquals("Noordzij", new JsonObject(page.body()).getString("name"));
    assertEquals(new JsonObject().put("session", session).put("token", TOKEN), lastAsked(house));
    Page without = house.check("claimTeam", house.own(visitor, "POST", "/session/teams", null));
    assertEquals(401, without.status());
    assertEquals("unauthorized", code(without));
  }

  @Test
  void theLastOwnerGoesOnlyWhereALinkLeadsToTheTeamAsWell() {
    List<String> leaving = change("leaveTeam");
    Page gone = send(house, leaving, Map.of("Sec-Fetch-Site", "same-origin"));
    house.check("leaveTeam", gone);
    assertEquals(204, gone.status());
    assertTrue(lastAsked(house).getBoolean("lastMay"));
    assertEquals("a", lastAsked(house).getString("team"));
    Page kept = send(strict, leaving, Map.of("Sec-Fetch-Site", "same-origin"));
    strict.check("leaveTeam", kept);
    assertEquals(409, kept.status());
    assertEquals("last-owner", code(kept));
  }

  @Test
  void theLevelsOfARoundFollowTheMode() {
    assertEquals("signed-in", opened(strict, null));
    assertEquals("tickets", opened(strict, "tickets"));
    assertEquals("422", opened(strict, "open"));
    assertEquals("none", opened(house, null));
    assertEquals("open", opened(house, "open"));
    assertEquals("signed-in", opened(house, "signed-in"));
    assertEquals("none", opened(links, null));
    assertEquals("422", opened(links, "signed-in"));
  }

  @Test
  void whereOnlyLinksAreUsedThereIsNoneOfIt() {
    visitor.plant(links.origin(), SessionCookies.SESSION, TOKEN);
    Page page = links.check("getSession", visitor.open(links.api("/session")));
    assertEquals("links", new JsonObject(page.body()).getString("mode"));
    assertFalse(new JsonObject(page.body()).getBoolean("signedIn"));
    assertEquals(404, visitor.open(links.api("/session/start")).status());
    assertEquals(404, visitor.open(links.api("/session/callback?code=a&state=b")).status());
    for (List<String> change : CHANGES.subList(2, CHANGES.size())) {
      Page refused = send(links, change, Map.of("Sec-Fetch-Site", "same-origin"));
      links.check(change.get(0), refused);
      assertEquals(404, refused.status());
    }
    assertEquals(List.of(), links.gateway.services().asked());
    // a cookie from another time neither helps nor hinders
    assertEquals(201, send(links, CHANGES.get(0), Map.of()).status());
    assertFalse(lastAsked(links).containsKey("session"));
  }

  @Test
  void withoutASessionNothingOfItIsToBeHad() {
    for (List<String> change : CHANGES.subList(2, CHANGES.size())) {
      for (String cookie : new String[] {null, "short", "with spaces in it, and long enough"}) {
        Visitor stranger = new Visitor();
        if (cookie != null) {
          stranger.plant(house.origin(), SessionCookies.SESSION, cookie);
        }
        Page page =
            house.check(change.get(0), house.own(stranger, change.get(1), change.get(2), null));
        assertEquals(401, page.status());
        assertEquals("sign-in-needed", code(page));
        assertEquals("Session", page.headers().get("www-authenticate").get(0));
      }
    }
    assertEquals(List.of(), house.gateway.services().asked());
  }

  @Test
  void anIssuerThatIsAwayIsSaidSoAndEverythingElseGoesOn() {
    SigningInGateway away =
        new SigningInGateway(AccessMode.BOTH, Optional.of("http://127.0.0.1:1"), 100);
    try (away) {
      Page page = away.check("startSession", new Visitor().open(away.api("/session/start")));
      assertEquals(503, page.status());
      assertTrue(page.headers().containsKey("retry-after"));
      assertFalse(page.headers().containsKey("set-cookie"));
      Page seen =
          new Visitor()
              .send("GET", away.api("/session/start"), Map.of("Accept", "text/html"), null);
      away.check("startSession", seen);
      assertEquals("/sign-in/unavailable", seen.location());
      assertEquals(200, new Visitor().open(away.api("/session")).status());
    }
  }

  @Test
  void oneAddressCannotBeginToSignInForEver() {
    try (SigningInGateway patient = new SigningInGateway(AccessMode.BOTH, Optional.empty(), 2)) {
      patient.signIn(new Visitor());
      patient.signIn(new Visitor());
      patient.gateway.services().forget();
      Page third = patient.check("startSession", visitor.open(patient.api("/session/start")));
      assertEquals(429, third.status());
      assertEquals(
          "/sign-in/unavailable",
          visitor
              .send("GET", patient.api("/session/start"), Map.of("Accept", "text/html"), null)
              .location());
      assertTrue(Integer.parseInt(third.headers().get("retry-after").get(0)) <= 60);
      assertEquals(List.of(), patient.gateway.services().asked());
    }
  }

  @Test
  void anIssuerThatIsNotWhatItShouldBeIsNotUsed() {
    for (Map.Entry<String, Object> lie :
        Map.<String, Object>of(
                "issuer", "https://elsewhere.example",
                "authorization_endpoint", "http://elsewhere.example/authorize",
                "token_endpoint", "ftp://elsewhere.example",
                "code_challenge_methods_supported", new JsonArray().add("plain"))
            .entrySet()) {
      try (SigningInGateway other = new SigningInGateway(AccessMode.BOTH)) {
        other.issuer.description = it -> it.put(lie.getKey(), lie.getValue());
        assertEquals(503, new Visitor().open(other.api("/session/start")).status(), lie.getKey());
        other.issuer.straight();
        assertEquals(303, new Visitor().open(other.api("/session/start")).status(), lie.getKey());
      }
    }
  }

  private static List<String> change(String operation) {
    return CHANGES.stream().filter(it -> it.get(0).equals(operation)).findFirst().orElseThrow();
  }

  private Page send(SigningInGateway where, List<String> change, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    String body = change.get(3).isEmpty() ? null : change.get(3);
    if (body != null) {
      all.put("Content-Type", "application/json");
    }
    if (Set.of("drawTicket", "claimTeam").contains(change.get(0))) {
      all.put("Authorization", "Bearer " + TOKEN);
    }
    return visitor.send(change.get(1), where.api(change.get(2)), all, body);
  }

  private static String opened(SigningInGateway where, String entry) {
    JsonObject round = new JsonObject().put("instrument", "role-gap-scan").put("size", 6);
    if (entry != null) {
      round.put("entry", entry);
    }
    Page page =
        new Visitor()
            .send(
                "POST",
                where.api("/rounds"),
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + TOKEN),
                round.encode());
    return page.status() == 201 ? lastAsked(where).getString("entry", "none") : "" + page.status();
  }

  private static JsonObject lastAsked(SigningInGateway where) {
    var asked = where.gateway.services().asked();
    return asked.get(asked.size() - 1).body();
  }

  private static String code(Page page) {
    return new JsonObject(page.body()).getString("code");
  }
}
