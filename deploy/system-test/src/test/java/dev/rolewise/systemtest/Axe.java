package dev.rolewise.systemtest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Looks with axe at the screen a page shows. The script goes into a document once, and only what is
 * wrong comes back: the library's own way sends it anew and opens a second page for every look, and
 * brings back each element that is fine, which together take longer than the looking. A screen is
 * looked at once, in the state that has the most on it.
 */
final class Axe {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The smallest phones, and a desktop at 400 %. */
  private static final int NARROWEST = 320;

  private static final String SCRIPT = script();

  private static final String LOOK =
      """
      rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(found => ({
        looked: found.passes.length,
        wrong: found.violations.map(rule =>
          [`${rule.id}: ${rule.help}`, ...rule.nodes.map(node => `  ${node.html}`)].join('\\n')),
        sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      }))
      """;

  /**
   * Letters of twice the size: whether the page has to be scrolled sideways, and what is cut off.
   */
  private static final String ENLARGE =
      """
      () => {
        const root = document.documentElement;
        root.style.fontSize = '200%';
        const cut = [];
        const scrolls = (it) => it && (/auto|scroll/.test(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (!text.data.trim()) continue;
          const cutter = (it) => it && (/hidden|clip/.test(getComputedStyle(it).overflowX) ? it : cutter(it.parentElement));
          const frame = cutter(text.parentElement);
          const range = document.createRange();
          range.selectNodeContents(text);
          const box = range.getBoundingClientRect();
          const room = frame?.getBoundingClientRect();
          if (room && room.width > 2 && box.width > 0 && (box.left < room.left - 1 || box.right > room.right + 1)) cut.push(text.data);
        }
        const wide = root.scrollWidth > root.clientWidth
          ? [...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(it))
              .slice(0, 3).map(it => `wide: ${it.parentElement.outerHTML.slice(0, 60)} > ${it.outerHTML.slice(0, 120)}`)
          : [];
        root.style.fontSize = '';
        return [...cut, ...wide];
      }
      """;

  private Axe() {}

  /** With letters twice as large on the narrowest screen nothing is cut off or lies beside it. */
  static void assertRoomForLargeLetters(Page page, String screen) {
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    page.setViewportSize(NARROWEST, height);
    List<?> lost = (List<?>) page.evaluate(ENLARGE);
    page.setViewportSize(width, height);
    if (!lost.isEmpty()) {
      throw new AssertionError(screen + " with large letters: " + lost);
    }
  }

  /**
   * Fails when axe finds anything, or when the page has to be scrolled sideways: at the device's
   * own width and at 320 px, one of them in the light and the other in the dark. Which one is
   * turned round from language to language, so that the journeys together see all four.
   */
  static void assertAccessible(Page page, String screen) {
    boolean dutch = "nl".equals(page.evaluate("document.documentElement.lang"));
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    look(page, screen, width, dutch ? ColorScheme.LIGHT : ColorScheme.DARK);
    page.setViewportSize(NARROWEST, height);
    look(page, screen, NARROWEST, dutch ? ColorScheme.DARK : ColorScheme.LIGHT);
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  /** The same at both widths in the light and in the dark, whatever the language. */
  static void assertAccessibleInAnyLight(Page page, String screen) {
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      look(page, screen, width, scheme);
      page.setViewportSize(NARROWEST, height);
      look(page, screen, NARROWEST, scheme);
      page.setViewportSize(width, height);
    }
  }

  private static void look(Page page, String screen, int width, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    String where = screen + " at " + width + " px, " + scheme;
    // a page that has just been opened or read anew is empty for a moment
    PlaywrightAssertions.assertThat(page.locator("h1")).not().hasCount(0);
    if (page.frames().size() != 1) {
      throw new AssertionError(where + " has a frame in it, which nobody looks into");
    }
    if (Boolean.FALSE.equals(page.evaluate("typeof window.axe === 'object'"))) {
      page.evaluate(SCRIPT + "\n;null");
    }
    Look look = Look.of(page.evaluate(LOOK, RULES));
    if (look.passed() == 0) {
      throw new AssertionError(where + ": axe found nothing to look at");
    }
    if (!look.wrong().isEmpty()) {
      throw new AssertionError(where + ":\n" + String.join("\n", look.wrong()));
    }
    if (look.sideways()) {
      throw new AssertionError(where + " has to be scrolled sideways");
    }
  }

  /** What came back: how many rules had something to look at, what is wrong, how wide it is. */
  private record Look(int passed, List<String> wrong, boolean sideways) {
    static Look of(Object evaluated) {
      Map<?, ?> found = (Map<?, ?>) evaluated;
      return new Look(
          ((Number) found.get("looked")).intValue(),
          ((List<?>) found.get("wrong")).stream().map(String.class::cast).toList(),
          (Boolean) found.get("sideways"));
    }
  }

  private static String script() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
