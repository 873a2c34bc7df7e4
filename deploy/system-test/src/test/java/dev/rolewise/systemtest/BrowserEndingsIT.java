package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where a visit ends in another way than with a receipt: what it says, what one can do next, and
 * that this works.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserEndingsIT {
  private static final int QUESTIONS = 28;
  private static final String NOBODYS_CODE = "0123456789ABCDEFGHJKMNPQRS";
  private static final String ANSWER_ALL =
      "document.querySelectorAll('[data-question]').forEach(q => q.querySelector('input').click())";

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;
  private final RoundsToLookAt rounds;

  BrowserEndingsIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
    this.rounds = new RoundsToLookAt(suite);
  }

  /** What an ending is called, and what it says of what comes next. */
  private record End(String title, String next) {}

  private enum Words {
    NL(
        new End(
            "Iedereen heeft geantwoord",
            "Jouw antwoorden zijn niet verstuurd. Ze blijven op dit apparaat staan"),
        new End("Deze code is al gebruikt", "vraag de organisator dan om een andere code"),
        new End("Je antwoorden waren al binnen", "Die eerste versie telt"),
        new End("We kennen deze link of code niet", "Kijk of je alles hebt gekopieerd"),
        new End("Deze ronde is gesloten", "Vraag de organisator om de link voor het team")),
    EN(
        new End("Everybody has answered", "Your answers were not sent. They stay on this device"),
        new End("This code has been used", "ask the organiser for another code"),
        new End("Your answers had already arrived", "That first version counts"),
        new End("We do not know this link or code", "Check that you copied all of it"),
        new End("This round is closed", "Ask the organiser for the team’s link to it"));

    private final End full;
    private final End spent;
    private final End arrived;
    private final End unknown;
    private final End closed;

    Words(End full, End spent, End arrived, End unknown, End closed) {
      this.full = full;
      this.spent = spent;
      this.arrived = arrived;
      this.unknown = unknown;
      this.closed = closed;
    }

    private String language() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoIsOneTooManyKeepsTheAnswersUntilThereIsRoom(Words words) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open(words.language(), new JsonObject().put("size", 4), 0);
      Page member = answering(session, words, rounds.memberLink(round));
      RoundsToLookAt.answer(round, 4);
      send(member);
      assertEnds(member, words.full);
      round
          .api()
          .patch("/api/v1/rounds/" + round.round(), round.token(), new JsonObject().put("size", 5))
          .expect(200);
      member.reload();
      assertThat(member.locator("[data-question] input:checked")).hasCount(QUESTIONS);
      send(member);
      assertThat(member.getByTestId("receipt")).isVisible();
      assertEquals(5, turnout(round));
      session.assertOneComplaint("409");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCodeThatSomebodyElseUsesMeanwhileIsSpent(Words words) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser team = rounds.open(words.language(), new JsonObject().put("size", 4), 0);
      String code = codes(team).getString(0);
      Page member = answering(session, words, suite.url() + "/#/k/" + code);
      JsonObject sheet = team.questionnaire().sheet(Organiser.HEALTHY);
      suite.api().submit(code, "a-key-of-somebody-else", sheet).expect(201);
      send(member);
      assertEnds(member, words.spent);
      assertThat(member.getByTestId("receipt")).hasCount(0);
      session.assertOneComplaint("409");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersThatArrivedWithoutAnybodyHearingOfItCountAsTheyWere(Words words) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open(words.language(), new JsonObject().put("size", 4), 0);
      Page member = answering(session, words, rounds.memberLink(round));
      AtomicInteger tries = new AtomicInteger();
      member.route(
          "**/api/v1/sheets",
          route -> {
            if (tries.getAndIncrement() == 0) {
              assertEquals(201, route.fetch().status());
            }
            route.abort();
          });
      send(member);
      assertThat(member.locator(".send-trouble button")).isVisible();
      member.locator("[data-question] label").nth(1).click();
      member.unroute("**/api/v1/sheets");
      // it may be trying by itself at this very moment, and then there is nothing to press any more
      member.evaluate("document.querySelector('.send-trouble button')?.click()");
      assertEnds(member, words.arrived);
      assertThat(member.locator(".what-next")).isVisible();
      assertEquals(1, turnout(round));
      member.reload();
      assertThat(member.locator(".ending.good")).isVisible();
      assertThat(member.locator("[data-question]")).hasCount(0);
      assertEquals(
          1, session.complaints().stream().filter(it -> !it.contains("net::ERR_")).count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoHasACodeOfNobodyMayTypeAnother(Words words) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser team = rounds.open(words.language(), new JsonObject().put("size", 4), 0);
      Page member = session.device(words.language(), Screen.PHONE);
      member.navigate(suite.url() + "/#/k/" + NOBODYS_CODE);
      assertEnds(member, words.unknown);
      member.locator("main a.button").click();
      member.locator("#ticket-code").fill(codes(team).getString(1).toLowerCase(Locale.ROOT));
      member.locator("#ticket-code").press("Enter");
      assertThat(member.locator("[data-question]")).hasCount(QUESTIONS);
      session.assertOneComplaint("404");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCodeForARoundThatHasClosedSaysWhoHasTheReport(Words words) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser team = rounds.open(words.language(), new JsonObject().put("size", 4), 0);
      JsonObject round = ticketRound(team);
      JsonArray codes = round.getJsonArray("tickets");
      JsonObject sheet = team.questionnaire().sheet(Organiser.HEALTHY);
      for (int used = 1; used < codes.size(); used++) {
        suite.api().submit(codes.getString(used), "the-only-try", sheet).expect(201);
      }
      String path = "/api/v1/rounds/" + round.getJsonObject("round").getString("id");
      team.api().post(path + "/close", team.token(), null).expect(200);
      Page member = session.device(words.language(), Screen.PHONE);
      member.navigate(suite.url() + "/#/k/" + codes.getString(0));
      assertEnds(member, words.closed);
      assertEquals(List.of(), session.complaints());
    }
  }

  /** Somebody who has answered everything and not sent it yet. */
  private Page answering(BrowserSession session, Words words, String address) {
    Page member = session.device(words.language(), Screen.PHONE);
    member.navigate(address);
    assertThat(member.locator("[data-question]")).hasCount(QUESTIONS);
    member.evaluate(ANSWER_ALL);
    assertThat(member.locator("[data-question] input:checked")).hasCount(QUESTIONS);
    return member;
  }

  private static void send(Page member) {
    member.locator(".send button[type=submit]").click();
  }

  private static void assertEnds(Page member, End end) {
    assertThat(BrowserSession.heading(member)).hasText(end.title());
    assertThat(member.locator("main")).containsText(end.next());
    assertThat(member.locator("[data-question]")).hasCount(0);
    assertThat(member.locator("main a[href]").last())
        .hasAttribute("href", Pattern.compile("^/(nl|en)/$"));
    Axe.assertAccessible(member, end.title());
  }

  private static JsonArray codes(Organiser team) {
    return ticketRound(team).getJsonArray("tickets");
  }

  /** The same team's next round, whose members have a code each. */
  private static JsonObject ticketRound(Organiser team) {
    JsonObject wishes =
        new JsonObject().put("instrument", "role-gap-scan").put("size", 5).put("entry", "tickets");
    return team.api().post("/api/v1/rounds", team.token(), wishes).expect(201).json();
  }

  private static int turnout(Organiser round) {
    return round.state().getJsonObject("turnout").getInteger("n");
  }
}
