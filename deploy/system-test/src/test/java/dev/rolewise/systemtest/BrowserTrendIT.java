package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A team that asks again: a round with a gap, one that nobody answered, and one after the gap was
 * filled, opened on the page by somebody who knows how many are new, beside each other.
 */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserTrendIT {
  private static final int SIZE = 6;
  private static final String OWNER = "Noor <script>alert(1)</script> 😀";

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserTrendIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  private record Words(
      String language,
      String again,
      String size,
      String newcomers,
      String tooMany,
      String open,
      String compare,
      String title,
      String product,
      String project,
      String nobody,
      String same,
      String what,
      String who,
      String write,
      String done) {}

  @Test
  void dutch() {
    journey(
        new Words(
            "nl",
            "Open nog een ronde",
            "Hoeveel mensen antwoorden?",
            "Hoeveel van hen zijn er nieuw sinds de vorige ronde?",
            "Vul 0 of meer in, en niet meer dan de grootte van het team; of laat het leeg.",
            "Open de ronde",
            "Vergelijk rondes",
            "Rondes vergeleken",
            "Productmanager: het knelt minder",
            "Projectmanager: geen aantoonbare verandering",
            "Geen uitkomst: te weinig antwoorden",
            "Dezelfde mensen als in de ronde ervoor",
            "Wat spreken jullie af?",
            "Wie pakt het op? (mag leeg blijven)",
            "Schrijf het op",
            "Klaar"),
        Screen.PHONE);
  }

  @Test
  void english() {
    journey(
        new Words(
            "en",
            "Open another round",
            "How many people will answer?",
            "How many of them are new since the round before?",
            "Fill in 0 or more, and no more than the size of the team; or leave it empty.",
            "Open the round",
            "Compare rounds",
            "Rounds compared",
            "Product manager: hurts less",
            "Project manager: no demonstrable change",
            "No result: too few people answered",
            "The same people as in the round before",
            "What do you agree to do?",
            "Who takes it on? (may stay empty)",
            "Write it down",
            "Done"),
        Screen.DESKTOP);
  }

  private void journey(Words words, Screen screen) {
    JsonObject round = new JsonObject().put("size", SIZE);
    Organiser gap = Organiser.open(suite.api(), "Team Weer", words.language(), round);
    answerAll(gap, gap.questionnaire().sheet(Organiser.PRODUCT_GAP));
    gap.close();
    gap.openAnother(round.copy().put("newcomers", 0)).close();
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device(words.language(), screen);
      page.navigate(suite.url() + "/#/o/" + gap.token());
      agreeOnSomething(page, words);
      link(page, words.again()).click();
      Organiser filled = openOnThePage(page, words);
      answerAll(filled, filled.questionnaire().sheet(Organiser.HEALTHY));
      closeNewest(gap);

      page.goBack();
      page.goBack();
      page.reload();
      link(page, words.compare()).click();
      assertThat(BrowserSession.heading(page)).hasText(words.title());
      assertThat(BrowserSession.heading(page)).isFocused();
      looksAtIt(page, words);
      whatWasAgreedIsStillThere(page, words);
      assertEquals(List.of(), session.complaints());
    }
  }

  private void looksAtIt(Page page, Words words) {
    Locator changes = page.locator(".trend-changes li");
    assertThat(changes).hasCount(2);
    assertThat(changes.nth(0)).containsText(words.product());
    assertThat(changes.nth(1)).containsText(words.project());
    assertThat(page.locator(".series")).hasCount(2);
    assertThat(page.locator(".series .noise")).hasCount(2);
    assertThat(page.locator(".series .missing")).hasCount(2);
    assertThat(page.locator(".area-multiples li")).hasCount(8);
    assertThat(page.locator(".trend-rounds li")).hasCount(3);
    assertThat(page.locator(".trend-rounds li").nth(1)).containsText(words.nobody());
    assertThat(page.locator(".trend-rounds li").nth(2)).containsText(words.same());
    Locator numbers = page.locator(".numbers").first();
    numbers.locator("summary").press("Enter");
    assertThat(numbers.locator("tbody tr")).hasCount(3);
    assertThat(numbers.locator("tbody tr").nth(1)).containsText("–");
    Axe.assertAccessible(page, "Rounds compared");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screens", "trend-" + words.language() + ".png"))
            .setFullPage(true));
    // the link of a round with a result leads to its report
    page.locator(".trend-rounds li").nth(0).getByRole(AriaRole.LINK).click();
    assertThat(page.getByTestId("strength")).isVisible();
  }

  /** From the report, with one of its own steps to begin with; at home it stands as well. */
  private void agreeOnSomething(Page page, Words words) {
    page.locator(".rounds li").last().getByRole(AriaRole.LINK).click();
    page.locator(".turnout a.primary").click();
    Locator agreed = page.locator(".agreed");
    BrowserSession.button(page, words.write()).click();
    assertThat(page.locator("#action-text")).isFocused();
    assertThat(agreed.getByRole(AriaRole.ALERT)).isVisible();
    Locator step = agreed.locator(".agreed-steps button").first();
    String title = step.textContent();
    step.click();
    assertThat(page.getByLabel(words.what())).hasValue(title);
    page.getByLabel(words.who()).fill(OWNER);
    BrowserSession.button(page, words.write()).click();
    assertThat(agreed.locator(".agreed-list li")).hasCount(1);
    assertThat(agreed.locator(".agreed-list li")).containsText(title);
    assertThat(agreed.locator(".agreed-list li")).containsText(OWNER);
    assertThat(page.getByLabel(words.what())).hasValue("");
    Axe.assertAccessible(page, "Report with something agreed");
    agreed.screenshot(
        new Locator.ScreenshotOptions()
            .setPath(Path.of("target", "screens", "agreed-" + words.language() + ".png")));
    page.goBack();
    page.goBack();
    assertThat(page.locator(".agreed-list li")).containsText(OWNER);
  }

  /** The script in the owner's name is a name like any other. */
  private static void whatWasAgreedIsStillThere(Page page, Words words) {
    Locator action = page.locator(".agreed-list li");
    assertThat(action).containsText(OWNER);
    action.getByRole(AriaRole.BUTTON).filter(containing(words.done())).first().click();
    assertThat(page.locator(".agreed-list li.done")).containsText(OWNER);
    action.getByRole(AriaRole.BUTTON).last().click();
    assertThat(page.locator(".agreed-list li")).hasCount(0);
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private Organiser openOnThePage(Page page, Words words) {
    page.getByLabel(words.size()).fill(Integer.toString(SIZE));
    page.getByLabel(words.newcomers()).fill(Integer.toString(SIZE + 1));
    BrowserSession.button(page, words.open()).click();
    assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(words.tooMany());
    page.getByLabel(words.newcomers()).fill("0");
    BrowserSession.button(page, words.open()).click();
    Locator link = page.locator(".invite input[readonly]").first();
    assertThat(link).isVisible();
    return Organiser.ofMembers(suite.api(), link.inputValue());
  }

  private static void closeNewest(Organiser team) {
    JsonObject newest =
        team
            .api()
            .get("/api/v1/rounds", team.token())
            .expect(200)
            .json()
            .getJsonArray("items")
            .stream()
            .map(JsonObject.class::cast)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertTrue(newest.getString("state").equals("open"), newest.encode());
    assertEquals(0, newest.getInteger("newcomers"));
    String path = "/api/v1/rounds/" + newest.getString("id") + "/close";
    team.api().post(path, team.token(), null).expect(200);
  }

  private static void answerAll(Organiser members, JsonObject sheet) {
    for (int member = 0; member < SIZE; member++) {
      members.answer(sheet);
    }
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
