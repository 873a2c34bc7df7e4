package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.gateway.session.Visitor;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signing in as people see it: an organiser who turns back at first, loses the session while
 * filling in a form and gets it back, and members who each draw one code, in two tabs and on a
 * second device. Once in Dutch with a phone, once in English at a desk.
 */
@ExtendWith(SharedBrowser.class)
class BrowserSignInIT {
  @TempDir static Path folder;
  private static SigningInSuite house;

  private final SharedBrowser.Program browser;

  BrowserSignInIT(SharedBrowser.Program browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    house = SigningInSuite.start(folder.resolve("data"), "both");
  }

  @AfterAll
  static void stop() throws Exception {
    house.close();
  }

  @Test
  void dutch() {
    journey(SignInWords.DUTCH, Screen.PHONE, Screen.DESKTOP);
  }

  @Test
  void english() {
    journey(SignInWords.ENGLISH, Screen.DESKTOP, Screen.PHONE);
  }

  private void journey(SignInWords words, Screen organisers, Screen members) {
    try (BrowserSession session = new BrowserSession(browser)) {
      SignInPages anna =
          new SignInPages(session.device(words.language(), organisers), house, words);
      anna.turnBack();
      anna.signInFromTheHeader("anna-" + words.language());
      anna.startRoundAcrossALostSession();
      String link = anna.page().getByLabel(words.link(), exactly()).inputValue();
      SignInPages.look(anna.page(), "Invite to sign in");
      anna.keepsNothingThatLetsAnybodyIn();

      SignInPages bram = new SignInPages(session.device(words.language(), members), house, words);
      answerInOneOfTwoTabs(session, bram, link, "bram-" + words.language());
      SignInPages second =
          new SignInPages(session.device(words.language(), Screen.PHONE), house, words);
      meetTheDoorAgain(second, link, "bram-" + words.language());

      answerOverHttp(link, words.language());
      readTheReport(anna);
      claimAndGiveUp(anna);
      signOut(anna);
      // the lost session and the second draw were refused, and Chromium says so by itself
      assertEquals(
          List.of(),
          session.complaints().stream()
              .filter(it -> !it.matches("Failed to load resource: .* status of (401|409) .*"))
              .toList());
    }
  }

  /** Both tabs leave to sign in before either comes back; the first to arrive draws the code. */
  private void answerInOneOfTwoTabs(
      BrowserSession session, SignInPages bram, String link, String person) {
    SignInWords words = bram.words();
    Page first = bram.page();
    Page second = session.anotherTab(first);
    for (Page tab : List.of(first, second)) {
      tab.navigate(link);
      assertThat(tab.locator(".remembered")).hasText(words.remembered());
    }
    SignInPages.look(first, "Door of a round");
    house.issuer().person = person;
    house.issuer().asks = true;
    for (Page tab : List.of(first, second)) {
      tab.getByRole(AriaRole.BUTTON, named(words.signInAndStart())).press("Enter");
      assertThat(tab.locator("#in")).isVisible();
    }
    first.locator("#in").click();
    assertThat(first.locator("[data-question]").first()).isVisible();
    second.locator("#in").click();
    assertThat(second.locator("h1")).hasText(words.openInOtherTab());
    SignInPages.look(second, "Open in another tab");
    for (Page tab : List.of(first, second)) {
      assertEquals(true, SignInPages.session(tab).getBoolean("signedIn"));
    }
    second.getByRole(AriaRole.BUTTON, named(words.goOnHere())).press("Enter");
    assertThat(second.locator("[data-question]").first()).isVisible();
    // one tab at a time: the other one has stepped back
    assertThat(first.locator("h1")).hasText(words.openInOtherTab());
    first.getByRole(AriaRole.BUTTON, named(words.goOnHere())).click();
    assertThat(first.locator("[data-question]").first()).isVisible();
    second.close();
    house.issuer().asks = false;
    for (Locator card : first.locator("[data-question]").all()) {
      card.locator("label").first().click();
    }
    first.getByRole(AriaRole.BUTTON, named(words.send())).click();
    assertThat(first.getByTestId("receipt")).isVisible();
    assertThat(first.locator(".after-answer")).isVisible();
    SignInPages.look(first, "Receipt of somebody signed in");
    first.locator(".after-answer button").click();
    assertThat(first.locator(".after-answer")).hasCount(0);
    assertEquals(false, SignInPages.session(first).getBoolean("signedIn"));
  }

