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
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** What the page says of its connection, and of the turnout. */
  private enum Words {
    NL(
        "Toon het groot",
        "laatst bijgewerkt om",
        "Verbinding kwijt, we proberen het opnieuw",
        "Geen live verbinding",
        "van"),
    EN(
        "Show it large",
        "last updated at",
        "Connection lost, trying again",
        "No live connection",
        "of");

    private final String large;
    private final String updated;
    private final String lost;
    private final String polling;
    private final String of;

    Words(String large, String updated, String lost, String polling, String of) {
      this.large = large;
      this.updated = updated;
      this.lost = lost;
      this.polling = polling;
      this.of = of;
    }

    private String language() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String turnout(int answers) {
      return answers + " " + of + " 6";
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatFallsSilentIsNoticedAskedAroundAndTakenUpAgain(Words words) throws Exception {
    Organiser round =
        new RoundsToLookAt(suite).open(words.language(), new JsonObject().put("size", 6), 0);
    try (TcpProxy network = TcpProxy.to(URI.create(suite.url()).getPort());
        BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device(words.language(), Screen.DESKTOP);
      page.addInitScript(BrowserSession.NO_FULL_SCREEN);
      page.clock()
          .install(new Clock.InstallOptions().setTime(Instant.now().plus(AHEAD).toEpochMilli()));
      String address = "http://127.0.0.1:" + network.port();
      page.navigate(address + "/#/o/" + round.token());
      page.locator(".rounds a").click();
      Locator connection = page.locator(".turnout > .connection");
      assertThat(connection).containsText(Pattern.compile("^Live · " + words.updated + " \\d"));
      BrowserSession.button(page, words.large).press("Enter");
      Locator large = page.getByTestId("stage-turnout");
      assertThat(large).hasText(words.turnout(0));
      RoundsToLookAt.answer(round, 1);
      assertThat(large).hasText(words.turnout(1));
      Axe.assertAccessible(page, "Turnout for the whole room");

      network.swallow();
      RoundsToLookAt.answer(round, 1);
      page.clock().fastForward(SILENCE_MILLIS);
      Locator there = page.getByTestId("stage").locator(".connection");
      assertThat(there).containsText(words.lost);
      turnUntil(page, there, words.polling);
      assertThat(there).containsText(Pattern.compile(words.updated + " \\d"));
      assertThat(large).hasText(words.turnout(1));
      Axe.assertAccessible(page, "Turnout without a live connection");

      // questions get through before a stream does
      page.route("**/live", route -> route.abort());
      network.letThrough();
      turnUntil(page, large, words.turnout(2));
      assertThat(there).containsText(words.polling);
      page.unroute("**/live");
      turnUntil(page, there, "Live");
      RoundsToLookAt.answer(round, 1);
      assertThat(large).hasText(words.turnout(3));
      page.keyboard().press("Escape");
      assertThat(page.getByTestId("turnout")).hasText(words.turnout(3));
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
