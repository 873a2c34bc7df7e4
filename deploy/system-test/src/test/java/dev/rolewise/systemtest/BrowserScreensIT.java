package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A walk through every screen, in both languages: axe on the narrowest phone and at a desk, in the
 * light and in the dark; letters twice as large at 320 px; ten main screens as pictures to look at.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserScreensIT {
  private static final int SIZE = 6;

  /** Without the programme side, which only a round of several initiatives has. */
  private static final int QUESTIONS = 28;

  private static final int ALL_QUESTIONS = 34;

  /** Screens that somebody opens by a link, and that stand still once they are there. */
  private static final List<String> STEADY = List.of("create", "answer", "preview", "report");

  private static final String WATCH_SHIFTS =
      """
      window.shifted = 0;
      new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shifted += entry.value; }))
        .observe({ type: 'layout-shift', buffered: true });
      """;

  /** Headings, labels and words that still begin at the left, as physical styles make them. */
  private static final String ON_THE_WRONG_SIDE =
      """
      () => [...document.querySelectorAll('main h1, main h2, main h3, main p, main label, main li, main legend')]
        .filter(it => {
          const style = getComputedStyle(it);
          return style.direction === 'rtl' && (style.textAlign === 'left' || style.float === 'left');
        })
        .map(it => it.outerHTML.slice(0, 120))
      """;

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;
  private final Map<String, Organiser> teams = new LinkedHashMap<>();

  BrowserScreensIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  /** A screen, what has to be there before it is looked at, and whether it is one to look at. */
  private record Stop(String name, String address, String ready, boolean picture) {}

  /** A gap, then nobody, then the gap filled, and a round that is open. */
  @BeforeAll
  void teams() {
    for (String language : List.of("nl", "en")) {
      Organiser first =
          Organiser.open(
              suite.api(),
              language.equals("nl") ? "Team Kompas" : "Team Compass",
              language,
              new JsonObject().put("size", SIZE));
      RoundsToLookAt.answer(first, SIZE);
      first.close();
      JsonObject again = new JsonObject().put("size", SIZE).put("newcomers", 0);
      first.openAnother(again).close();
      Organiser filled = first.openAnother(again);
      filled.answers(Collections.nCopies(SIZE, filled.questionnaire().sheet(Organiser.HEALTHY)));
      filled.close();
      teams.put(language, first);
    }
  }

  private List<Stop> stops(String language) {
    Organiser closed = teams.get(language);
    Organiser open = closed.openAnother(new JsonObject().put("size", SIZE).put("newcomers", 1));
    RoundsToLookAt.answer(open, 3);
    String team = closed.api().get("/api/v1/team", closed.token()).json().getString("id");
    String home = "/#/team/" + team;
    String round = home + "/round/";
    String library = "/" + language;
    return List.of(
        new Stop("learn", library + "/", ".quick-option", true),
        new Stop("role", library + "/roles/product-manager", "h1", true),
        new Stop("compare", library + "/compare", ".compare", false),
        new Stop("example", "/example", "[data-testid=strength]", false),
        new Stop("privacy", "/privacy", "h1", false),
        new Stop("method", "/method", "h1", false),
        new Stop("create", "/new", "form", true),
        new Stop("team", "/#/o/" + closed.token(), ".agreed", false),
        new Stop("again", home + "/new", "form", false),
        new Stop("live", round + open.round(), ".connection.live", true),
        new Stop("invite-lost", round + open.round() + "/invite", ".lost", false),
        new Stop("closed", round + closed.round(), "[data-testid=summary]", true),
        new Stop("report", round + closed.round() + "/report", "[data-testid=strength]", true),
        new Stop("trend", home + "/trend", ".series", true),
        new Stop("answer", "/#/t/" + open.member(), "[data-question]", true),
        new Stop("preview", "/questionnaire", "[data-question]", false),
        new Stop("recover", "/#/recover", "form", false),
        new Stop("code", "/#/k", "#ticket-code", false),
        new Stop("missing", "/#/nowhere", "h1", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everyScreenIsForEverybody(String language) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device(language, Screen.DESKTOP);
      page.addInitScript(WATCH_SHIFTS);
      for (Stop stop : stops(language)) {
        // a new document: nothing of the screen before is left
        page.navigate("about:blank");
        page.navigate(suite.url() + stop.address);
        assertThat(page.locator(stop.ready).first()).isVisible();
        assertThat(page.locator(".busy")).hasCount(0);
        assertEquals(language, page.evaluate("document.documentElement.lang"), stop.name);
        if (STEADY.contains(stop.name)) {
          double shifted = ((Number) page.evaluate("window.shifted")).doubleValue();
          assertTrue(shifted < 0.05, stop.name + " moved by " + shifted);
        }
        if (stop.picture) {
          picture(page, stop, language, "desktop");
        }
        looksGood(page, stop.name + " " + language);
        if (stop.picture) {
          page.setViewportSize(390, 844);
          picture(page, stop, language, "phone");
        }
        page.setViewportSize(1280, 900);
      }
      handIn(page, language);
      assertEquals(List.of(), session.complaints());
    }
  }

  /** Two more to look at: what comes after sending, and the code on the wall. */
  private void handIn(Page page, String language) {
    Organiser closed = teams.get(language);
    Organiser open = closed.openAnother(new JsonObject().put("size", SIZE).put("newcomers", 0));
    page.navigate("about:blank");
    page.navigate(suite.url() + "/#/t/" + open.member());
    assertThat(page.locator("[data-question]").first()).isVisible();
    page.evaluate(
        "document.querySelectorAll('[data-question]').forEach(q => q.querySelector('input').click())");
    page.locator("button[type=submit]").click();
    assertThat(page.getByTestId("receipt")).isVisible();
    Stop receipt = new Stop("receipt", "", "", true);
    picture(page, receipt, language, "desktop");
    looksGood(page, "receipt " + language);
    page.setViewportSize(390, 844);
    picture(page, receipt, language, "phone");
    page.setViewportSize(1280, 900);

    page.navigate(suite.url() + "/new");
    page.locator("#team-name").fill("Team Tien");
    page.locator("#team-size").fill("10");
    page.locator("form button[type=submit].primary").click();
    assertThat(page.locator(".invite .qr").first()).isVisible();
    Stop invite = new Stop("invite", "", "", true);
    picture(page, invite, language, "desktop");
    looksGood(page, "invite " + language);
    page.setViewportSize(390, 844);
    picture(page, invite, language, "phone");
    page.setViewportSize(1280, 900);
  }

  private static void looksGood(Page page, String screen) {
    Axe.assertAccessibleInAnyLight(page, screen);
    Axe.assertRoomForLargeLetters(page, screen);
  }

  private static void picture(Page page, Stop stop, String language, String width) {
    String file = stop.name + "-" + language + "-" + width + ".png";
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screens", file)).setFullPage(true));
  }

  /** Whoever organises sees first what will be asked in this round; nothing of it counts. */
  @Test
  void thePreviewShowsTheQuestionsOfTheRoundThatIsTypedAndTakesNoAnswers() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device("en", Screen.PHONE);
      page.navigate(suite.url() + "/new");
      page.locator("#team-name").fill("Team Beforehand");
      page.locator("#team-size").fill("7");
      page.locator("#deadline").fill("2099-12-31T17:00");
      page.locator("input[name=entry][value=tickets]").check();
      Locator preview = page.locator("a[href^='/questionnaire']");
      preview.click();
      assertThat(page.locator("[data-question]")).hasCount(QUESTIONS);
      page.goBack();
      assertThat(page.locator("#team-name")).hasValue("Team Beforehand");
      assertThat(page.locator("#team-size")).hasValue("7");
      assertThat(page.locator("#deadline")).hasValue("2099-12-31T17:00");
      assertThat(page.locator("input[name=entry][value=tickets]")).isChecked();
      page.goForward();
      assertThat(page.locator("[data-question]")).hasCount(QUESTIONS);
      page.goBack();
      assertThat(page.locator("#team-name")).hasValue("Team Beforehand");
      // a reload, and the way out of the site and back, lose nothing either
      page.reload();
      assertThat(page.locator("#team-name")).hasValue("Team Beforehand");
      assertThat(page.locator("#deadline")).hasValue("2099-12-31T17:00");
      page.navigate("about:blank");
      page.goBack();
      assertThat(page.locator("input[name=entry][value=tickets]")).isChecked();
      Axe.assertAccessible(page, "A form that is kept");
      BrowserSession.button(page, "Clear the form").click();
      assertThat(page.locator("#team-name")).hasValue("");
      assertThat(page.locator("#team-name")).isFocused();
      page.reload();
      assertThat(page.locator("#team-name")).hasValue("");
      assertThat(page.locator(".draft-kept")).hasCount(0);
      page.locator("#team-name").fill("Team Beforehand");
      page.locator("#initiatives").fill("3");
      preview.click();
      assertThat(page.locator("[data-question]")).hasCount(ALL_QUESTIONS);
      List<String> asked = BrowserSession.requestsOf(page, "/api/");
      page.evaluate(
          "document.querySelectorAll('[data-question]').forEach(q => q.querySelector('input').click())");
      assertThat(page.locator("[data-question] input:checked")).hasCount(ALL_QUESTIONS);
      assertThat(page.locator(".send button[type=submit]")).hasCount(0);
      assertThat(page.locator(".send")).containsText("In a real round");
      assertEquals(
          0, page.evaluate("Object.keys(localStorage).filter(key => /draft/.test(key)).length"));
      page.reload();
      assertThat(page.locator("[data-question]")).hasCount(ALL_QUESTIONS);
      assertThat(page.locator("[data-question] input:checked")).hasCount(0);
      assertEquals(
          List.of(), asked.stream().filter(it -> it.matches(".*/(tickets|sheets)$")).toList());
      assertEquals(List.of(), session.complaints());
    }
  }

  /** As the test below, on the screens of whoever answers and whoever asks. */
  @Test
  void readFromRightToLeftAllButTheReportFitsAndIsForEverybody() {
    List<String> read =
        List.of(
            "create",
            "again",
            "team",
            "live",
            "invite-lost",
            "closed",
            "trend",
            "answer",
            "preview",
            "recover",
            "code");
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device("en", Screen.DESKTOP);
      for (Stop stop : stops("en").stream().filter(it -> read.contains(it.name)).toList()) {
        page.navigate("about:blank");
        page.navigate(suite.url() + stop.address);
        assertThat(page.locator(stop.ready).first()).isVisible();
        assertThat(page.locator(".busy")).hasCount(0);
        page.evaluate("document.documentElement.dir = 'rtl'");
        Axe.assertAccessible(page, stop.name + " from right to left");
        assertEquals(List.of(), page.evaluate(ON_THE_WRONG_SIDE), stop.name);
      }
      page.navigate(suite.url() + "/new");
      page.locator("#team-name").fill("Team Right");
      page.locator("#team-size").fill("10");
      page.locator("form button[type=submit].primary").click();
      assertThat(page.locator(".invite .qr").first()).isVisible();
      page.evaluate("document.documentElement.dir = 'rtl'");
      Axe.assertAccessible(page, "invite from right to left");
      picture(page, new Stop("invite-right-to-left", "", "", true), "en", "desktop");
      assertEquals(List.of(), session.complaints());
    }
  }

  /** No words of ours are written that way yet; the screens are ready for the day they are. */
  @Test
  void readFromRightToLeftMarksLieWhereTheirScalesSay() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device("en", Screen.DESKTOP);
      Organiser closed = teams.get("en");
      page.navigate(suite.url() + "/#/t/" + closed.member() + "/report");
      assertThat(page.getByTestId("strength")).isVisible();
      page.evaluate("document.documentElement.dir = 'rtl'");
      Object inside =
          page.evaluate(
              """
              () => {
                const rail = document.querySelector('.axis-row .rail');
                const mark = rail.querySelector('.rail-mark .shape').getBoundingClientRect();
                const beyond = rail.querySelector('.beyond').getBoundingClientRect();
                const middle = mark.left + mark.width / 2;
                return middle > beyond.left && middle < beyond.right && beyond.left < innerWidth / 2 + beyond.width;
              }
              """);
      assertTrue((Boolean) inside, "the mark of the missing role lies beyond its gate");
      Axe.assertAccessible(page, "Report from right to left");
      picture(page, new Stop("right-to-left", "", "", true), "en", "desktop");
      page.evaluate("document.documentElement.dir = 'ltr'");
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      picture(page, new Stop("forced-colours", "", "", true), "en", "desktop");
      assertEquals(List.of(), session.complaints());
    }
  }
}
