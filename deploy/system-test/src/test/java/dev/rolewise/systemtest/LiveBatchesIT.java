package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.Api.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A round that shows values in batches, from outside: what its organiser, its members and the
 * holders of a report link see as answers come in, and afterwards.
 */
@ExtendWith(SharedSuite.class)
class LiveBatchesIT {
  private final RunningSuite suite;

  LiveBatchesIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void valuesComeInBatchesAndLinksReadTheEnd() throws Exception {
    Organiser organiser =
        Organiser.open(
            suite.api(), "Batches", new JsonObject().put("size", 8).put("live", "batches"));
    String round = "/api/v1/rounds/" + organiser.round();
    JsonObject share =
        organiser
            .api()
            .post(round + "/shares", organiser.token(), new JsonObject().put("comments", true))
            .expect(201)
            .json();
    String reader = share.getJsonObject("report").getString("token");
    assertTrue(
        share
            .getJsonObject("report")
            .getString("link")
            .endsWith("/#/r/" + reader + "/" + organiser.round()));
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    try (LiveStream live = LiveStream.open(suite.url(), organiser.round(), organiser.token())) {
      answer(organiser, sheet, 1, 3);
      live.awaitTurnout(3);
      assertFalse(live.text().contains("event: release"));
      assertEquals("not-released", refused(organiser, round, organiser.token()));
      answer(organiser, sheet, 4, 4);
      live.awaitText("event: release");
      JsonObject report = organiser.report("en");
      assertEquals(4, report.getInteger("n"));
      assertTrue(report.getBoolean("live"));
      assertNull(report.getJsonObject("stability"));
      for (String other : List.of(organiser.member(), reader)) {
        assertEquals("not-released", refused(organiser, round, other));
      }
      answer(organiser, sheet, 5, 8);
      live.awaitTurnout(8);
    }
    organiser.close();
    JsonObject end = organiser.report("en");
    assertFalse(end.getBoolean("live"));
    assertEquals("PRODUCT", end.getJsonObject("verdict").getString("code"));
    JsonArray comments = end.getJsonArray("areas").getJsonObject(0).getJsonArray("commentList");
    assertEquals(8, comments.size());
    JsonObject first = comments.getJsonObject(0);
    organiser
        .api()
        .patch(
            round + "/comments/" + first.getString("id"),
            organiser.token(),
            new JsonObject().put("hidden", true))
        .expect(200);
    String read = organiser.api().get(round + "/report", reader).expect(200).body();
    assertFalse(read.contains(first.getString("text")), "a hidden comment is shown");
    assertTrue(read.contains(comments.getJsonObject(1).getString("text")));
    organiser.api().get(round + "/report.bundle.json", reader).expect(200);
    organiser.api().get(round, reader).expect(404);
    organiser
        .api()
        .delete("/api/v1/shares/" + share.getJsonObject("share").getString("id"), organiser.token())
        .expect(204);
    organiser.api().get(round + "/report", reader).expect(404);
  }

  private static void answer(Organiser organiser, JsonObject sheet, int from, int to) {
    for (int member = from; member <= to; member++) {
      String area = sheet.getJsonObject("coverage").fieldNames().iterator().next();
      organiser.answer(
          sheet.copy().put("comments", new JsonObject().put(area, "remark no. " + member)));
    }
  }

  private static String refused(Organiser organiser, String round, String token) {
    Answer answer = organiser.api().get(round + "/report", token).expect(409);
    return answer.json().getString("code");
  }
}
