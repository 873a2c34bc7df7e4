package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;

/** Rounds that are made and answered over HTTP, so that a browser only has to look. */
record RoundsToLookAt(RunningSuite suite) {

  /** A round of a new team, with so many answers in it. */
  Organiser open(String language, JsonObject details, int answers) {
    Organiser round = Organiser.open(suite.api(), "Team Zes", language, details);
    answer(round, answers);
    return round;
  }

  /** Everybody has the same gap, and something to say about the first responsibility. */
  static void answer(Organiser round, int times) {
    JsonObject sheet = round.questionnaire().sheet(Organiser.PRODUCT_GAP);
    String area = sheet.getJsonObject("coverage").fieldNames().iterator().next();
    for (int i = 0; i < times; i++) {
      round.answer(sheet.copy().put("comments", new JsonObject().put(area, "We never ask.")));
    }
  }

  static void reopen(Organiser round) {
    round
        .api()
        .post("/api/v1/rounds/" + round.round() + "/reopen", round.token(), null)
        .expect(200);
  }

  String memberLink(Organiser round) {
    return suite.url() + "/#/t/" + round.member();
  }

  /** The organiser's link on a device that never saw the round, and from there to the round. */
  Page organiser(BrowserSession session, Organiser round, String language, Screen screen) {
    Page page = session.device(language, screen);
    page.navigate(suite.url() + "/#/o/" + round.token());
    page.locator(".rounds a").click();
    assertThat(page.getByTestId("turnout")).isVisible();
    return page;
  }
}
