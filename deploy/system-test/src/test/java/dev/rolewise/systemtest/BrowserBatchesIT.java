package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Scores while the round is open, as an organiser sees them on the page: none before the first
 * batch, then figures and no verdict, and the report at the end, with a comment hidden in it.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserBatchesIT {
  private static final int SIZE = 8;
  private static final int K = 4;
  private static final String REMARK = "Member 3 has something to say";

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserBatchesIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  private record Words(
      String language,
      String name,
      String size,
      String open,
      String follow,
      String between,
      String close,
      String closeYes,
      String verdict,
      String hide,
      String show) {}

  @Test
  void dutch() {
    journey(
        new Words(
            "nl",
            "Naam van het team",
            "Hoeveel mensen antwoorden?",
            "Open de ronde",
            "Volg de opkomst",
            "Tussentijdse scores: 4 van 8 antwoorden",
            "Sluit de ronde",
            "Ja, sluit en toon het rapport",
            "Jullie missen een productmanager",
            "Verberg",
            "Toon weer"),
        Screen.PHONE);
  }

  @Test
  void english() {
    journey(
        new Words(
            "en",
            "Name of the team",
            "How many people will answer?",
            "Open the round",
            "Follow the turnout",
            "Scores in between: 4 of 8 answers",
            "Close the round",
            "Yes, close and show the report",
            "You need a product manager",
            "Hide",
            "Show again"),
        Screen.DESKTOP);
  }

  private void journey(Words words, Screen screen) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page organiser = session.device(words.language(), screen);
      String memberLink = openRound(organiser, words);
      Page reader = session.device(words.language(), Screen.PHONE);
      reader.navigate(memberLink);
      assertThat(reader.locator(".promise")).containsText(Integer.toString(K));

      Organiser members = Organiser.ofMembers(suite.api(), memberLink);
      answer(members, 1, K - 1);
      assertThat(organiser.getByTestId("turnout")).containsText(Pattern.compile("^3\\D"));
      assertThat(organiser.getByTestId("live-values")).hasCount(0);
      answer(members, K, K);
      Locator values = organiser.getByTestId("live-values");
      assertThat(values.locator("h2").first()).hasText(words.between());
      assertThat(values.locator(".evidence .diverging").first()).isVisible();
      assertThat(organiser.getByTestId("strength")).hasCount(0);
      Axe.assertAccessible(organiser, "Scores in between");
      organiser.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screens", "between-" + words.language() + ".png"))
              .setFullPage(true));

      answer(members, K + 1, SIZE);
      close(organiser, words);
      hideOne(organiser, memberLink, reader, words);
      assertEquals(List.of(), session.complaints());
    }
  }

  private String openRound(Page page, Words words) {
    page.navigate(suite.url() + "/new");
    page.getByLabel(words.name()).fill("Team Acht");
    page.getByLabel(words.size()).fill("6");
    page.locator("input[name=live][value=batches]").check();
    BrowserSession.button(page, words.open()).click();
    // six people are too few for that
    assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
    page.getByLabel(words.size()).fill(Integer.toString(SIZE));
    BrowserSession.button(page, words.open()).click();
    Locator link = page.locator(".invite input[readonly]").first();
    assertThat(link).isVisible();
    String memberLink = link.inputValue();
    page.getByRole(AriaRole.LINK, named(words.follow())).click();
    assertThat(page.getByTestId("turnout")).containsText(Pattern.compile("^0\\D"));
    return memberLink;
  }

  private static void answer(Organiser members, int from, int to) {
    JsonObject sheet = members.questionnaire().sheet(Organiser.PRODUCT_GAP);
    String area = sheet.getJsonObject("coverage").fieldNames().iterator().next();
    for (int member = from; member <= to; member++) {
      String remark = "Member " + member + " has something to say";
      members.answer(sheet.copy().put("comments", new JsonObject().put(area, remark)));
    }
  }

  private static void close(Page page, Words words) {
    BrowserSession.button(page, words.close()).click();
    BrowserSession.button(page, words.closeYes()).click();
    assertThat(page.getByTestId("strength")).isVisible();
    assertThat(page.locator("h1")).hasText(words.verdict());
  }

  private static void hideOne(Page organiser, String memberLink, Page reader, Words words) {
    reader.navigate(memberLink + "/report");
    assertThat(reader.locator(".comments")).containsText(REMARK);
    Locator remark =
        organiser.locator(".hideable li").filter(new Locator.FilterOptions().setHasText(REMARK));
    Locator button = remark.getByRole(AriaRole.BUTTON);
    assertThat(button).containsText(words.hide());
    button.click();
    assertThat(button).containsText(words.show());
    assertThat(organiser.locator(".comments .said")).not().isEmpty();
    Axe.assertAccessible(organiser, "Report with a hidden comment");
    reader.reload();
    assertThat(reader.locator(".comments li")).hasCount(SIZE - 1);
    assertThat(reader.locator(".comments")).not().containsText(REMARK);
    assertThat(reader.locator(".comments button")).hasCount(0);
    button.click();
    assertThat(button).containsText(words.hide());
    reader.reload();
    assertThat(reader.locator(".comments")).containsText(REMARK);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
