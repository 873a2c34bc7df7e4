package dev.rolewise.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.session.Visitor.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  private static SigningInGateway house;

  private final Visitor visitor = new Visitor();

  @BeforeAll
  static void start() {
    house = new SigningInGateway(AccessMode.BOTH);
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @BeforeEach
  void straight() {
    house.issuer.straight();
    house.memory.identities.clear();
  }

  @Test
  void somebodySignsInLooksAndSignsOut() {
    JsonObject before = session();
    assertEquals("both", before.getString("mode"));
    assertFalse(before.getBoolean("signedIn"));
    Page back = house.check("finishSession", visitor.open(house.leave(visitor, "/team")));
    assertEquals(303, back.status());
    assertEquals(house.origin() + "/team", back.location());
    assertEquals("no-store", back.headers().get("cache-control").get(0));
    assertTrue(session().getBoolean("signedIn"));
    assertEquals(1, house.memory.identities.size());
    Page out = house.check("endSession", house.own(visitor, "DELETE", "/session", null));
    assertEquals(
        house.issuer.url()
            + "/logout?client_id=rolewise&post_logout_redirect_uri="
            + URLEncoder.encode(house.origin() + "/", StandardCharsets.UTF_8),
        new JsonObject(out.body()).getString("signOutUrl"));
    assertNull(visitor.cookie(house.origin(), SessionCookies.SESSION));
    assertFalse(session().getBoolean("signedIn"));
    assertEquals(0, house.memory.identities.size());
  }

  @Test
  void theCookiesAreForThisHostAndNoScript() {
    Page start = visitor.open(house.api("/session/start"));
    String login = start.setCookie(SessionCookies.LOGIN);
    Page back = visitor.open(visitor.open(start.location()).location());
    String session = back.setCookie(SessionCookies.SESSION);
    for (String cookie : List.of(login, session)) {
      for (String part : List.of("Path=/", "Secure", "HttpOnly", "SameSite=Lax")) {
        assertTrue(cookie.toLowerCase().contains("; " + part.toLowerCase()), cookie);
      }
      assertFalse(cookie.contains("Domain"), cookie);
    }
    assertFalse(session.contains("Max-Age"), session);
    assertTrue(back.setCookie(SessionCookies.LOGIN).contains("Max-Age=0"));
  }

  @Test
  void whatGoesToTheIssuerIsFreshEachTimeAndNoSecretOfOurs() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      String url = visitor.open(house.api("/session/start")).location();
      for (String name : List.of("state", "nonce", "code_challenge")) {
        String value = url.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
        assertTrue(seen.add(value), name);
      }
      assertTrue(url.contains("code_challenge_method=S256"), url);
      for (String attempt : attempts(visitor)) {
        assertFalse(url.contains(visitor.cookie(house.origin(), attempt)), url);
      }
      assertFalse(url.contains("secret"), url);
    }
  }

  @Test
  void aSessionPlantedBeforeSigningInIsNotTheOneAfter() {
    house.signIn(visitor);
    String planted = visitor.cookie(house.origin(), SessionCookies.SESSION);
    house.signIn(visitor);
    String after = visitor.cookie(house.origin(), SessionCookies.SESSION);
    assertNotEquals(planted, after);
    assertFalse(house.memory.identities.containsKey(planted));
    Visitor thief = new Visitor();
    thief.plant(house.origin(), SessionCookies.SESSION, planted);
    assertFalse(new JsonObject(thief.open(house.api("/session")).body()).getBoolean("signedIn"));
    assertNull(thief.cookie(house.origin(), SessionCookies.SESSION));
  }

  @Test
  void theSamePersonIsTheSameIdentityAndAnotherIsNot() {
    house.signIn(visitor);
    house.signIn(new Visitor());
    house.issuer.person = "bram";
    house.signIn(new Visitor());
    house.issuer.person = "anna";
    assertEquals(3, house.memory.identities.size());
    assertEquals(2, Set.copyOf(house.memory.identities.values()).size());
    house.memory.identities.values().forEach(it -> assertTrue(it.matches("[0-9a-f]{64}"), it));
  }

  @Test
  void theWayBackWorksOnceInTheSameBrowserAndWithItsOwnState() {
    String back = house.leave(visitor, "/");
    assertRefused(new Visitor().open(back));
    Visitor other = new Visitor();
    house.leave(other, "/");
    assertRefused(other.open(back));
    assertEquals(303, visitor.open(back).status());
    assertRefused(visitor.open(back));
    assertEquals(1, house.memory.identities.size());
  }

  @Test
  void aCodeThatWasUsedOrBelongsToSomebodyElseIsWorthNothing() {
    String used = house.leave(visitor, "/").replaceAll(".*[?&]code=([^&]*).*", "$1");
    Visitor second = new Visitor();
    String own = house.leave(second, "/");
    // the code is alive, but another verifier belongs to it
    assertRefused(second.open(own.replaceAll("code=[^&]*", "code=" + used)));
    Visitor third = new Visitor();
    assertRefused(third.open(house.leave(third, "/").replaceAll("code=[^&]*", "code=" + used)));
    assertEquals(0, house.memory.identities.size());
  }

  @Test
  void twoTabsOnTheirWayAtOnceBothArrive() {
    String first = house.leave(visitor, "/first");
    String second = house.leave(visitor, "/second");
    assertEquals(2, attempts(visitor).size());
    assertEquals(house.origin() + "/first", visitor.open(first).location());
    assertTrue(session().getBoolean("signedIn"));
    assertEquals(house.origin() + "/second", visitor.open(second).location());
    assertTrue(session().getBoolean("signedIn"));
    assertEquals(Set.of(), attempts(visitor));
    assertEquals(1, house.memory.identities.size(), "one browser, one session");
  }

  @Test
  void attemptsThatWereNeverFinishedDoNotPileUp() {
    for (int i = 0; i < 12; i++) {
      house.leave(visitor, "/");
      assertTrue(attempts(visitor).size() <= 5, "after " + (i + 1));
    }
    assertEquals(303, visitor.open(house.leave(visitor, "/")).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"code=x&state=", "code=x", "code=x&state=of-nobody", ""})
  void anAnswerThatNamesNoAttemptOfOursLeavesThoseUnderWayAlone(String query) {
    String back = house.leave(visitor, "/");
    assertRefused(visitor.open(house.api("/session/callback?" + query)));
    assertEquals(0, house.memory.identities.size());
    assertEquals(303, visitor.open(back).status());
  }

  @Test
  void aBrowserIsSentToAPageThatSaysWhatWentWrong() {
    String back = house.leave(visitor, "/");
    String state = back.replaceAll(".*[?&]state=([^&]*).*", "$1");
    String denied = "/session/callback?error=access_denied&state=" + state;
    assertPage("/sign-in/cancelled", "finishSession", browse(visitor, house.api(denied)));
    assertEquals(Set.of(), attempts(visitor));
    assertPage("/sign-in/failed", "finishSession", browse(visitor, back));
    Page elsewhere =
        visitor.send(
            "GET",
            house.api("/session/start"),
            Map.of("Sec-Fetch-Site", "cross-site", "Accept", "text/html"),
            null);
    assertPage("/sign-in/failed", "startSession", elsewhere);
    assertEquals(422, browse(visitor, house.api("/session/start?returnTo=//x")).status());
    assertEquals(0, house.memory.identities.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error=access_denied&state=%s",
        "state=%s",
        "code=&state=%s",
        "code=x&state=%s&iss=https%%3A%%2F%%2Felsewhere.example",
        "code=x&state=%s"
      })
  void anAnswerThatBringsNobodyEndsTheAttempt(String query) {
    String back = house.leave(visitor, "/");
    String state = back.replaceAll(".*[?&]state=([^&]*).*", "$1");
    assertRefused(visitor.open(house.api("/session/callback?" + String.format(query, state))));
    assertEquals(Set.of(), attempts(visitor));
    assertRefused(visitor.open(back));
    assertEquals(0, house.memory.identities.size());
  }

  static Stream<Arguments> wrongClaims() {
    long now = System.currentTimeMillis() / 1000;
    return Stream.of(
        claim("another nonce", it -> it.put("nonce", "replayed")),
        claim("no nonce", it -> without(it, "nonce")),
        claim("another audience", it -> it.put("aud", "someone-else")),
        claim("no audience", it -> without(it, "aud")),
        claim("several audiences, no party", it -> without(twoAudiences(it), "azp")),
        claim("another party", it -> it.put("azp", "someone-else")),
        claim("another issuer", it -> it.put("iss", "https://elsewhere.example")),
        claim("no issuer", it -> without(it, "iss")),
        claim("expired", it -> it.put("exp", now - 120)),
        claim("no end", it -> without(it, "exp")),
        claim("end in words", it -> it.put("exp", "tomorrow")),
        claim("from the future", it -> it.put("iat", now + 600)),
        claim("not valid yet", it -> it.put("nbf", now + 600)),
        claim("no subject", it -> without(it, "sub")),
        claim("an empty subject", it -> it.put("sub", "")),
        claim("a long subject", it -> it.put("sub", "a".repeat(256))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongClaims")
  void aTokenWithAWrongClaimIsRefused(String name, UnaryOperator<JsonObject> change) {
    house.issuer.claims = change;
    assertRefused(visitor.open(house.leave(visitor, "/")));
    assertNull(visitor.cookie(house.origin(), SessionCookies.SESSION));
    assertEquals(0, house.memory.identities.size());
  }

  @Test
  void clocksMayDifferByHalfAMinute() {
    long now = System.currentTimeMillis() / 1000;
    house.issuer.claims = it -> it.put("exp", now - 30).put("iat", now + 30);
    assertEquals(303, house.signIn(visitor).status());
    house.issuer.claims = SignInTest::twoAudiences;
    assertEquals(303, house.signIn(visitor).status());
  }

  static Stream<Arguments> wrongSignatures() {
    SigningKey stranger = new SigningKey("first");
    JsonObject none = new JsonObject().put("alg", "none");
    JsonObject hmac = new JsonObject().put("alg", "HS256");
    return Stream.of(
        Arguments.of("another key", (Function<JsonObject, String>) stranger::sign),
        signature("no signature", it -> SigningKey.unsigned(none, it)),
        signature("an empty signature", it -> SigningKey.unsigned(none, it) + "."),
        signature("alg none, signed", it -> stranger.sign(none, it)),
        signature("HMAC", it -> stranger.sign(hmac, it)),
        signature("a key of its own", it -> stranger.sign(withOwnKey(stranger), it)),
        signature("not a token", it -> "x"),
        signature("nothing", it -> ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongSignatures")
  void aTokenThatTheIssuerDidNotSignIsRefused(String name, Function<JsonObject, String> signer) {
    house.issuer.signer = signer;
    assertRefused(visitor.open(house.leave(visitor, "/")));
    assertEquals(0, house.memory.identities.size());
  }

  @Test
  void anUnknownKeyIsLookedUpOnceMore() {
    house.signIn(visitor);
    house.issuer.rotate();
    house.issuer.asked.clear();
    assertEquals(303, house.signIn(new Visitor()).status());
    assertEquals(List.of("/authorize", "/token", "/keys"), house.issuer.asked);
    house.issuer.asked.clear();
    assertEquals(303, house.signIn(new Visitor()).status());
    assertEquals(List.of("/authorize", "/token"), house.issuer.asked);
  }

  @Test
  void anIssuerThatHidesItsKeysIsNotBelieved() {
    house.signIn(visitor);
    house.issuer.rotate();
    house.issuer.hideKeys();
    Visitor next = new Visitor();
    assertRefused(next.open(house.leave(next, "/")));
    house.issuer.signer = it -> SigningKey.unsigned(new JsonObject().put("alg", "none"), it);
    assertRefused(next.open(house.leave(next, "/")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/..//elsewhere.example",
        "/.%252e/x",
        "/x//elsewhere.example",
        "elsewhere.example",
        "javascript:alert(1)",
        "/x?token=a",
        "/x#/t/a",
        "/x%0d%0aSet-Cookie:a=b",
        "/x%09",
        "/@elsewhere.example:80",
        "%20/x",
        "%00"
      })
  void nobodyIsSentElsewhereAfterwards(String path) {
    String encoded = path.contains("%") ? path : URLEncoder.encode(path, StandardCharsets.UTF_8);
    Page start =
        house.check("startSession", visitor.open(house.api("/session/start?returnTo=" + encoded)));
    assertEquals(422, start.status(), start.location());
    assertEquals(Set.of(), attempts(visitor));
  }

  @Test
  void anotherSiteCannotSendPeopleToSignIn() {
    for (String site : List.of("cross-site", "same-site")) {
      Page start =
          visitor.send("GET", house.api("/session/start"), Map.of("Sec-Fetch-Site", site), null);
      house.check("startSession", start);
      assertEquals(403, start.status());
    }
  }

  private JsonObject session() {
    return new JsonObject(house.check("getSession", visitor.open(house.api("/session"))).body());
  }

  private static Set<String> attempts(Visitor visitor) {
    return visitor.cookies(house.origin()).stream()
        .filter(name -> name.startsWith(SessionCookies.LOGIN))
        .collect(Collectors.toSet());
  }

  /** As a browser opens what it is sent to. */
  private static Page browse(Visitor visitor, String url) {
    return visitor.send("GET", url, Map.of("Accept", "text/html,*/*;q=0.8"), null);
  }

  private static void assertPage(String place, String operation, Page page) {
    house.check(operation, page);
    assertEquals(303, page.status(), page.body());
    assertEquals(place, page.location());
    assertNull(page.setCookie(SessionCookies.SESSION));
  }

  private static void assertRefused(Page page) {
    house.check("finishSession", page);
    assertEquals(400, page.status(), page.body());
    assertEquals("sign-in-failed", new JsonObject(page.body()).getString("code"));
    assertNull(page.setCookie(SessionCookies.SESSION));
  }

  private static Arguments claim(String name, UnaryOperator<JsonObject> change) {
    return Arguments.of(name, change);
  }

  private static Arguments signature(String name, Function<JsonObject, String> signer) {
    return Arguments.of(name, signer);
  }

  private static JsonObject without(JsonObject claims, String name) {
    claims.remove(name);
    return claims;
  }

  private static JsonObject twoAudiences(JsonObject claims) {
    return claims.put("aud", new JsonArray().add("other").add(SmallIssuer.CLIENT));
  }

  private static JsonObject withOwnKey(SigningKey key) {
    return new JsonObject()
        .put("alg", "RS256")
        .put("jwk", key.jwk())
        .put("x5c", new JsonArray().add(Base64.getEncoder().encodeToString(new byte[16])));
  }
}
