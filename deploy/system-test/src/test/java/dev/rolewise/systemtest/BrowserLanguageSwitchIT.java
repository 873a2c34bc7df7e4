package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody reads on in the other language halfway: what was answered and written stays. */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserLanguageSwitchIT {
  private static final int QUESTIONS = 28;
  private static final String REMARK = "Nobody talks to customers. Niemand spreekt klanten.";

  /**
   * A different answer to every second question: one that is always the first would hide a mix-up.
   */
  private static final String ANSWER_HALF =
      """
      document.querySelectorAll('[data-question]').forEach((question, index) => {
        const options = question.querySelectorAll('input[type=radio]');
        if (index % 2 === 0) options[index % options.length].click();
      })
      """;

  private static final String CHOSEN =
      "Array.from(document.querySelectorAll('[data-question] input:checked'), it => it.name + '=' + it.value)";

  private static final String ANSWER_REST =
      """
      document.querySelectorAll('[data-question]').forEach(question => {
        if (!question.querySelector('input:checked')) question.querySelector('input').click();
      })
      """;

  private final SharedBrowser.Program browser;
  private final RoundsToLookAt rounds;

  BrowserLanguageSwitchIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.rounds = new RoundsToLookAt(suite);
  }

  @ParameterizedTest
  @CsvSource({
    "nl, en, Hoe gaat het in Team Zes?, How are things going in Team Zes?",
    "en, nl, How are things going in Team Zes?, Hoe gaat het in Team Zes?"
  })
  void theAnswersOfOneLanguageAreSentFromTheOther(
      String first, String second, String before, String after) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = rounds.open(first, new JsonObject().put("size", 4), 0);
      Page member = session.device(first, Screen.PHONE);
      member.navigate(rounds.memberLink(round));
      assertThat(BrowserSession.heading(member)).hasText(before);
      Locator checked = member.locator("[data-question] input:checked");
      member.evaluate(ANSWER_HALF);
      assertThat(checked).hasCount(QUESTIONS / 2);
      member.locator(".remark summary").first().click();
      member.locator(".remark textarea").first().fill(REMARK);
      Object chosen = member.evaluate(CHOSEN);
      String question = member.locator(".question-text").first().textContent();

      member.locator(".languages [lang=" + second + "]").click();
      assertThat(BrowserSession.heading(member)).hasText(after);
      assertThat(member.locator(".question-text").first()).not().hasText(question);
      assertEquals(chosen, member.evaluate(CHOSEN));
      assertThat(member.locator(".remark textarea").first()).hasValue(REMARK);

      member.evaluate(ANSWER_REST);
      assertThat(checked).hasCount(QUESTIONS);
      List<?> all = (List<?>) member.evaluate(CHOSEN);
      Request sent =
          member.waitForRequest(
              "**/api/v1/sheets", () -> member.locator(".send button[type=submit]").click());
      assertThat(member.getByTestId("receipt")).isVisible();
      JsonObject sheet = new JsonObject(sent.postData());
      for (Object choice : all) {
        String[] parts = ((String) choice).replaceFirst("^question-", "").split("=");
        assertEquals(parts[1], sentFor(sheet, parts[0]), parts[0]);
      }
      assertEquals(REMARK, sheet.getJsonObject("comments").iterator().next().getValue());
      assertEquals(List.of(), session.complaints());
    }
  }

  /** What the sheet says to one question, written as the page has it. */
  private static String sentFor(JsonObject sheet, String question) {
    for (String part : List.of("answers", "coverage", "scenarios")) {
      JsonObject given = sheet.getJsonObject(part);
      if (given.containsKey(question)) {
        Object value = given.getValue(question);
        return value == null ? "dont-know" : value.toString();
      }
    }
    throw new AssertionError("Nothing was sent for " + question);
  }
}
