package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A member presses Send while the database is away: the page says so and keeps the answers, and
 * sends them by itself, once, when the database is back.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class AnswersKeptIT {
  /** The page waits up to 15 seconds between two tries, and some more by chance. */
  private static final double PATIENCE_MILLIS = 60_000;

  @TempDir static Path folder;
  private static OwnSuite suite;

  private final SharedBrowser.Program browser;
  private final RunningSuite pages;

  AnswersKeptIT(SharedBrowser.Program browser, RunningSuite pages) {
    this.browser = browser;
    this.pages = pages;
  }

  @BeforeAll
  static void start() throws Exception {
    suite = OwnSuite.start(folder.resolve("data"), Map.of());
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @ParameterizedTest
  @CsvSource({
    "nl, Nog niet verstuurd: Rolwijzer kan nu even geen antwoorden aannemen",
    "en, Not sent yet: Rolewise cannot take answers at the moment"
  })
  void answersAreKeptAndSentOnceByThemselves(String language, String notYet) throws Exception {
    JsonObject size = new JsonObject().put("size", 4);
    Organiser organiser = Organiser.open(suite.api(), "Patient", language, size);
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device(language, Screen.PHONE);
      // the pages as they are packaged, over the suite whose database can be taken away
      page.route(
          pages.url() + "/api/**",
          route ->
              route.resume(
                  new Route.ResumeOptions()
                      .setUrl(route.request().url().replace(pages.url(), suite.url()))));
      page.navigate(pages.url() + "/#/t/" + organiser.member());
      Locator cards = page.locator("[data-question]");
      assertThat(cards.first()).isVisible();
      int questions = cards.count();
      for (Locator card : cards.all()) {
        card.locator("label").first().click();
      }
      suite.postgres().interrupt();
      page.locator(".send button[type=submit]").click();
      assertThat(page.locator(".send-trouble h2")).hasText(notYet);
      Axe.assertAccessible(page, "Answers wait for the database");
      assertThat(page.locator("[data-question] input:checked")).hasCount(questions);
      // it goes on trying, and none of the tries takes the words or the answers away
      page.waitForResponse(
          answer -> answer.status() == 503 && answer.request().method().equals("POST"), () -> {});
      assertThat(page.locator(".send-trouble h2")).hasText(notYet);

      suite.postgres().resume();
      assertThat(page.getByTestId("receipt"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
      assertEquals(1, turnout(organiser));
      page.reload();
      assertThat(page.locator("[data-question]")).hasCount(0);
      assertEquals(1, turnout(organiser));
      assertTrue(
          session.complaints().stream().allMatch(it -> it.contains("status of 503")),
          session.complaints().toString());
    }
  }

  private static int turnout(Organiser organiser) {
    return organiser.state().getJsonObject("turnout").getInteger("n");
  }
}
