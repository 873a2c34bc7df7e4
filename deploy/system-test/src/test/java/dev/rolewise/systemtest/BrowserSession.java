package dev.rolewise.systemtest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** One browser and the people in it, each with a device of their own. */
final class BrowserSession implements AutoCloseable {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The smallest phones, and a desktop at 400 %. */
  private static final int NARROWEST = 320;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private BrowserSession(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** How large somebody's screen is. */
  enum Screen {
    PHONE(390, 844),
    DESKTOP(1280, 900);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  static BrowserSession open() throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_NODEJS_PATH", node().toString());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    BrowserProgram program = BrowserProgram.find();
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    try {
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program.path())
                      .setArgs(program.arguments())
                      .setEnv(program.environment()));
      return new BrowserSession(playwright, browser);
    } catch (RuntimeException failed) {
      playwright.close();
      throw failed;
    }
  }

  /** A new device: nothing stored, one language, one screen. */
  Page device(String language, Screen screen) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language.equals("nl") ? "nl-NL" : "en-GB")
                .setViewportSize(screen.width, screen.height)
                .setReducedMotion(ReducedMotion.REDUCE));
    Page page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  /** What pages wrote to the console as errors: a refused script or style shows up here. */
  List<String> complaints() {
    return List.copyOf(complaints);
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
    assertAccessible(page, screen, width, dutch ? ColorScheme.LIGHT : ColorScheme.DARK);
    page.setViewportSize(NARROWEST, height);
    assertAccessible(page, screen, NARROWEST, dutch ? ColorScheme.DARK : ColorScheme.LIGHT);
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private static void assertAccessible(Page page, String screen, int width, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    String where = screen + " at " + width + " px, " + scheme;
    AxeResults results = new AxeBuilder(page).withTags(RULES).analyze();
    if (!results.getViolations().isEmpty()) {
      throw new AssertionError(where + ":\n" + describe(results));
    }
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    if (Boolean.TRUE.equals(overflow)) {
      throw new AssertionError(where + " has to be scrolled sideways");
    }
  }

  private static String describe(AxeResults results) {
    StringBuilder text = new StringBuilder();
    results
        .getViolations()
        .forEach(
            rule -> {
              text.append(rule.getId()).append(": ").append(rule.getHelp()).append('\n');
              rule.getNodes()
                  .forEach(node -> text.append("  ").append(node.getHtml()).append('\n'));
            });
    return text.toString();
  }

  private static Path node() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "node"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Node 20.19 or newer has to be on the PATH."));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
