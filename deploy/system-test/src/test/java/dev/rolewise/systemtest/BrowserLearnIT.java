package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public library as people read it: with scripts, without them, and from one to the other. */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserLearnIT {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/roles",
          "/roles/product-manager",
          "/roles/team-agreement",
          "/compare",
          "/compare?ids=scrum-master,product-owner,team-lead-hat,project-manager",
          "/responsibilities",
          "/responsibilities/role-gap-scan.areas.P1",
          "/scenarios",
          "/scenarios/always-late",
          "/scenarios/advice",
          "/scenarios/advice?signals=always-late.1,one-who-drowns.1",
          "/guides",
          "/guides/roadmap",
          "/glossary",
          "/privacy",
          "/method",
          "/search?q=roadmap",
          "/quick-check",
          "/quick-check?q1=2&q2=1&q3=2&q4=0&q5=0");

  /** The living screen has taken the place of the page that the server wrote. */
  private static final String TAKEN_OVER = "form.find:not([action])";

  /**
   * All words but those that only one of the two needs, what works without scripts, or not: of what
   * the server wrote, parsed as a browser does that runs none, and of what stands there now.
   */
  private static final String WORDS =
      """
      async () => {
        const words = page => {
          const main = page.querySelector('main').cloneNode(true);
          main.querySelectorAll('.unscripted, .quick-foot, .quick-result .actions, .brief').forEach(only => only.remove());
          return [page.title, ...main.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, th, td, legend, summary, button, label')]
            .map(each => (each.textContent ?? each).replace(/\\s+/g, ' ').trim()).filter(Boolean).join('\\n');
        };
        const policy = trustedTypes.createPolicy('written', { createHTML: text => text });
        const text = await (await fetch(location.href, { headers: { Accept: 'text/html' } })).text();
        return [new DOMParser().parseFromString(policy.createHTML(text), 'text/html'), document].map(words);
      }
      """;

  private static final long A_MINUTE_MILLIS = 60_000;

  private static final String WATCH_SHIFTS =
      """
      window.shifted = 0;
      new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shifted += entry.value; }))
        .observe({ type: 'layout-shift', buffered: true });
      """;

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserLearnIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void theFrontEndTakesPagesOverWithoutAWordOrALineMoving(String language) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page living = session.device(language, Screen.PHONE);
      living.addInitScript(WATCH_SHIFTS);
      for (String path : PAGES) {
        String address = suite.url() + "/" + language + path;
        living.navigate(address);
        assertThat(living.locator(TAKEN_OVER)).hasCount(1);
        List<?> words = (List<?>) living.evaluate(WORDS);
        assertEquals(words.get(0), words.get(1), address);
        double shifted = ((Number) living.evaluate("window.shifted")).doubleValue();
        assertTrue(shifted < 0.01, address + " moved by " + shifted);
        Axe.assertAccessible(living, address);
      }
      assertEquals(List.of(), session.complaints());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everythingCanBeReadAndAskedWithoutScripts(String language) {
    boolean dutch = language.equals("nl");
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.withoutScripts(language, dutch ? Screen.PHONE : Screen.DESKTOP);
      page.navigate(suite.url() + "/");
      page.waitForURL(suite.url() + "/" + language + "/");
      for (int tap = 0; tap < 4; tap++) {
        page.locator(".quick-option").last().click();
      }
      page.locator(".quick-option").first().click();
      assertThat(page.locator(".quick-result h2"))
          .hasText(
              dutch
                  ? "Het lijkt erop dat jullie beide rollen missen"
                  : "It looks as if both roles are missing");
      page.locator(".quick-result p a").click();
      assertThat(BrowserSession.heading(page)).isVisible();

      page.locator("#find").fill(dutch ? "plannig" : "roadmp");
      page.locator("#find").press("Enter");
      assertThat(page.locator(".search-instead a")).hasText(dutch ? "planning" : "roadmap");
      assertThat(page.locator(".hits mark").first())
          .hasText(Pattern.compile("^(plan|roadmap)", Pattern.CASE_INSENSITIVE));
      page.locator(".hits a").first().click();
      assertThat(BrowserSession.heading(page)).isVisible();

      page.navigate(suite.url() + "/" + language + "/compare");
      page.locator(".chip input[value='scrum-master']").check();
      page.locator(".chips button").click();
      assertThat(page.locator(".compare thead th")).hasCount(4);

      page.navigate(suite.url() + "/" + language + "/scenarios/advice");
      page.locator("input[value='always-late.1']").check();
      page.locator("input[value='always-late.3']").check();
      page.locator(".signals-go button").click();
      assertThat(page.locator(".advice-roles a"))
          .hasText(dutch ? "Projectmanager" : "Project manager");

      page.locator(".advice-fit h3 a").click();
      String there = page.url();
      page.locator(".languages a:not([aria-current])").click();
      assertEquals(there.replace("/" + language + "/", dutch ? "/en/" : "/nl/"), page.url());
      assertThat(page.locator("html")).hasAttribute("lang", dutch ? "en" : "nl");
      assertEquals(List.of(), session.complaints());

      for (String needsScripts : List.of("/new", "/#/k/a-code-from-a-card")) {
        // another fragment of the same address would be no other page
        page.navigate("about:blank");
        page.navigate(suite.url() + needsScripts);
        if (!needsScripts.startsWith("/#")) {
          assertThat(page.locator("p[lang=" + language + "]").first())
              .containsText(dutch ? "op een ander apparaat" : "on another device");
          page.locator("a[href='/" + language + "/example']").click();
        } else {
          assertThat(page.locator(".hero-actions .notice"))
              .containsText(dutch ? "open de link opnieuw" : "open the link again");
          page.locator("#menu-list a[href='/" + language + "/example']").click();
        }
        assertThat(page.locator("main .notice"))
            .containsText(dutch ? "Een verzonnen team" : "An invented team");
        assertThat(page.locator("main table").nth(1).locator("tbody tr")).hasCount(8);
      }
      assertEquals(List.of(), session.complaints());

      page.navigate(suite.url() + "/" + language + "/roles/nobody");
      assertThat(BrowserSession.heading(page))
          .hasText(dutch ? "Deze pagina bestaat niet" : "This page does not exist");
      session.assertOneComplaint("404");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void searchingLeadsOnWhileSomebodyTypes(String language) {
    boolean dutch = language.equals("nl");
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device(language, dutch ? Screen.DESKTOP : Screen.PHONE);
      page.clock().install();
      page.navigate(suite.url() + "/" + language + "/roles");
      assertThat(page.locator(TAKEN_OVER)).hasCount(1);
      page.locator("#find").fill("roadmap");
      page.locator("#find").press("Enter");
      assertThat(page.locator(".hits mark").first())
          .hasText(Pattern.compile("^roadmap", Pattern.CASE_INSENSITIVE));
      assertThat(BrowserSession.heading(page)).isFocused();

      // however long a crowded machine takes for the keys: to the page they come in one moment
      page.clock().pauseAt(System.currentTimeMillis() + A_MINUTE_MILLIS);
      List<String> asked = BrowserSession.requestsOf(page, "/api/v1/search");
      page.locator("#search-words").fill("");
      page.locator("#search-words").pressSequentially(dutch ? "planning" : "customers");
      assertEquals(List.of(), asked);
      page.clock().resume();
      assertThat(page.locator(".search-count")).containsText(dutch ? "‘planning’" : "‘customers’");
      assertEquals(1, asked.size(), asked.toString());
      assertThat(page.locator("#search-words")).isFocused();
      assertThat(page).hasURL(Pattern.compile(".*/search\\?q=(planning|customers)$"));
      page.locator(".hits a").first().click();
      assertThat(BrowserSession.heading(page)).isFocused();
      page.goBack();
      assertThat(page.locator("#search-words")).hasValue(dutch ? "planning" : "customers");
      assertEquals(List.of(), session.complaints());
    }
  }

  @Test
  void theLanguageSwitchKeepsThePlaceAndTheChoice() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device("en", Screen.DESKTOP);
      page.navigate(suite.url() + "/roles/product-manager");
      page.waitForURL(suite.url() + "/en/roles/product-manager");
      assertThat(page.locator(TAKEN_OVER)).hasCount(1);
      page.locator(".languages a[hreflang='nl']").click();
      assertThat(BrowserSession.heading(page)).hasText("Productmanager");
      assertThat(page).hasURL(suite.url() + "/nl/roles/product-manager");
      assertThat(page).hasTitle("Productmanager · Rolwijzer");
      assertThat(page.locator("html")).hasAttribute("lang", "nl");
      page.goBack();
      assertThat(BrowserSession.heading(page)).hasText("Product manager");
      page.navigate(suite.url() + "/");
      page.waitForURL(suite.url() + "/nl/");
      assertEquals(List.of(), session.complaints());
    }
  }

  @Test
  void aPageThatIsNotTakenOverYetIsOfUse() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device("nl", Screen.PHONE);
      page.route("**/assets/*.js", route -> route.abort());
      page.navigate(suite.url() + "/nl/roles/product-manager");
      assertThat(BrowserSession.heading(page)).hasText("Productmanager");
      assertThat(page.locator(TAKEN_OVER)).hasCount(0);
      Axe.assertAccessible(page, "Role page as the server wrote it");
      page.navigate(suite.url() + "/nl/scenarios/advice?signals=always-late.1");
      Axe.assertAccessible(page, "Advice as the server wrote it");
      page.navigate(suite.url() + "/nl/example");
      Axe.assertAccessible(page, "Example report as the server wrote it");
      page.navigate(suite.url() + "/nl/");
      Axe.assertAccessible(page, "Start page as the server wrote it");
      // the scripts that were kept from coming
      assertEquals(
          List.of(), session.complaints().stream().filter(it -> !it.contains("ERR_")).toList());
    }
  }
}
