package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole job with the keyboard alone, from the first page to something agreed: no click, no
 * focus that a script sets, and never a focused element that lies under something else.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserKeyboardIT {
  private static final int QUESTIONS = 28;
  private static final int MOST_TABS = 120;

  /** Whether somebody who looks at the screen sees the middle of what has the focus. */
  private static final String IN_SIGHT =
      """
      () => {
        const focused = document.activeElement;
        const box = (focused.closest('label') ?? focused).getBoundingClientRect();
        const top = document.elementFromPoint(
          Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
          Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height, innerHeight) / 2)));
        return !!top && (focused.contains(top) || top.contains(focused) || !!top.closest('label')?.contains(focused));
      }
      """;

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserKeyboardIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  @Test
  void dutch() {
    journey("nl", Screen.DESKTOP, Screen.PHONE);
  }

  @Test
  void english() {
    journey("en", Screen.PHONE, Screen.DESKTOP);
  }

  private void journey(String language, Screen desk, Screen hand) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page organiser = session.device(language, desk);
      organiser.navigate(suite.url() + "/" + language + "/");
      assertThat(organiser.locator("form.find:not([action])")).hasCount(1);
      if (organiser.locator(".menu-button").isVisible()) {
        press(organiser, organiser.locator(".menu-button"), "Enter");
      }
      press(organiser, organiser.locator(".menu-action"), "Enter");
      assertThat(BrowserSession.heading(organiser)).isFocused();
      tabTo(organiser, organiser.locator("#team-name"));
      organiser.keyboard().type("Team Toets");
      tabTo(organiser, organiser.locator("#team-size"));
      organiser.keyboard().type("6");
      press(organiser, organiser.locator("form button[type=submit].primary"), "Enter");
      Locator link = organiser.locator(".invite input[readonly]").first();
      assertThat(link).hasValue(Pattern.compile("/#/t/"));
      String memberLink = link.inputValue();
      press(organiser, organiser.locator(".invite-qr button"), "Enter");
      assertThat(organiser.locator(".beamer")).isVisible();
      Pattern time =
          Pattern.compile(language.equals("nl") ? "ongeveer \\d+ minuten" : "about \\d+ minutes");
      assertThat(organiser.locator(".beamer > p")).containsText(time);
      assertThat(organiser.locator(".message textarea")).hasValue(time);
      organiser.keyboard().press("Escape");
      assertThat(organiser.locator(".beamer")).isHidden();
      press(organiser, organiser.locator(".after a.primary"), "Enter");
      assertThat(organiser.getByTestId("turnout")).containsText(Pattern.compile("^0\\D"));

      answer(session.device(language, hand), memberLink);
      Organiser others = Organiser.ofMembers(suite.api(), memberLink);
      JsonObject sheet = others.questionnaire().sheet(Organiser.PRODUCT_GAP);
      for (int member = 2; member <= 6; member++) {
        others.answer(sheet);
      }
      assertThat(organiser.getByTestId("turnout")).containsText(Pattern.compile("^6\\D"));
      press(
          organiser, organiser.locator(".after > button, .close-question button").first(), "Enter");
      press(
          organiser,
          organiser.locator(".close-question .primary, .close-question .danger").first(),
          "Enter");
      assertThat(organiser.getByTestId("strength")).isVisible();
      assertThat(BrowserSession.heading(organiser)).isFocused();
      readAndAgree(organiser);
      assertEquals(List.of(), session.complaints());
    }
  }

  /** As many keys as questions, one to get to them and one to send. */
  private static void answer(Page page, String memberLink) {
    page.navigate(memberLink);
    assertThat(page.locator("[data-question]")).hasCount(QUESTIONS);
    tabTo(page, page.locator("[data-question] input").first());
    for (int question = 0; question < QUESTIONS; question++) {
      page.keyboard().press("1");
      assertThat(page.locator("[data-question] input:checked")).hasCount(question + 1);
      if (question + 1 < QUESTIONS) {
        page.waitForFunction(
            "answered => document.querySelectorAll('[data-question]')[answered].contains(document.activeElement)",
            question + 1);
      }
      inSight(page);
    }
    assertThat(page.locator("button[type=submit]")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("receipt")).isVisible();
    assertThat(BrowserSession.heading(page)).isFocused();
  }

  private static void readAndAgree(Page page) {
    tabTo(page, page.locator("#action-text"));
    page.keyboard().type("Talk on Monday");
    page.keyboard().press("Enter");
    assertThat(page.locator(".agreed-list")).containsText("Talk on Monday");
    press(page, page.locator(".numbers summary").first(), "Enter");
    tabTo(page, page.locator(".numbers-scroll").first());
    press(page, page.locator(".what-if summary"), "Enter");
    tabTo(page, page.locator(".what-if input").first());
    page.keyboard().press("End");
    page.keyboard().press("Shift+Tab");
    assertThat(page.locator(".what-if summary")).isFocused();
    assertThat(page.locator(".what-if-value").first()).hasText("100");
  }

  private static void press(Page page, Locator wanted, String key) {
    tabTo(page, wanted);
    page.keyboard().press(key);
  }

  /** On from where the focus is; each stop on the way has to be in sight. */
  private static void tabTo(Page page, Locator wanted) {
    assertThat(wanted).isVisible();
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      if (Boolean.TRUE.equals(wanted.evaluate("it => it === document.activeElement"))) {
        return;
      }
      page.keyboard().press("Tab");
      inSight(page);
    }
    throw new AssertionError("no way with the Tab key to " + wanted);
  }

  private static void inSight(Page page) {
    assertTrue(
        (Boolean) page.evaluate(IN_SIGHT),
        () -> "out of sight: " + page.evaluate("document.activeElement.outerHTML.slice(0, 300)"));
  }
}
