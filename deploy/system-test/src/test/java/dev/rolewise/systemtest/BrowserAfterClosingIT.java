package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What people see of a round that is closing, closed, or open again. The rounds are made over HTTP;
 * the browser looks, and does what only a page can do.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserAfterClosingIT {
  private static final int K = 4;
  private static final int QUESTIONS = 28;
  private static final Pattern NUMBERS = Pattern.compile("\\d");

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;
  private final RoundsToLookAt rounds;

  BrowserAfterClosingIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
    this.rounds = new RoundsToLookAt(suite);
  }

  @Test
  void theTeamReadsTheReportBehindItsOneLink() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open("nl", new JsonObject().put("size", 6), 6);
      round.close();
      Page member = session.device("nl", Screen.PHONE);
      member.navigate(rounds.memberLink(round));
      BrowserSession.assertWholeReport(member, "Jullie missen een productmanager");
      assertThat(member).hasURL(Pattern.compile("/report$"));
      assertThat(member.locator(".comments q").first()).isVisible();
      assertThat(member.locator(".comments button, .report-back")).hasCount(0);

      // a device that does not know the link makes a new one, and the old one dies
      Page organiser = rounds.organiser(session, round, "nl", Screen.PHONE);
      assertThat(organiser.getByTestId("summary")).containsText("Jullie missen een productmanager");
      press(organiser, "Maak een nieuwe link");
      assertThat(organiser.locator(".for-team .asking h3")).isFocused();
      Axe.assertAccessible(organiser, "Closed round, a new link?");
      press(organiser, "Ja, maak een nieuwe link");
      Locator link = organiser.locator(".for-team input[readonly]");
      assertThat(link).hasValue(Pattern.compile("/#/t/"));
      member.reload();
      assertThat(BrowserSession.heading(member)).hasText("Deze link werkt niet meer");
      Axe.assertAccessible(member, "Member link that was replaced");
      member.navigate(link.inputValue());
      assertThat(BrowserSession.heading(member)).hasText("Jullie missen een productmanager");
      session.assertOneComplaint("404");
    }
  }

  @Test
  void whatOnlyTheOrganiserHasIsSharedByOneLinkThatCanBeWithdrawn() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round =
          rounds.open("en", new JsonObject().put("size", 6).put("memberResults", "none"), 5);
      round.close();
      Page member = session.device("en", Screen.PHONE);
      member.navigate(rounds.memberLink(round));
      assertThat(BrowserSession.heading(member)).hasText("This round is closed");
      assertThat(member.locator(".ending .notice"))
          .containsText("only the organiser has the report");
      Axe.assertAccessible(member, "Closed round whose report the organiser has");

      Page organiser = rounds.organiser(session, round, "en", Screen.DESKTOP);
      press(organiser, "Make the link for the team");
      Locator forTeam = organiser.locator(".for-team input[readonly]");
      assertThat(forTeam).hasValue(Pattern.compile("/#/r/"));
      assertThat(organiser.locator(".share-list")).hasCount(0);
      press(organiser, "Make a link");
      assertThat(organiser.locator(".share-list li")).hasCount(1);
      String byHand = organiser.locator(".shares input").inputValue();
      assertNotEquals(forTeam.inputValue(), byHand);
      Axe.assertAccessible(organiser, "Closed round with a link for the team and one by hand");
      member.navigate(forTeam.inputValue());
      BrowserSession.assertWholeReport(member, "You need a product manager");
      assertThat(member.locator(".comments")).hasCount(0);
      press(organiser, "Withdraw the link for the team");
      assertThat(forTeam).hasCount(0);
      assertThat(organiser.locator(".share-list li")).hasCount(1);
      member.reload();
      assertThat(BrowserSession.heading(member)).hasText("This link does not work any more");
      member.navigate(byHand);
      assertThat(BrowserSession.heading(member)).hasText("You need a product manager");
      session.assertOneComplaint("404");
    }
  }

  @Test
  void tooFewAnswersShowNothingUntilTheRoundIsOpenedAgainForMore() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open("nl", new JsonObject().put("size", 6), 2);
      round.close();
      Page member = session.device("nl", Screen.PHONE);
      member.navigate(rounds.memberLink(round));
      assertThat(BrowserSession.heading(member)).hasText("Te weinig antwoorden om iets te tonen");
      assertThat(member.locator(".page-head .lead")).containsText("2 van de 6");
      assertThat(member.locator(".verdict, .evidence, .method-box")).hasCount(0);
      Axe.assertAccessible(member, "Too few answers, for a member");

      Page organiser = rounds.organiser(session, round, "nl", Screen.DESKTOP);
      Locator help = organiser.getByTestId("not-enough");
      assertThat(help.locator(".needed dd").first()).hasText("nog 2, samen 4");
      assertThat(help).containsText("Er kunnen nog 4 mensen antwoorden");
      assertThat(organiser.locator(".for-team, .shares")).hasCount(0);
      press(organiser, "Heropen de ronde");
      assertThat(help.locator(".asking")).containsText("als er nog minstens 2 mensen antwoorden");
      Axe.assertAccessible(organiser, "Too few answers, for the organiser");
      press(organiser, "Ja, heropen de ronde");
      assertThat(organiser.locator(".connection.live")).isVisible();
      RoundsToLookAt.answer(round, 2);
      assertThat(organiser.getByTestId("turnout")).hasText("4 van 6");
      press(organiser, "Sluit de ronde");
      press(organiser, "Ja, sluit en toon het rapport");
      assertThat(organiser.getByTestId("strength")).isVisible();
      member.reload();
      BrowserSession.assertWholeReport(member, "Jullie missen een productmanager");

      organiser.locator(".report-back a").click();
      press(organiser, "Verwijder deze ronde nu");
      Axe.assertAccessible(organiser, "Delete the round?");
      press(organiser, "Ja, verwijder deze ronde");
      assertThat(organiser.locator(".team")).isVisible();
      assertThat(organiser.locator(".rounds li")).hasCount(0);
      round.api().get("/api/v1/rounds/" + round.round(), round.token()).expect(404);
      assertEquals(List.of(), session.complaints());
    }
  }

  @Test
  void scoresInBetweenSayWhatTheyRestOnAndAnswersAfterThemAreHeldBack() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round =
          rounds.open("en", new JsonObject().put("size", 10).put("live", "batches"), K - 1);
      Page organiser = rounds.organiser(session, round, "en", Screen.DESKTOP);
      Locator scores = organiser.getByTestId("scores");
      assertThat(scores).containsText("The first come with one more answer: at 4 of 10.");
      RoundsToLookAt.answer(round, 1);
      assertThat(scores).containsText("rest on 4 answers");
      // at eight, two would be left over who could never be shown
      assertThat(scores).containsText("when everybody has answered: 6 more");
      assertThat(scores).containsText("2 people would be left over");
      RoundsToLookAt.answer(round, 2);
      assertThat(scores).containsText("when everybody has answered: 4 more");
      assertThat(organiser.getByTestId("live-values").locator("h2").first())
          .hasText("Scores in between: 4 of 10 answers");
      press(organiser, "Close the round");
      assertThat(organiser.locator(".close-question"))
          .containsText("2 of them came in after the last scores");
      press(organiser, "Yes, close and show the report");
      organiser.locator(".report-back a").click();
      assertThat(organiser.locator(".turnout-legend")).containsText("2 held back");
      assertThat(organiser.locator(".turnout-dots .held")).hasCount(2);
      press(organiser, "Reopen the round");
      Axe.assertAccessible(organiser, "Answers held back, open again?");
      press(organiser, "Yes, open it again");
      assertThat(scores).containsText("rest on 4 answers");
      RoundsToLookAt.answer(round, 4);
      assertThat(scores).containsText("Everybody is in them");
      assertThat(organiser.getByTestId("live-values").locator("h2").first())
          .hasText("Scores in between: 10 of 10 answers");
      assertEquals(List.of(), session.complaints());
    }
  }

  @Test
  void answersThatCameTooLateStayOnTheDeviceAndAreSentOnceTheRoundIsOpenAgain() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open("en", new JsonObject().put("size", 6), 2);
      Page member = session.device("en", Screen.PHONE);
      member.navigate(rounds.memberLink(round));
      assertThat(member.locator("[data-question]")).hasCount(QUESTIONS);
      member.locator("[data-question] label").first().click();
      round.close();
      // the page comes back into view
      member.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      assertThat(BrowserSession.heading(member))
          .hasText("The round closed before your answers were sent");
      assertThat(member.locator(".lead")).containsText("You had given 1 answer.");
      Axe.assertAccessible(member, "Closed while answering");
      RoundsToLookAt.reopen(round);
      member.reload();
      assertThat(member.locator("[data-question] input:checked")).hasCount(1);
      member.evaluate(
          "document.querySelectorAll('[data-question]').forEach(q => q.querySelector('input').click())");
      assertThat(member.locator("[data-question] input:checked")).hasCount(QUESTIONS);
      round.close();
      press(member, "Send my answers");
      assertThat(member.locator(".lead")).containsText("You had given 28 answers.");
      RoundsToLookAt.reopen(round);
      member.reload();
      press(member, "Send my answers");
      assertThat(member.getByTestId("receipt")).isVisible();
      assertThat(member.locator(".what-next")).containsText("this same link opens the report");
      assertEquals(3, round.state().getJsonObject("turnout").getInteger("n"));
      session.assertOneComplaint("409");
    }
  }

  @Test
  void aUsedCodeSaysThatTheAnswersAreInAndNothingElse() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page organiser = session.device("nl", Screen.DESKTOP);
      organiser.navigate(suite.url() + "/new");
      organiser.getByLabel("Naam van het team").fill("Team Kaart");
      organiser.getByLabel("Hoeveel mensen antwoorden?").fill("5");
      organiser.locator("input[name=entry][value=tickets]").check();
      press(organiser, "Open de ronde");
      assertThat(organiser.locator(".ticket")).hasCount(5);
      organiser.locator(".after a").click();
      organiser
          .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kaartjes met codes"))
          .click();
      assertThat(organiser.locator(".ticket")).hasCount(5);
      List<String> codes = organiser.locator(".ticket-code code").allTextContents();
      Questionnaire questions = Questionnaire.read(suite.api(), 1);
      String used = codes.get(0).replace("-", "");
      suite.api().submit(used, "a-key-of-its-own", questions.sheet(Organiser.HEALTHY)).expect(201);

      Page member = session.device("nl", Screen.PHONE);
      member.navigate(suite.url() + "/#/k/" + used);
      assertThat(BrowserSession.heading(member)).hasText("Je antwoorden zijn binnen");
      assertThat(member.locator("[data-question]")).hasCount(0);
      assertThat(member.locator("main")).not().containsText(NUMBERS);
      Axe.assertAccessible(member, "Code that has been used");
      member.navigate(suite.url() + "/#/k/" + codes.get(1).replace("-", ""));
      assertThat(member.locator("[data-question]")).hasCount(QUESTIONS);
      assertEquals(List.of(), session.complaints());
    }
  }

  private static void press(Page page, String name) {
    BrowserSession.button(page, name).click();
  }
}
