package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.systemtest.BrowserSession.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The main job as people do it: an organiser and six members, from the first page to the report,
 * once in Dutch with an organiser at a desk, once in English with an organiser on a phone. Two of
 * the members, one on a phone and one at a desk, answer in a browser of their own; what the others
 * send is what theirs would.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserJourneyIT {
  private static final Pattern PRODUCT_SIDE = Pattern.compile("P[1-4][ab]?");
  private static final int QUESTIONS = 28;

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserJourneyIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  /** What the buttons are called in one language. */
  private record Words(
      String language,
      String create,
      String size,
      String name,
      String open,
      String link,
      String follow,
      String close,
      String closeYes,
      String send,
      String missing,
      String share,
      String gone) {}

  private static final Words DUTCH =
      new Words(
          "nl",
          "Vraag je team",
          "Hoeveel mensen antwoorden?",
          "Naam van het team",
          "Open de ronde",
          "Link voor het team",
          "Volg de opkomst",
          "Sluit de ronde",
          "Ja, sluit en toon het rapport",
          "Verstuur mijn antwoorden",
          "Jullie missen een productmanager",
          "Maak een link",
          "Deze link werkt niet meer");
  private static final Words ENGLISH =
      new Words(
          "en",
          "Ask your team",
          "How many people will answer?",
          "Name of the team",
          "Open the round",
          "Link for the team",
          "Follow the turnout",
          "Close the round",
          "Yes, close and show the report",
          "Send my answers",
          "You need a product manager",
          "Make a link",
          "This link does not work any more");

  @Test
  void sixMembersAndTheirOrganiserInDutch() {
    journey(DUTCH, Screen.DESKTOP);
  }

  @Test
  void sixMembersAndTheirOrganiserInEnglish() {
    journey(ENGLISH, Screen.PHONE);
  }

  private void journey(Words words, Screen organiserScreen) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page organiser = session.device(words.language(), organiserScreen);
      String memberLink = openRound(organiser, words);
      Organiser others = Organiser.ofMembers(suite.api(), memberLink);
      for (int member = 1; member <= 6; member++) {
        if (member <= 2) {
          Screen screen = member == 1 ? Screen.PHONE : Screen.DESKTOP;
          Page page = session.device(words.language(), screen);
          answer(page, memberLink, words, member == 1);
          page.context().close();
        } else {
          others.answer(others.questionnaire().sheet(Organiser.PRODUCT_GAP));
        }
        assertThat(organiser.getByTestId("turnout"))
            .containsText(Pattern.compile("^" + member + "\\D"));
      }
      closeAndRead(organiser, words);
      assertEquals(List.of(), session.complaints());
      share(session, organiser, words);
    }
  }

  private String openRound(Page page, Words words) {
    page.navigate(suite.url() + "/");
    assertThat(BrowserSession.heading(page)).isVisible();
    Axe.assertAccessible(page, "Learn");
    page.navigate(suite.url() + "/example");
    assertThat(page.getByTestId("strength")).isVisible();
    Axe.assertAccessible(page, "Example report");

    page.navigate(suite.url() + "/new");
    assertThat(BrowserSession.heading(page)).hasText(words.create());
    BrowserSession.button(page, words.open()).click();
    assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
    Axe.assertAccessible(page, "Create with faults");
    page.getByLabel(words.name()).fill("Team Zes");
    page.getByLabel(words.size()).fill("6");
    BrowserSession.button(page, words.open()).click();

    Locator link = page.getByLabel(words.link(), new Page.GetByLabelOptions().setExact(true));
    assertThat(link).isVisible();
    Axe.assertAccessible(page, "Invite");
    String memberLink = link.inputValue();
    page.getByRole(AriaRole.LINK, named(words.follow())).click();
    assertThat(page.getByTestId("turnout")).containsText(Pattern.compile("^0\\D"));
    return memberLink;
  }

  private void answer(Page page, String link, Words words, boolean looksClosely) {
    page.navigate(link);
    Locator cards = page.locator("[data-question]");
    assertThat(cards).hasCount(QUESTIONS);
    if (looksClosely) {
      BrowserSession.button(page, words.send()).click();
      assertThat(page.locator(".error-summary")).isFocused();
      Axe.assertAccessible(page, "Answer with open questions");
    }
    for (Locator card : cards.all()) {
      choose(card);
    }
    if (looksClosely) {
      page.reload();
      assertThat(page.locator("[data-question] input:checked")).hasCount(QUESTIONS);
    }
    BrowserSession.button(page, words.send()).click();
    assertThat(page.getByTestId("receipt")).isVisible();
    if (looksClosely) {
      Axe.assertAccessible(page, "Receipt");
      page.reload();
      assertThat(BrowserSession.heading(page)).isVisible();
      assertThat(page.locator("[data-question]")).hasCount(0);
      Axe.assertAccessible(page, "Already answered");
    }
  }

  /** Often a struggle and nobody who does it on the product side; hardly any trouble elsewhere. */
  private static void choose(Locator card) {
    String question = card.getAttribute("data-question");
    boolean product = PRODUCT_SIDE.matcher(question).matches();
    String value;
    if (question.startsWith("S")) {
      value = "P";
    } else if (question.endsWith("a")) {
      value = product ? "3" : "1";
    } else if (question.endsWith("b")) {
      value = product ? "1" : "3";
    } else {
      value = product ? "5" : "1";
    }
    card.locator("label")
        .filter(
            new Locator.FilterOptions().setHas(card.page().locator("input[value='" + value + "']")))
        .click();
  }

  private void closeAndRead(Page page, Words words) {
    BrowserSession.button(page, words.close()).click();
    Axe.assertAccessible(page, "Close?");
    BrowserSession.button(page, words.closeYes()).click();
    assertThat(page.getByTestId("strength")).isVisible();
    assertThat(BrowserSession.heading(page)).hasText(words.missing());
    Axe.assertAccessible(page, "Report");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screens", "report-" + words.language() + ".png"))
            .setFullPage(true));
    assertTrue(
        page.title().contains("Rolewise") || page.title().contains("Rolwijzer"), page.title());
  }

  /** Somebody outside the team reads the report by a link, until it is withdrawn. */
  private static void share(BrowserSession session, Page organiser, Words words) {
    organiser.locator(".report-back a").click();
    BrowserSession.button(organiser, words.share()).click();
    Locator link = organiser.locator(".shares input");
    assertThat(link).isVisible();
    Axe.assertAccessible(organiser, "Closed round with a link");
    Page reader = session.device(words.language(), Screen.PHONE);
    reader.navigate(link.inputValue());
    BrowserSession.assertWholeReport(reader, words.missing());
    organiser.locator(".share-list button").click();
    assertThat(organiser.locator(".share-list")).hasCount(0);
    reader.reload();
    assertThat(BrowserSession.heading(reader)).hasText(words.gone());
    Axe.assertAccessible(reader, "Report link withdrawn");
    session.assertOneComplaint("404");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
