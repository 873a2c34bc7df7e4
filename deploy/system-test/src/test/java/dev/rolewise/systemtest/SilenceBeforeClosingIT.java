package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.Api.Answer;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * While a round is open nothing that leaves the suite may depend on what was answered. Two teams of
 * the same size whose members think the opposite of everything must look exactly alike to everybody
 * who looks, on every read operation and on the live stream.
 */
@ExtendWith(SharedSuite.class)
class SilenceBeforeClosingIT {
  private final RunningSuite suite;

  SilenceBeforeClosingIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void twoOpenRoundsWithOppositeAnswersLookTheSame() throws Exception {
    List<String> gloomy = everythingSeenWhile(Organiser.EVERYWHERE);
    List<String> cheerful = everythingSeenWhile(Organiser.HEALTHY);
    assertTrue(gloomy.size() > 20, "only " + gloomy.size() + " answers were looked at");
    assertEquals(String.join("\n", gloomy), String.join("\n", cheerful));
  }

  @Test
  void theReportIsRefusedUntilTheRoundCloses() {
    Organiser organiser = Organiser.open(suite.api(), "Patience", 4, 1);
    organiser.answers(
        Collections.nCopies(4, organiser.questionnaire().sheet(Organiser.PRODUCT_GAP)));
    Answer refused =
        organiser.api().get("/api/v1/rounds/" + organiser.round() + "/report", organiser.token());
    assertEquals("not-released", refused.expect(409).json().getString("code"));
    organiser.close();
    assertEquals("PRODUCT", organiser.report("en").getJsonObject("verdict").getString("code"));
  }

  private List<String> everythingSeenWhile(Map<String, Questionnaire.Opinion> opinion)
      throws Exception {
    Api api = suite.api();
    Organiser organiser = Organiser.open(api, "Open", 6, 3);
    JsonObject sheet = organiser.questionnaire().sheet(opinion);
    List<String> eyes = List.of(organiser.token(), organiser.member(), organiser.drawTicket());
    try (LiveStream live = LiveStream.open(suite.url(), organiser.round(), organiser.token())) {
      live.awaitTurnout(0);
      for (int member = 1; member <= 6; member++) {
        organiser.answer(sheet);
        live.awaitTurnout(member);
        lookEverywhere(organiser, eyes);
      }
      assertFalse(live.text().contains("event: release"), live.text());
      List<String> seen =
          api.transcript().stream()
              .map(answer -> answer.request() + " -> " + answer.status() + " " + answer.body())
              .collect(Collectors.toList());
      live.turnouts().forEach(seen::add);
      return seen.stream().map(SilenceBeforeClosingIT::withoutRandomness).toList();
    }
  }

  private static void lookEverywhere(Organiser organiser, List<String> eyes) {
    Api api = organiser.api();
    for (String token : eyes) {
      for (String path :
          List.of(
              "/api/v1/team",
              "/api/v1/rounds",
              "/api/v1/rounds/" + organiser.round(),
              "/api/v1/rounds/" + organiser.round() + "/report",
              "/api/v1/rounds/" + organiser.round() + "/report.bundle.json",
              "/api/v1/rounds/" + organiser.round() + "/report.csv",
              "/api/v1/rounds/" + organiser.round() + "/report.xlsx",
              "/api/v1/rounds/" + organiser.round() + "/report.pdf",
              "/api/v1/participation",
              "/api/v1/privacy")) {
        api.get(path, token);
      }
    }
  }

  /**
   * Ids, tokens, tickets, receipts, request ids and today's date may differ; everything else must
   * be equal.
   */
  private static String withoutRandomness(String seen) {
    return seen.replaceAll("[A-Za-z0-9_-]{20,}", "*")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
        .replaceAll("\"(requestId|id|receipt|ticket|token)\":\"[^\"]*\"", "\"$1\":\"*\"")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}[0-9T:.Z]*", "*")
        .replaceAll("/rounds/[A-Za-z0-9_-]+", "/rounds/*");
  }
}
