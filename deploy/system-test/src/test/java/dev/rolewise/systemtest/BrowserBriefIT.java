package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The draft of a role's profile: chosen, read and taken along as two files, from a role page by
 * anybody, and from a report by whoever may read that.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserBriefIT {
  private static final String HOSTILE = "# Team <b>[x](javascript:1)</b> *";

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserBriefIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  /** What is on the screen in one language. */
  private record Words(
      String language,
      Screen screen,
      String hat,
      String agreement,
      String vacancy,
      String markdown,
      String json,
      String firstDays,
      String responsibilities,
      String evidence,
      String vacant) {}

  private static final Words DUTCH =
      new Words(
          "nl",
          Screen.PHONE,
          "Iemand uit het team doet het erbij",
          "Afspraken voor een tweede pet",
          "Conceptvacature",
          "Download als Markdown",
          "Download als JSON",
          "De eerste 90 dagen",
          "Verantwoordelijkheden",
          "Klantinzicht",
          "Niemand pakt het op en het knelt");
  private static final Words ENGLISH =
      new Words(
          "en",
          Screen.DESKTOP,
          "Somebody in the team takes it on",
          "Agreement for a second hat",
          "Draft vacancy",
          "Download as Markdown",
          "Download as JSON",
          "The first 90 days",
          "Responsibilities",
          "Customer evidence",
          "Nobody takes care of it, and it hurts");

  @Test
  void aRoleAndAReportInDutch() {
    takeAlong(DUTCH);
  }

  @Test
  void aRoleAndAReportInEnglish() {
    takeAlong(ENGLISH);
  }

  @Test
  void theExampleAndAPageWithoutScriptsHaveOneToo() throws Exception {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page example = session.device("en", Screen.DESKTOP);
      example.navigate(suite.url() + "/example");
      assertThat(example.locator(".brief .lead")).containsText("A start for a vacancy");
      String name = example.locator(".brief-role").textContent();
      Download drawn =
          example.waitForDownload(() -> BrowserSession.button(example, ENGLISH.markdown()).click());
      assertTrue(Files.readString(drawn.path()).startsWith("# " + name + "\n"), name);
      Axe.assertAccessible(example, "Example report with the draft of a profile");

      Page written = session.withoutScripts("nl", Screen.PHONE);
      written.navigate(suite.url() + "/nl/roles/project-manager");
      Download file =
          written.waitForDownload(
              () -> written.locator(".brief a").filter(named(DUTCH.hat())).click());
      assertEquals("project-manager-hat.md", file.suggestedFilename());
      assertTrue(Files.readString(file.path()).contains("\n**" + DUTCH.agreement() + "**\n"));
      assertEquals(List.of(), session.complaints());
    }
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private void takeAlong(Words words) {
    try (BrowserSession session = new BrowserSession(browser)) {
      ofARole(session.device(words.language(), words.screen()), words);
      Organiser round =
          Organiser.open(suite.api(), HOSTILE, words.language(), new JsonObject().put("size", 6));
      round.answers(Collections.nCopies(6, round.questionnaire().sheet(Organiser.PRODUCT_GAP)));
      round.close();
      // a member's link, and one that was given to somebody outside
      Page member = session.device(words.language(), words.screen());
      member.navigate(suite.url() + "/#/t/" + round.member());
      ofAReport(member, words, round);
      Page outside = session.device(words.language(), words.screen());
      outside.navigate(suite.url() + "/#/r/" + round.share(false) + "/" + round.round());
      ofAReport(outside, words, round);
      assertEquals(List.of(), session.complaints());
    }
  }

  private void ofARole(Page page, Words words) {
    page.navigate(suite.url() + "/" + words.language() + "/roles/project-manager");
    Locator brief = page.locator(".brief");
    assertThat(brief.locator(".brief-profile")).hasText(words.vacancy());
    brief.getByLabel(words.hat()).check();
    assertThat(brief.locator(".brief-profile")).hasText(words.agreement());
    Axe.assertAccessible(page, "Role page with the draft of a profile, " + words.language());

    String markdown = saved(page, words.markdown(), "project-manager-hat.md");
    List<String> lines = markdown.lines().toList();
    String name = brief.locator(".brief-role").textContent();
    assertEquals("# " + name, lines.get(0));
    assertTrue(lines.contains("**" + words.agreement() + "**"), markdown);
    assertTrue(lines.contains("## " + words.firstDays()), markdown);
    // what is read on the screen is what is taken along
    for (String step : brief.locator(".brief-phase li").allTextContents()) {
      assertTrue(lines.contains("- " + step), step);
    }
    JsonObject json = new JsonObject(saved(page, words.json(), "project-manager-hat.json"));
    assertEquals("rolewise-role-brief/1", json.getString("format"));
    assertEquals(name, json.getJsonObject("role").getString("name"));
    assertEquals(4, json.getJsonArray("responsibilities").size());
    assertTrue(json.containsKey("report") && json.getValue("report") == null);
  }

  private void ofAReport(Page page, Words words, Organiser round) {
    Locator brief = page.locator(".brief");
    assertThat(brief.locator(".brief-profile")).hasText(words.vacancy());
    assertThat(brief.locator(".brief-paper")).containsText(HOSTILE);
    Axe.assertAccessible(page, "Report with the draft of a profile, " + words.language());
    String markdown = saved(page, words.markdown(), "product-manager-hire.md");
    assertTrue(
        markdown.contains("\n- Team: \\# Team \\<b\\>\\[x\\](javascript:1)\\</b\\> \\*\n"),
        markdown);
    assertTrue(
        markdown.contains("\n- **" + words.evidence() + "**: " + words.vacant() + "\n"), markdown);
    assertTrue(markdown.contains("\n## " + words.responsibilities() + "\n"), markdown);

    JsonObject json = new JsonObject(saved(page, words.json(), "product-manager-hire.json"));
    JsonObject shown = json.getJsonObject("report");
    assertEquals(HOSTILE, shown.getString("team"));
    assertEquals(round.round(), shown.getJsonObject("round").getString("id"));
    assertEquals(
        List.of("P1", "P2", "P3", "P4"),
        shown.getJsonArray("areas").stream()
            .map(area -> ((JsonObject) area).getString("id"))
            .toList());
    // the scores stay in the report
    assertFalse(json.encode().contains("struggle"), json.encode());
  }

  private static String saved(Page page, String button, String as) {
    Download download = page.waitForDownload(() -> BrowserSession.button(page, button).click());
    assertEquals(as, download.suggestedFilename());
    assertThat(page.locator(".brief-tools [role=status]")).containsText(as);
    try {
      return Files.readString(download.path());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