  /** Three colleagues whose pages nobody needs to see: enough for a report. */
  private void answerOverHttp(String link, String language) {
    String token = link.substring(link.lastIndexOf('/') + 1);
    Api api = house.suite().api();
    JsonObject sheet = Questionnaire.read(api, 1).sheet(Organiser.PRODUCT_GAP);
    for (String name : List.of("cleo", "dirk", "esmee")) {
      Visitor.Page drawn =
          house
              .signedIn(name + "-" + language)
              .send(
                  "POST",
                  house.origin() + "/api/v1/tickets",
                  Map.of("Sec-Fetch-Site", "same-origin", "Authorization", "Bearer " + token),
                  null);
      assertEquals(201, drawn.status(), drawn.body());
      String ticket = new JsonObject(drawn.body()).getString("ticket");
      api.submit(ticket, UUID.randomUUID().toString(), sheet).expect(201);
    }
  }

  private void meetTheDoorAgain(SignInPages device, String link, String person) {
    house.issuer().person = person;
    device.page().navigate(link);
    device.page().getByRole(AriaRole.BUTTON, named(device.words().signInAndStart())).click();
    assertThat(device.page().locator("h1")).hasText(device.words().drawn());
    assertThat(device.page().locator("[data-question]")).hasCount(0);
    SignInPages.look(device.page(), "Drawn on another device");
  }

  private void readTheReport(SignInPages anna) {
    Page page = anna.page();
    page.getByRole(AriaRole.LINK, named(anna.words().follow())).click();
    assertThat(page.getByTestId("turnout")).containsText(Pattern.compile("^4\\D"));
    assertThat(page.locator(".facts")).containsText(anna.words().wayIn());
    page.getByRole(AriaRole.BUTTON, named(anna.words().close())).click();
    page.getByRole(AriaRole.BUTTON, named(anna.words().closeYes())).click();
    assertThat(page.locator(".method-box dl")).containsText(anna.words().wayIn());
  }

  /** A team that somebody started without signing in, handed over by its link. */
  private void claimAndGiveUp(SignInPages anna) {
    SignInWords words = anna.words();
    String name = "Overdracht " + words.language();
    JsonObject made =
        house
            .suite()
            .api()
            .post("/api/v1/teams", null, new JsonObject().put("name", name))
            .expect(201)
            .json()
            .getJsonObject("organiser");
    Page page = anna.page();
    anna.openMenu();
    page.getByRole(AriaRole.LINK, named(words.myTeams())).click();
    assertThat(page.locator(".team-list li")).hasCount(1);
    for (String wrong :
        List.of(
            "شركة النور 😀 <img src=x onerror=window.__ran=1> =1+1",
            "=w".repeat(100),
            "https://elsewhere.example/#/o/x")) {
      page.getByLabel(words.organiserLink()).fill(wrong);
      page.getByRole(AriaRole.BUTTON, named(words.add())).click();
      assertThat(page.locator("#claim-error")).isVisible();
      SignInPages.look(page, "My teams with a wrong link");
    }
    page.getByLabel(words.organiserLink()).fill(made.getString("link"));
    page.getByRole(AriaRole.BUTTON, named(words.add())).click();
    assertThat(page.locator(".team-list li")).hasCount(2);
    page.getByRole(AriaRole.LINK, named(name)).click();
    assertThat(page.locator("h1")).hasText(name);
    assertThat(page.locator(".mine")).isVisible();
    anna.keepsNothingThatLetsAnybodyIn(made.getString("token"));
    page.getByRole(AriaRole.BUTTON, named(words.giveUp())).click();
    SignInPages.look(page, "Give it up?");
    page.getByRole(AriaRole.BUTTON, named(words.giveUpYes())).click();
    assertThat(page.locator(".team-list li")).hasCount(1);
  }

  private void signOut(SignInPages anna) {
    Page page = anna.page();
    page.locator(".team-list a").first().click();
    assertThat(page.locator(".mine")).isVisible();
    // what is still asked for when the session ends would be refused
    assertThat(page.locator(".rounds")).isVisible();
    assertThat(page.locator(".agreed")).isVisible();
    assertThat(page.locator(".busy")).hasCount(0);
    String team = page.url();
    anna.openMenu();
    page.getByRole(AriaRole.BUTTON, named(anna.words().signOut())).press("Enter");
    assertThat(page.locator("h1")).hasText(anna.words().signedOut());
    String elsewhere = page.locator(".notice a").getAttribute("href");
    assertTrue(elsewhere.startsWith(house.issuer().url() + "/logout?"), elsewhere);
    SignInPages.look(page, "Signed out");
    assertEquals("null", page.evaluate("String(localStorage.getItem('rolewise.teams'))"));
    page.navigate(team);
    assertThat(page.locator("h1")).hasText(anna.words().unknownTeam());
    SignInPages.look(page, "A team behind signing in");
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
