package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody does with a report on the screen, by keyboard: tries other gates, puts the most
 * split first, presents it to the team. Nothing of that leaves the screen or changes the verdict.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserReportIT {
  private static final int SIZE = 6;

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;
  private Organiser round;

  BrowserReportIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  /** A gap on the product side; on the last project area opinions are as far apart as can be. */
  @BeforeAll
  void aRoundThatDiffers() {
    round = new RoundsToLookAt(suite).open("en", new JsonObject().put("size", SIZE), 0);
    for (int member = 0; member < SIZE; member++) {
      JsonObject sheet = round.questionnaire().sheet(Organiser.PRODUCT_GAP);
      boolean hurts = member % 2 == 0;
      sheet.getJsonObject("answers").put("J4a", hurts ? 4 : 0).put("J4b", hurts ? 0 : 4);
      sheet.getJsonObject("coverage").put("J4", hurts ? 5 : 1);
      round.answer(sheet);
    }
    round.close();
  }

  @AfterAll
  void theVerdictIsWhatItWas() {
    assertEquals("PRODUCT", round.report("en").getJsonObject("verdict").getString("code"));
  }

  private Page report(BrowserSession session, String language) {
    Screen screen = language.equals("nl") ? Screen.PHONE : Screen.DESKTOP;
    Page page = session.device(language, screen);
    if (language.equals("nl")) {
      page.addInitScript(BrowserSession.NO_FULL_SCREEN);
    }
    page.navigate(new RoundsToLookAt(suite).memberLink(round) + "/report");
    BrowserSession.assertWholeReport(page);
    return page;
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void otherGatesAreTriedOnTheScreenAlone(String language) {
    boolean dutch = language.equals("nl");
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = report(session, language);
      String verdict = BrowserSession.heading(page).textContent();
      Locator whatIf = page.getByTestId("what-if");
      whatIf.locator("summary").press("Enter");
      Locator outcome = whatIf.getByRole(AriaRole.STATUS);
      assertThat(outcome).containsText(dutch ? "zegt het rapport ook" : "what the report says too");
      List<String> asked = BrowserSession.requestsOf(page, suite.url());
      Locator struggle = whatIf.locator("input").first();
      struggle.press("End");
      assertThat(outcome)
          .containsText(dutch ? "Er zou geen rol ontbreken" : "No role would be missing");
      assertThat(outcome).containsText(dutch ? "zegt iets anders" : "says otherwise");
      assertThat(whatIf.locator(".what-if-value").first()).hasText("100");
      Axe.assertAccessible(page, "Report with other gates tried");
      struggle.press("Home");
      whatIf.locator("input").last().press("Home");
      assertThat(outcome)
          .containsText(
              dutch
                  ? "zouden ontbreken: Productmanager en Projectmanager"
                  : "Product manager and Project manager");
      assertThat(BrowserSession.heading(page)).hasText(verdict);
      whatIf.getByRole(AriaRole.BUTTON).press("Enter");
      assertThat(outcome).containsText(dutch ? "zegt het rapport ook" : "what the report says too");
      assertEquals(List.of(), asked);
      assertEquals(List.of(), session.complaints());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void theMostSplitComesFirstAndIsShownToTheTeam(String language) {
    boolean dutch = language.equals("nl");
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = report(session, language);
      Locator first = page.locator(".evidence > li").first();
      String split = page.locator(".split-cards h3").first().textContent();
      assertThat(first).not().containsText(split);
      page.locator(".sorting input[value=split]").press("Space");
      assertThat(first).containsText(split);
      assertThat(first.locator(".apart")).hasCount(1);

      Locator present = BrowserSession.button(page, dutch ? "Presenteer" : "Present");
      present.press("Enter");
      Locator stage = page.getByTestId("stage");
      assertThat(stage.locator(".stage-body")).isFocused();
      assertThat(stage.locator(".stage-count")).containsText(dutch ? "1 van " : "1 of ");
      assertThat(stage.locator(".comments, .agreed, .report-tools, .sorting")).hasCount(0);
      double large =
          ((Number)
                  page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
              .doubleValue();
      assertEquals(true, large > 17, "letters of " + large);
      assertEquals(!dutch, page.evaluate("document.fullscreenElement !== null"));
      if (dutch) {
        Axe.assertAccessible(page, "Presentation, the verdict");
      }
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      assertThat(stage.locator(".evidence > li").first()).containsText(split);
      if (dutch) {
        Axe.assertAccessible(page, "Presentation, the evidence");
      }
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      assertThat(stage.locator("h2")).hasText(split);
      assertThat(stage.locator(".split-question")).isVisible();
      page.keyboard().press("ArrowLeft");
      assertThat(stage.locator(".own")).isVisible();
      page.keyboard().press("End");
      assertThat(stage.locator(".steps")).isVisible();
      assertThat(stage.locator(".stage-count"))
          .containsText(Pattern.compile("^(\\d+) (of|van) \\1:"));
      page.keyboard().press("Escape");
      assertThat(stage).hasCount(0);
      assertThat(present).isFocused();
      page.waitForFunction("document.fullscreenElement === null");
      assertEquals(List.of(), session.complaints());
    }
  }
}
