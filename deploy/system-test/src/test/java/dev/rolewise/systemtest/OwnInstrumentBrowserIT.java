package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.systemtest.BrowserSession.Screen;
import dev.rolewise.systemtest.OwnPack.View;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody whose browser wishes for French meets an organisation's own pack: its roles, its
 * questionnaires, its gates and its language, on screens that say that they are in English.
 */
@ExtendWith({SharedBrowser.class, SharedOwnPack.class})
class OwnInstrumentBrowserIT {
  /** Nine areas for one initiative: two items and one coverage row each, and three scenarios. */
  private static final int QUESTIONS = 9 * 2 + 9 + 3;

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  OwnInstrumentBrowserIT(SharedBrowser.Program browser, SharedOwnPack.Shown shown) {
    this.browser = browser;
    this.suite = shown.running();
  }

  @Test
  void aRoundInFrenchFromTheFirstPageToTheReport() throws Exception {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page organiser = session.device("fr", Screen.DESKTOP);
      lookAround(organiser);
      String member = openRound(organiser);
      Page phone = session.device("fr", Screen.PHONE);
      answer(phone, member);
      answerBeside(member);
      close(organiser);
      takeABriefAlong(organiser);
      assertEquals(List.of(), session.complaints());
    }
  }

  private void lookAround(Page page) {
    page.navigate(suite.url() + "/");
    Locator french = page.locator(".languages button[lang=fr]");
    assertThat(french).hasAttribute("aria-pressed", "true");
    assertThat(page.locator(".language-mark")).containsText("The screens are in English");
    assertThat(page.locator(".language-mark")).containsText("Français");
    // now and then, whoever has time: over the gates of what ships, not over these
    for (int tap : new int[] {1, 1, 0, 0, 1}) {
      page.locator(".quick-option").nth(tap).click();
    }
    assertThat(page.locator(".quick-result")).containsText("It looks as if you need nobody extra");
    Axe.assertAccessible(page, "Own pack, start page");

    page.navigate(suite.url() + "/compare");
    assertThat(page.locator("table.compare thead th")).hasCount(3);
    assertThat(page.locator("table.compare")).containsText("Responsable de production");
    assertThat(page.locator("table.compare thead a").first()).hasAttribute("lang", "fr");
    page.locator("table.compare thead a").first().click();
    assertThat(page.locator("h1 [lang=fr]")).hasText(Pattern.compile("\\w"));
    page.navigate(suite.url() + "/example");
    assertThat(page.getByTestId("strength")).isVisible();
    assertThat(page.locator(".own-legend")).containsText("Qui se trouve là");
    assertThat(page.locator("h1 [lang=fr]")).hasText(Pattern.compile("\\w"));
    assertThat(page.locator("figure:has(.evidence) .chart-summary [lang=fr]")).hasCount(1);
    assertThat(page.locator(".evidence ~ .numbers tbody th").first()).hasAttribute("lang", "fr");
    assertThat(page.locator(".evidence ~ .numbers tbody th:not([lang=fr])")).hasCount(0);
    Axe.assertAccessible(page, "Own pack, example report");
  }

  private String openRound(Page page) throws Exception {
    page.navigate(suite.url() + "/new");
    page.getByLabel("Name of the team").fill("Salle 4");
    page.getByLabel("How many people will answer?").fill("4");
    assertThat(page.locator("input[name=instrument]")).hasCount(2);
    for (String instrument : List.of(OwnPack.CHECK, OwnPack.COMPASS)) {
      Locator choice = page.locator("input[name=instrument][value=" + instrument + "]");
      choice.check();
      page.locator("a[href^='/questionnaire']").click();
      assertThat(page.locator("#section-item")).hasText(OwnPack.text("fr", instrument, "stem"));
      page.goBack();
      assertThat(choice).isChecked();
    }
    assertThat(page.getByLabel("Name of the team")).hasValue("Salle 4");
    assertThat(page.locator("input[name=locale][value=fr]")).isChecked();
    page.getByLabel("responsable de production").check();
    Axe.assertAccessible(page, "Own pack, create");
    BrowserSession.button(page, "Open the round").click();
    Locator link =
        page.getByLabel("Link for the team", new Page.GetByLabelOptions().setExact(true));
    assertThat(link).isVisible();
    String address = link.inputValue();
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Follow the turnout").setExact(true))
        .click();
    return address;
  }

  private static void answer(Page page, String link) throws Exception {
    page.navigate(link);
    assertThat(page.locator("[data-question]")).hasCount(QUESTIONS);
    assertThat(page.locator("#section-item")).hasText(OwnPack.text("fr", OwnPack.COMPASS, "stem"));
    assertThat(page.locator("#section-item")).hasAttribute("lang", "fr");
    Axe.assertAccessible(page, "Own pack, questionnaire");
    Map<String, Object> values = values();
    for (Locator card : page.locator("[data-question]").all()) {
      Object value = values.get(card.getAttribute("data-question"));
      card.locator("label")
          .filter(new Locator.FilterOptions().setHas(page.locator("input[value='" + value + "']")))
          .click();
    }
    BrowserSession.button(page, "Send my answers").click();
    assertThat(page.getByTestId("receipt")).isVisible();
  }

  private static JsonObject sheet() throws Exception {
    return OwnPack.sheet(
        OwnPack.COMPASS,
        Map.of(
            "product", new View(3, 1, 5),
            "project", new View(1, 3, 1),
            "programme", new View(1, 3, 1)),
        "show");
  }

  private static Map<String, Object> values() throws Exception {
    Map<String, Object> values = new HashMap<>();
    for (String part : List.of("answers", "coverage", "scenarios")) {
      values.putAll(sheet().getJsonObject(part).getMap());
    }
    return values;
  }

  /** The three others, who are asked about two sides. */
  private void answerBeside(String link) throws Exception {
    Api api = suite.api();
    String token = link.substring(link.lastIndexOf('/') + 1);
    JsonObject sheet = sheet();
    JsonArray areas = OwnPack.structure(OwnPack.COMPASS).getJsonArray("areas");
    for (int i = 0; i < areas.size(); i++) {
      JsonObject area = areas.getJsonObject(i);
      if ("programme".equals(area.getString("side"))) {
        sheet.getJsonObject("coverage").remove(area.getString("id"));
        sheet.getJsonObject("answers").remove(area.getString("id") + "-problem");
        sheet.getJsonObject("answers").remove(area.getString("id") + "-good");
      }
    }
    for (int member = 0; member < 3; member++) {
      String ticket =
          api.post("/api/v1/tickets", token, null).expect(201).json().getString("ticket");
      api.submit(ticket, UUID.randomUUID().toString(), sheet).expect(201);
    }
  }

  private static void close(Page page) throws Exception {
    assertThat(page.getByTestId("turnout")).containsText("4");
    BrowserSession.button(page, "Close the round").click();
    BrowserSession.button(page, "Yes, close and show the report").click();
    assertThat(page.getByTestId("strength")).isVisible();
    assertThat(BrowserSession.heading(page))
        .hasText(OwnPack.text("fr", OwnPack.COMPASS, "report.verdicts.PRODUCT.title"));
    assertThat(page.locator(".axis-row")).hasCount(2);
    assertThat(page.locator(".axis-head")).containsText("55");
    assertThat(page.locator(".axis-head")).containsText("50");
    assertThat(page.locator(".evidence > li")).hasCount(9);
    assertThat(page.locator(".wrong")).containsText("the last 6 weeks");
    assertThat(page.locator(".own > li")).hasCount(9);
    assertThat(page.locator(".own > li").first()).containsText("4 see nobody");
  }

  /** The organisation's words for its own role, in the language that it was asked in. */
  private static void takeABriefAlong(Page page) throws Exception {
    Locator paper = page.locator(".brief-paper");
    assertThat(paper.locator(".brief-role")).hasText("Responsable d'exposition");
    assertThat(paper.locator(".brief-profile")).hasText("Brouillon d'offre d'emploi");
    assertThat(paper).containsText("Personne ne s'en occupe, et cela coince");
    Axe.assertAccessible(page, "Own pack, report");
    Download file =
        page.waitForDownload(() -> BrowserSession.button(page, "Download as Markdown").click());
    String markdown = Files.readString(file.path());
    assertTrue(markdown.contains("\n## Les 90 premiers jours\n"), markdown);
    assertTrue(markdown.contains("A parlé avec vingt visiteurs"), markdown);
  }
}
