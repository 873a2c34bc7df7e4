package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong on devices: two tabs, no room, a wrong clock, texts that want something else, and
 * back and forward at any moment.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserMishapsIT {
  private static final int QUESTIONS = 28;

  /** Fills what there is to the last character. */
  private static final String FILL =
      """
      () => {
        for (let size = 1 << 20; size > 0; size >>= 1) {
          try { for (let i = 0; ; i++) localStorage.setItem(`filler ${size} ${i}`, 'x'.repeat(size)); } catch { }
        }
        return localStorage.length;
      }
      """;

  /** What the browser says of an answer that there is nothing, or nothing for this secret. */
  private static final Pattern REFUSED = Pattern.compile("with a status of 40[14] \\(");

  /**
   * Whoever answers for the page without a connection is at work, and has the questions: one that
   * is still getting ready lets the next document through to the network.
   */
  private static final String KEPT =
      """
      async () => (await navigator.serviceWorker.ready).active.state === 'activated'
        && (await (await caches.open('rolewise-questions')).keys()).length === 1
      """;

  private static final String ANSWER_ALL =
      "document.querySelectorAll('[data-question]').forEach(q => q.querySelector('input').click())";

  private static final String OPEN = "form button[type=submit].primary";
  private static final String SEND = ".send button[type=submit]";

  private final SharedBrowser.Program browser;
  private final RoundsToLookAt rounds;
  private final RunningSuite suite;

  BrowserMishapsIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
    this.rounds = new RoundsToLookAt(suite);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void twoTabsOfOneRoundGoOnWithOneDraftAndSendOneSheet(String language) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open(language, new JsonObject().put("size", 6), 0);
      Page first = session.device(language, Screen.PHONE);
      Page second = session.anotherTab(first);
      Locator chosen = second.locator("[data-question] input:checked");
      for (Page tab : List.of(first, second)) {
        tab.navigate(rounds.memberLink(round));
        assertThat(tab.locator("[data-question]")).hasCount(QUESTIONS);
      }
      first.locator("[data-question] label").first().click();
      assertThat(chosen).hasCount(1);
      second.evaluate(ANSWER_ALL);
      assertThat(first.locator("[data-question] input:checked")).hasCount(QUESTIONS);
      second.locator(SEND).click();
      assertThat(second.getByTestId("receipt")).isVisible();
      assertThat(BrowserSession.heading(first))
          .hasText(
              in(
                  language,
                  "Je hebt op dit apparaat al geantwoord",
                  "You have already answered on this device"));
      assertEquals(1, round.state().getJsonObject("turnout").getInteger("n"));
      assertEquals(List.of(), session.complaints());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void twoTabsOfAnOrganiserKnowTheTeamsOfBothAndThatARoundHasClosed(String language) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser one = rounds.open(language, new JsonObject().put("size", 6), 4);
      Organiser other = rounds.open(language, new JsonObject().put("size", 6), 0);
      Page first = rounds.organiser(session, one, language, Screen.DESKTOP);
      Page second = session.anotherTab(first);
      second.navigate(suite.url() + "/#/o/" + other.token());
      assertThat(second.locator(".rounds")).isVisible();
      second.navigate(first.url());
      assertThat(second.locator(".connection.live")).isVisible();
      // whatever the first tab writes down next, it has to have both teams in it
      BrowserSession.button(first, in(language, "Sluit de ronde", "Close the round")).click();
      BrowserSession.button(
              first,
              in(language, "Ja, sluit en toon het rapport", "Yes, close and show the report"))
          .click();
      assertThat(first.getByTestId("strength")).isVisible();
      assertThat(second.getByTestId("summary")).isVisible();
      BrowserSession.button(second, in(language, "Maak een link", "Make a link")).click();
      assertThat(second.locator(".share-list li")).hasCount(1);
      first.locator(".report-back a").click();
      BrowserSession.button(first, in(language, "Maak een nieuwe link", "Make a new link")).click();
      BrowserSession.button(first, in(language, "Ja, maak een nieuwe link", "Yes, make a new link"))
          .click();
      assertThat(first.locator(".for-team input[readonly]")).hasValue(Pattern.compile("/#/t/"));
      Object known = first.evaluate("JSON.parse(localStorage['rolewise.teams']).length");
      assertEquals(2, ((Number) known).intValue());
      assertEquals(List.of(), session.complaints());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void withoutRoomOnTheDeviceEverybodyIsToldAndNothingGoesWrong(String language) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open(language, new JsonObject().put("size", 6), 0);
      Page member = session.device(language, Screen.PHONE);
      member.navigate(rounds.memberLink(round));
      assertThat(member.locator("[data-question]")).hasCount(QUESTIONS);
      member.evaluate(FILL);
      member.evaluate(ANSWER_ALL);
      assertThat(member.locator(".draft-line"))
          .containsText(in(language, "Deze browser bewaart niets", "This browser keeps nothing"));
      Axe.assertAccessible(member, "Answers that are not kept");
      member.locator(SEND).click();
      assertThat(member.getByTestId("receipt")).isVisible();
      assertEquals(1, round.state().getJsonObject("turnout").getInteger("n"));

      Page organiser = session.device(language, Screen.DESKTOP);
      organiser.navigate(suite.url() + "/new");
      assertThat(BrowserSession.heading(organiser)).isVisible();
      organiser.evaluate(FILL);
      organiser.locator("#team-name").fill("No room");
      organiser.locator("#team-size").fill("6");
      organiser.locator(OPEN).click();
      assertThat(organiser.locator(".invite input[readonly]").first())
          .hasValue(Pattern.compile("/#/t/"));
      assertThat(organiser.locator(".keep input").first()).hasValue(Pattern.compile("/#/o/"));
      assertEquals(List.of(), session.complaints());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void withoutAConnectionTheQuestionsOpenAgainAndAnswersGoOutOnce(String language) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open(language, new JsonObject().put("size", 6), 0);
      Page member = session.deviceOfItsOwn(language, Screen.PHONE);
      member.navigate(rounds.memberLink(round));
      member.locator("[data-question] label").first().click();
      Locator checked = member.locator("[data-question] input:checked");
      assertThat(checked).hasCount(1);
      member.waitForFunction(KEPT);
      member.context().setOffline(true);
      member.reload();
      assertThat(checked).hasCount(1);
      assertThat(member.locator("main > .page > .notice"))
          .containsText(in(language, "Er is geen verbinding", "There is no connection"));
      Axe.assertAccessible(member, "Answers without a connection");
      member.evaluate(ANSWER_ALL);
      member.locator(SEND).click();
      assertThat(member.locator(".send-trouble h2")).isVisible();
      member.context().setOffline(false);
      assertThat(member.getByTestId("receipt")).isVisible();
      assertEquals(1, round.state().getJsonObject("turnout").getInteger("n"));
      // a manifest that names what is there
      member.navigate(suite.url() + "/new");
      String manifest = member.locator("link[rel=manifest]").getAttribute("href");
      JsonObject program = suite.api().get(manifest, null).expect(200).json();
      assertEquals("/", program.getString("start_url"));
      program
          .getJsonArray("icons")
          .forEach(icon -> suite.api().get(((JsonObject) icon).getString("src"), null).expect(200));
      assertEquals(
          List.of(), session.complaints().stream().filter(it -> !it.contains("ERR_")).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void aMembersClockTwoDaysOffDecidesNothing(String language) {
    try (BrowserSession session = new BrowserSession(browser)) {
      String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
      Organiser round =
          rounds.open(language, new JsonObject().put("size", 6).put("deadline", tomorrow), 0);
      for (int days : new int[] {2, -2}) {
        Page member = session.device(language, Screen.PHONE);
        Instant there = Instant.now().plus(Duration.ofDays(days));
        member.clock().install(new Clock.InstallOptions().setTime(there.toEpochMilli()));
        member.navigate(rounds.memberLink(round));
        assertThat(member.locator("[data-question]")).hasCount(QUESTIONS);
        member.evaluate(ANSWER_ALL);
        member.locator(SEND).click();
        assertThat(member.getByTestId("receipt")).isVisible();
      }
      assertEquals(2, round.state().getJsonObject("turnout").getInteger("n"));
      assertEquals(List.of(), session.complaints());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void anOrganisersClockTwoDaysOffDecidesNothing(String language) {
    try (BrowserSession session = new BrowserSession(browser)) {
      for (int days : new int[] {2, -2}) {
        Page organiser = session.device(language, Screen.PHONE);
        Instant there = Instant.now().plus(Duration.ofDays(days));
        organiser.clock().install(new Clock.InstallOptions().setTime(there.toEpochMilli()));
        organiser.navigate(suite.url() + "/new");
        organiser.locator("#team-name").fill("Team Clock");
        organiser.locator("#team-size").fill("6");
        Locator deadline = organiser.locator("#deadline");
        if (days < 0) {
          // still to come for the device alone: the server says so, at the field, and all else
          // stays
          deadline.fill(moment(-1));
          organiser.locator(OPEN).click();
          assertThat(organiser.locator("#deadline-error")).isVisible();
          assertThat(organiser.locator(".error-summary")).isFocused();
          assertThat(organiser.locator("#team-size")).hasValue("6");
          Axe.assertAccessible(organiser, "A deadline that has passed");
        }
        deadline.fill(moment(1));
        organiser.locator(OPEN).click();
        assertThat(organiser.locator(".invite input[readonly]").first())
            .hasValue(Pattern.compile("/#/t/"));
      }
      session.assertOneComplaint("422");
    }
  }

  private static String in(String language, String dutch, String english) {
    return language.equals("nl") ? dutch : english;
  }

  /** So many days from now as somebody types it into a form. */
  private static String moment(int days) {
    return LocalDateTime.now().plusDays(days).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void whateverIsTypedIsShownAsItIsAndFits(String language) {
    String name = "شركة النور 😀 <img src=x onerror=window.__ran=1> =1+1";
    String long200 = "=w".repeat(100);
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device(language, Screen.PHONE);
      page.navigate(suite.url() + "/new");
      List<String> numbers = List.of("#team-size", "#initiatives", "#anonymity-level");
      for (String typed : List.of(name, long200)) {
        numbers.forEach(field -> page.locator(field).fill(typed));
        page.locator(OPEN).click();
        numbers.forEach(field -> assertThat(page.locator(field + "-error")).isVisible());
        Axe.assertAccessible(page, "A form of strange numbers");
      }
      BrowserSession.button(page, in(language, "Maak het formulier leeg", "Clear the form"))
          .click();
      page.locator("#team-name").fill(name);
      page.locator("#team-size").fill("5");
      page.locator(OPEN).click();
      Locator link = page.locator(".invite input[readonly]").first();
      assertThat(link).hasValue(Pattern.compile("/#/t/"));
      assertThat(BrowserSession.heading(page)).containsText(name);
      Axe.assertAccessible(page, "Invite with a strange name");

      Page member = session.device(language, Screen.PHONE);
      member.navigate(link.inputValue());
      assertThat(BrowserSession.heading(member)).containsText(name);
      member.evaluate(ANSWER_ALL);
      String[] remarks = {name, long200};
      for (int remark = 0; remark < remarks.length; remark++) {
        Locator field = member.locator(".remark").nth(remark);
        field.locator("summary").click();
        field.locator("textarea").fill(remarks[remark]);
      }
      Axe.assertAccessible(member, "Answers with strange remarks");
      member.locator(SEND).click();
      assertThat(member.getByTestId("receipt")).isVisible();
      Organiser others = Organiser.ofMembers(suite.api(), link.inputValue());
      RoundsToLookAt.answer(others, 4);

      page.locator(".after a").click();
      BrowserSession.button(page, in(language, "Sluit de ronde", "Close the round")).click();
      BrowserSession.button(
              page, in(language, "Ja, sluit en toon het rapport", "Yes, close and show the report"))
          .click();
      assertThat(page.locator(".comments")).containsText(name);
      assertThat(page.locator(".comments")).containsText(long200);
      page.locator("#action-text").fill(long200);
      page.locator("#action-owner").fill(name);
      BrowserSession.button(page, in(language, "Schrijf het op", "Write it down")).click();
      assertThat(page.locator(".agreed-list")).containsText(name);
      // as long as the field lets it become, and without a place to break it
      page.locator("#action-text").fill(name);
      page.locator("#action-owner").focus();
      page.keyboard().insertText(long200);
      String owner = page.locator("#action-owner").inputValue();
      BrowserSession.button(page, in(language, "Schrijf het op", "Write it down")).click();
      assertThat(page.locator(".agreed-list li")).hasCount(2);
      assertThat(page.locator(".agreed-list")).containsText(owner);
      Axe.assertAccessible(page, "Report with strange texts");
      for (String typed : List.of(name, long200)) {
        page.navigate(suite.url() + "/" + language + "/search");
        page.locator("#search-words").fill(typed);
        assertThat(page.locator(".search-count")).containsText(typed.substring(0, 20));
        Axe.assertAccessible(page, "Search for strange words");
        page.navigate(suite.url() + "/#/k");
        page.locator("#ticket-code").fill(typed);
        page.locator("#ticket-code").press("Enter");
        assertThat(page.locator("#ticket-error")).isVisible();
        page.navigate(suite.url() + "/#/recover");
        page.locator("#recovery-code").fill(typed);
        page.locator("#recovery-code").press("Enter");
        assertThat(page.locator("#recovery-error")).isVisible();
        Axe.assertAccessible(page, "A strange recovery code");
      }
      nameOfOneLongWord(page, language);
      for (Page each : List.of(page, member)) {
        assertNull(each.evaluate("window.__ran ?? null"));
      }
      // one code too long to be one, and one that opens nothing
      assertEquals(
          List.of(),
          session.complaints().stream()
              .filter(it -> !it.contains("/api/v1/organiser/recover"))
              .toList());
    }
  }

  /** As long as the field lets it become, on every screen that it is the heading of. */
  private void nameOfOneLongWord(Page page, String language) {
    page.navigate(suite.url() + "/new");
    page.locator("#team-name").focus();
    page.keyboard().insertText("W".repeat(200));
    String name = page.locator("#team-name").inputValue();
    page.locator("#team-size").fill("5");
    page.locator(OPEN).click();
    Locator link = page.locator(".invite input[readonly]").first();
    assertThat(link).hasValue(Pattern.compile("/#/t/"));
    String memberLink = link.inputValue();
    assertThat(BrowserSession.heading(page)).containsText(name);
    Axe.assertAccessible(page, "Invite with a long name");
    page.locator(".after a").click();
    assertThat(page.locator(".connection.live")).isVisible();
    Axe.assertAccessible(page, "Turnout with a long name");
    page.locator(".page-head a").click();
    assertThat(page.locator(".rounds")).isVisible();
    Axe.assertAccessible(page, "Team with a long name");
    page.navigate("about:blank");
    page.navigate(memberLink);
    assertThat(page.locator("[data-question]")).hasCount(QUESTIONS);
    Axe.assertAccessible(page, "Questions with a long name");
  }

  @Test
  void backAndForwardLeadThroughEveryScreen() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open("en", new JsonObject().put("size", 6), 6);
      round.close();
      round.openAnother(new JsonObject().put("size", 6).put("newcomers", 0));
      String team = round.api().get("/api/v1/team", round.token()).json().getString("id");
      Page page = session.device("en", Screen.DESKTOP);
      page.navigate(suite.url() + "/#/o/" + round.token());
      assertThat(page.locator(".rounds")).isVisible();
      String home = "/#/team/" + team;
      String closed = home + "/round/" + round.round();
      List<String> way = new ArrayList<>();
      for (String address :
          List.of(
              home + "/new",
              home + "/trend",
              closed,
              closed + "/report",
              closed + "/invite",
              "/en/roles",
              "/example",
              "/privacy",
              "/method",
              "/en/quick-check",
              "/new",
              "/#/recover",
              "/#/k",
              "/#/t/" + round.member() + "/report",
              "/#/k/unknown",
              home)) {
        page.evaluate(
            "address => { const link = document.createElement('a'); link.href = address;"
                + " document.body.append(link); link.click(); link.remove(); }",
            address);
        assertThat(BrowserSession.heading(page)).hasCount(1);
        assertThat(page.locator(".busy")).hasCount(0);
        way.add(BrowserSession.heading(page).textContent());
      }
      for (int step = way.size() - 2; step >= 0; step--) {
        page.goBack();
        assertThat(BrowserSession.heading(page)).hasText(way.get(step));
      }
      for (int step = 1; step < way.size(); step++) {
        page.goForward();
        assertThat(BrowserSession.heading(page)).hasText(way.get(step));
        assertThat(BrowserSession.heading(page)).isFocused();
      }
      assertEquals(
          List.of(),
          session.complaints().stream().filter(it -> !REFUSED.matcher(it).find()).toList());
    }
  }
}
