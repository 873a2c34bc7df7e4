package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An organiser's way out and back in: the device forgets the team, the recovery code brings a new
 * link, the round gets room for one more, and in the end the team goes with all that is in it.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserLeavingIT {
  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserLeavingIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  @ParameterizedTest
  @CsvSource({
    "nl, Dit apparaat kent dat team niet, Deze organisatorlink werkt niet, 4 van 5",
    "en, This device does not know that team, This organiser link does not work, 4 of 5"
  })
  void forgottenRecoveredEnlargedAndDeleted(
      String language, String unknownTeam, String deadLink, String turnout) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device(language, Screen.PHONE);
      page.navigate(suite.url() + "/new");
      page.locator("#team-name").fill("Team Vier");
      page.locator("#team-size").fill("4");
      page.locator("form button[type=submit].primary").click();
      Locator kept = page.locator(".keep input[readonly]");
      assertThat(kept).hasCount(2);
      String link = kept.nth(0).inputValue();
      String code = kept.nth(1).inputValue();
      String members = page.locator(".invite input[readonly]").first().inputValue();
      page.locator(".keep > button").click();
      assertThat(page.locator(".keep")).hasCount(0);
      String round = page.url().replaceFirst("/invite$", "");
      String team = round.replaceFirst("/round/.*$", "");

      open(page, team);
      Locator leaving = page.locator(".leaving");
      leaving.locator(".actions button").first().click();
      assertThat(leaving.locator(".danger")).isFocused();
      Axe.assertAccessible(page, "Forget this team?");
      leaving.locator(".danger").click();
      assertThat(page.locator(".quick-option").first()).isVisible();
      open(page, team);
      assertThat(BrowserSession.heading(page)).hasText(unknownTeam);
      Axe.assertAccessible(page, "A team that is forgotten");

      page.locator("main a.primary").click();
      page.locator("#recovery-code").fill(code);
      page.locator("#recovery-code").press("Enter");
      assertThat(BrowserSession.heading(page)).hasText("Team Vier");
      String renewed = page.locator(".keep input[readonly]").inputValue();
      assertThat(page.locator(".rounds li")).hasCount(1);
      assertNotEquals(link, renewed);
      Page elsewhere = session.device(language, Screen.DESKTOP);
      elsewhere.navigate(link);
      assertThat(BrowserSession.heading(elsewhere)).hasText(deadLink);
      Axe.assertAccessible(elsewhere, "A link of an organiser that was replaced");
      elsewhere.navigate(renewed);
      assertWholeTeam(elsewhere);

      RoundsToLookAt.answer(Organiser.ofMembers(suite.api(), members), 4);
      page.locator(".rounds a").click();
      page.locator(".turnout button.quiet:not(.small)").click();
      assertThat(page.getByTestId("turnout")).hasText(turnout);
      RoundsToLookAt.answer(Organiser.ofMembers(suite.api(), members), 1);
      assertThat(page.getByTestId("turnout")).hasText(Pattern.compile("^5 \\w+ 5$"));

      open(page, team);
      assertWholeTeam(page);
      leaving.locator(".actions button").last().click();
      Axe.assertAccessible(page, "Delete this team?");
      leaving.locator(".danger").click();
      assertThat(page.locator(".quick-option").first()).isVisible();
      elsewhere.navigate("about:blank");
      elsewhere.navigate(renewed);
      assertThat(BrowserSession.heading(elsewhere)).hasText(deadLink);
      Object known = page.evaluate("localStorage['rolewise.teams'] ?? null");
      assertEquals(null, known);
      assertEquals(2, session.complaints().size(), session.complaints().toString());
      assertEquals(
          2, session.complaints().stream().filter(it -> it.contains("status of 40")).count());
    }
  }

  /** With all that is asked for after the team: what is still under way would be refused later. */
  private static void assertWholeTeam(Page page) {
    assertThat(BrowserSession.heading(page)).hasText("Team Vier");
    assertThat(page.locator(".rounds li")).hasCount(1);
    assertThat(page.locator(".busy")).hasCount(0);
  }

  /** A new document at an address of this device. */
  private static void open(Page page, String address) {
    page.navigate("about:blank");
    page.navigate(address);
  }
}
