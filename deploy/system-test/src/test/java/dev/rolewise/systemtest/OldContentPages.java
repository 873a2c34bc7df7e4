package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.rolewise.systemtest.BrowserSession.Screen;
import java.nio.file.Path;
import java.util.List;

/** What readers of the public pages are told while nobody can say whether these are right. */
final class OldContentPages {
  /** Longer than the pause after which a page that shows the mark asks again. */
  private static final long NEXT_LOOK_MILLIS = 40_000;

  private final BrowserSession session;
  private final String url;

  OldContentPages(BrowserSession session, String url) {
    this.session = session;
    this.url = url;
  }

  /** A public screen, and what stands on it that comes from a document. */
  enum Screened {
    HOME("/", ".situation-cards"),
    GLOSSARY("/glossary", "dl.glossary");

    private final String path;
    private final String content;

    Screened(String path, String content) {
      this.path = path;
      this.content = content;
    }
  }

  /** A page on a device of its own. */
  record Opened(Page page, Screened screen) {}

  /** On a device that has not been there before. */
  Opened open(Screened screen, String language, Screen size) {
    Page page = session.device(language, size);
    page.clock().install();
    page.navigate(url + screen.path);
    assertThat(page.locator(screen.content)).isVisible();
    return new Opened(page, screen);
  }

  /** Also when it is opened again, which asks whether the kept answer is right. */
  static void assertPlain(Opened opened) {
    assertThat(mark(opened.page())).hasCount(0);
    opened.page().reload();
    assertThat(opened.page().locator(opened.screen().content)).isVisible();
    assertThat(mark(opened.page())).hasCount(0);
  }

  /** One line for the whole page, whatever the number of documents on it. */
  static void assertMarked(Opened opened, String sentence, List<String> clocks) {
    Page page = opened.page();
    assertThat(mark(page)).hasCount(1);
    String text = mark(page).textContent();
    assertTrue(
        clocks.stream().anyMatch(clock -> sentence.formatted(clock).equals(text)),
        text + " at " + clocks);
    assertThat(page.getByText(text)).hasCount(1);
    Axe.assertAccessible(page, "Content as it was");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screens", "kept" + page.viewportSize().width + ".png")));
  }

  /**
   * Of its own accord, once it asks again and hears that all is right. A browser may have kept the
   * marked answer for this time, and then does not hear before the time after.
   */
  static void assertMarkGoes(Opened opened) {
    opened.page().clock().fastForward(NEXT_LOOK_MILLIS);
    assertThat(mark(opened.page()))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(2 * NEXT_LOOK_MILLIS));
    assertThat(opened.page().locator(opened.screen().content)).isVisible();
  }

  private static Locator mark(Page page) {
    return page.getByTestId("kept");
  }
}
