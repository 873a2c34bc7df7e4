package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The people of one test in the shared browser, each with a device of their own. */
final class BrowserSession implements AutoCloseable {
  private static final Map<String, String> LOCALES = Map.of("nl", "nl-NL", "fr", "fr-FR");

  /** As on phones that do not let pages fill the screen; a window that does cannot be resized. */
  static final String NO_FULL_SCREEN = "delete Element.prototype.requestFullscreen;";

  private final Browser browser;
  private final List<BrowserContext> devices = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private int judged;

  BrowserSession(SharedBrowser.Program program) {
    this.browser = program.browser();
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

  /** A new device: nothing stored, one language, one screen. */
  Page device(String language, Screen screen) {
    return device(language, screen, true, ServiceWorkerPolicy.BLOCK);
  }

  /** The same that may go on without a connection: what a worker fetches no test sees. */
  Page deviceOfItsOwn(String language, Screen screen) {
    return device(language, screen, true, ServiceWorkerPolicy.ALLOW);
  }

  /** The same with a browser that runs no scripts. */
  Page withoutScripts(String language, Screen screen) {
    return device(language, screen, false, ServiceWorkerPolicy.BLOCK);
  }

  /** The requests of a page to some address, from now on. */
  static List<String> requestsOf(Page page, String path) {
    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().contains(path)) {
            asked.add(request.url());
          }
        });
    return asked;
  }

  private Page device(
      String language, Screen screen, boolean scripts, ServiceWorkerPolicy workers) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(LOCALES.getOrDefault(language, "en-GB"))
                .setViewportSize(screen.width, screen.height)
                .setJavaScriptEnabled(scripts)
                .setServiceWorkers(workers)
                .setReducedMotion(ReducedMotion.REDUCE));
    devices.add(context);
    return watched(context.newPage());
  }

  /** Another tab on the device of that page. */
  Page anotherTab(Page page) {
    return watched(page.context().newPage());
  }

  private Page watched(Page page) {
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            // an answer that was refused is told without its address
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(this::staysWithItsOrigin);
    return page;
  }

  /** Somebody may be led elsewhere to sign in; no page fetches anything from anywhere else. */
  private void staysWithItsOrigin(Request request) {
    URI asked = URI.create(request.url().replaceFirst("[?#].*$", ""));
    if (request.isNavigationRequest() || !asked.getScheme().startsWith("http")) {
      return;
    }
    String own = URI.create(request.frame().url().replaceFirst("[?#].*$", "")).getAuthority();
    if (!asked.getAuthority().equals(own)) {
      complaints.add("a page of " + own + " asked for " + asked);
    }
  }

  /** The one heading of a screen. */
  static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  /** The button of exactly this name. */
  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /**
   * A report under this title, with all that is asked for after it. Before somebody's access ends:
   * what is still under way then would be refused, and the browser would complain of that too.
   */
  static void assertWholeReport(Page page, String title) {
    assertThat(heading(page)).hasText(title);
    assertWholeReport(page);
  }

  /** The same under whatever title, with a brief of the role that is missing. */
  static void assertWholeReport(Page page) {
    assertThat(page.getByTestId("strength")).isVisible();
    assertThat(page.locator(".brief-paper")).isVisible();
    assertThat(page.locator(".busy")).hasCount(0);
  }

  /** What pages wrote to the console as errors: a refused script or style shows up here. */
  List<String> complaints() {
    List<String> all = List.copyOf(complaints);
    judged = all.size();
    return all;
  }

  /** Nothing but one answer of the server that the browser counts as an error: this one. */
  void assertOneComplaint(String status) {
    List<String> all = complaints();
    assertTrue(
        all.size() == 1 && all.get(0).contains("with a status of " + status), all.toString());
  }

  /** No test ends with a complaint that it has not looked at. */
  @Override
  public void close() {
    devices.forEach(BrowserContext::close);
    assertEquals(List.of(), complaints.subList(judged, complaints.size()));
  }
}
