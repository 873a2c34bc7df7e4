package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.rolewise.systemtest.BrowserSession.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An organiser opens a team while the database is away for a moment: the page says that it asks
 * again, does so when the server said to, and shows the team without anybody having done anything.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class AskedAgainIT {
  private static final double PATIENCE_MILLIS = 20_000;

  @TempDir static Path folder;
  private static OwnSuite suite;

  private final SharedBrowser.Program browser;
  private final RunningSuite pages;

  AskedAgainIT(SharedBrowser.Program browser, RunningSuite pages) {
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
    "nl, Over een paar tellen vragen we het nog eens",
    "en, We will ask again in a few seconds"
  })
  void aPageThatABusyServerPutsOffComesByItself(String language, String asksAgain)
      throws Exception {
    Organiser organiser = Organiser.open(suite.api(), "Put off", 4, 1);
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device(language, Screen.PHONE);
      Map<String, Integer> asked = new HashMap<>();
      List<Route> held = new ArrayList<>();
      AtomicBoolean away = new AtomicBoolean();
      page.route(
          pages.url() + "/api/**",
          route -> {
            int times = away.get() ? asked.merge(route.request().url(), 1, Integer::sum) : 0;
            if (times == 2) {
              // until the database is there, however long a crowded machine takes for that
              held.add(route);
            } else {
              pass(route);
            }
          });
      page.navigate(pages.url() + "/#/o/" + organiser.token());
      assertThat(BrowserSession.heading(page)).hasText("Put off");
      suite.postgres().interrupt();
      away.set(true);
      page.reload();
      assertThat(page.getByText(asksAgain))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
      Axe.assertAccessible(page, "A page that is asked for again");
      page.waitForCondition(() -> !held.isEmpty());
      suite.postgres().resume();
      page.waitForCondition(
          () -> suite.api().get("/api/v1/team", organiser.token()).status() == 200);
      away.set(false);
      held.forEach(this::pass);
      assertThat(page.locator("#rounds-title")).isVisible();
      assertThat(page.locator(".trouble")).hasCount(0);
      assertTrue(
          session.complaints().stream().allMatch(it -> it.contains("status of 503")),
          session.complaints().toString());
    }
  }

  /** The pages as they are packaged, over the suite whose database can be taken away. */
  private void pass(Route route) {
    route.resume(
        new Route.ResumeOptions().setUrl(route.request().url().replace(pages.url(), suite.url())));
  }
}
