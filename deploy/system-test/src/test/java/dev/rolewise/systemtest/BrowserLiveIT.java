package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The turnout on the wall of a meeting room while the network begins to lose everything and tells
 * nobody. The device's clock, which is two days ahead, is turned on by hand: nothing waits.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserLiveIT {
  private static final Duration AHEAD = Duration.ofDays(2);

  /** Longer than the page takes a stream for alive that says nothing. */
  private static final int SILENCE_MILLIS = 36_000;

  /** Longer than any pause or question of the page. */
  private static final int STEP_MILLIS = 11_000;

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserLiveIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  @Test
  void aStreamThatFallsSilentIsNoticedAskedAroundAndTakenUpAgain() throws Exception {
    Organiser round = new RoundsToLookAt(suite).open("en", new JsonObject().put("size", 6), 0);
    try (TcpProxy network = TcpProxy.to(URI.create(suite.url()).getPort());
        BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device("en", Screen.DESKTOP);
      page.addInitScript(BrowserSession.NO_FULL_SCREEN);
      page.clock()
          .install(new Clock.InstallOptions().setTime(Instant.now().plus(AHEAD).toEpochMilli()));
      String address = "http://127.0.0.1:" + network.port();
      page.navigate(address + "/#/o/" + round.token());
      page.locator(".rounds a").click();
      Locator connection = page.locator(".turnout > .connection");
      assertThat(connection).containsText(Pattern.compile("^Live · last updated at \\d"));
      BrowserSession.button(page, "Show it large").press("Enter");
      Locator large = page.getByTestId("stage-turnout");
      assertThat(large).hasText("0 of 6");
      RoundsToLookAt.answer(round, 1);
      assertThat(large).hasText("1 of 6");
      Axe.assertAccessible(page, "Turnout for the whole room");

      network.swallow();
      RoundsToLookAt.answer(round, 1);
      page.clock().fastForward(SILENCE_MILLIS);
      Locator there = page.getByTestId("stage").locator(".connection");
      assertThat(there).containsText("Connection lost, trying again");
      turnUntil(page, there, "No live connection");
      assertThat(there).containsText(Pattern.compile("last updated at \\d"));
      assertThat(large).hasText("1 of 6");
      Axe.assertAccessible(page, "Turnout without a live connection");

      // questions get through before a stream does
      page.route("**/live", route -> route.abort());
      network.letThrough();
      turnUntil(page, large, "2 of 6");
      assertThat(there).containsText("No live connection");
      page.unroute("**/live");
      turnUntil(page, there, "Live");
      RoundsToLookAt.answer(round, 1);
      assertThat(large).hasText("3 of 6");
      page.keyboard().press("Escape");
      assertThat(page.getByTestId("turnout")).hasText("3 of 6");
      assertTrue(
          session.complaints().stream().allMatch(it -> it.contains("net::ERR_")),
          session.complaints().toString());
    }
  }

  /** Turns the page's clock on until it says so. */
  private static void turnUntil(Page page, Locator where, String words) {
    page.waitForCondition(
        () -> {
          boolean said = where.textContent().startsWith(words);
          if (!said) {
            page.clock().fastForward(STEP_MILLIS);
          }
          return said;
        });
  }
}
