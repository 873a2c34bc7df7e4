package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.Api.Answer;
import dev.rolewise.systemtest.DifferencingRecorder.Loot;
import dev.rolewise.systemtest.PublicContract.Operation;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The attack of {@link DifferencingTest} over HTTP: after every sheet the recorder fetches all that
 * the contract lets an organiser read about the round.
 */
@ExtendWith(AttackedSuite.class)
class DifferencingIT {
  private static final int ROUNDS = AttackSize.of("http-rounds", 4, 200);

  /** A stream is listened to, a file for people carries what the report does. */
  private static final List<String> NOT_READ = List.of("/live", ".pdf", ".xlsx");

  private static RunningSuite suite;
  private static List<Operation> readable;

  @BeforeAll
  static void start() throws Exception {
    suite = AttackedSuite.get();
    readable =
        PublicContract.of(suite.api()).operations().stream()
            .filter(it -> it.method().equals("GET") && it.rights().contains("organiser"))
            .filter(it -> NOT_READ.stream().noneMatch(it.path()::endsWith))
            .filter(it -> !it.path().replace("/rounds/{id}", "").contains("{"))
            .toList();
  }

  @Test
  void whatAnOrganiserCanFetchGivesNobodyAway() throws Exception {
    AtomicInteger batches = new AtomicInteger();
    int states = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      int size = 7 + random.nextInt(AttackSize.of("http-size", 6, 24));
      int k = 3 + random.nextInt(3);
      DifferencingRecorder recorder = drip(size, k, random, batches);
      Loot loot = recorder.attack(k);
      assertEquals(List.of(), loot.sheets(), "seed " + seed);
      assertEquals(List.of(), loot.smallGroups(), "seed " + seed + ", k " + k);
      states += recorder.states();
    }
    System.out.printf(
        "%d rounds over HTTP (%d with live batches, which the suite %s), %d reads each time,"
            + " %d states kept: 0 sheets, 0 groups below k%n",
        ROUNDS, batches.get(), batches.get() > 0 ? "has" : "has not yet", readable.size(), states);
    assertTrue(states >= ROUNDS, "no report was ever seen");
  }

  private static DifferencingRecorder drip(int size, int k, Random random, AtomicInteger batches)
      throws Exception {
    Api api = suite.api();
    Organiser organiser = open(api, size, k, batches);
    DifferencingRecorder recorder = new DifferencingRecorder();
    try (LiveStream live = LiveStream.open(suite.url(), organiser.round(), organiser.token())) {
      int away = random.nextInt(k);
      for (int person = 1; person <= size - away; person++) {
        organiser.answer(randomSheet(organiser, random));
        look(organiser, recorder);
      }
      organiser.close();
      live.awaitText("event: closed");
      look(organiser, recorder);
      String path = "/api/v1/rounds/" + organiser.round() + "/reopen";
      if (away > 0 && api.post(path, organiser.token(), null).status() == 200) {
        organiser.answer(randomSheet(organiser, random));
        look(organiser, recorder);
        organiser.close();
        look(organiser, recorder);
      }
      assertFalse(live.text().contains("distribution"), live.text());
    }
    return recorder;
  }

  private static Organiser open(Api api, int size, int k, AtomicInteger batches) {
    Organiser team = Organiser.open(api, "Dripping", 4, 1);
    JsonObject wish =
        new JsonObject()
            .put("instrument", "role-gap-scan")
            .put("size", size)
            .put("k", k)
            .put("live", "batches");
    Answer opened = api.post("/api/v1/rounds", team.token(), wish);
    if (opened.status() == 201) {
      batches.incrementAndGet();
    } else {
      opened = api.post("/api/v1/rounds", team.token(), wish.put("live", "turnout")).expect(201);
    }
    return new Organiser(
        api,
        team.token(),
        opened.json().getJsonObject("round").getString("id"),
        opened.json().getJsonObject("member").getString("token"),
        team.questionnaire());
  }

  private static void look(Organiser organiser, DifferencingRecorder recorder) {
    JsonObject report = null;
    JsonObject sums = null;
    for (Operation operation : readable) {
      String path = "/api/v1" + operation.path().replace("{id}", organiser.round());
      Answer answer = organiser.api().get(path, organiser.token());
      assertTrue(answer.status() < 500, path + ": " + answer.status());
      if (answer.status() == 200 && path.endsWith("/report")) {
        report = answer.json();
      } else if (answer.status() == 200 && path.endsWith("/report.bundle.json")) {
        sums = answer.json().getJsonObject("sums");
      }
    }
    if (report != null && report.getInteger("n") > 0) {
      recorder.see(Published.of(report, sums));
    }
  }

  private static JsonObject randomSheet(Organiser organiser, Random random) {
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.HEALTHY);
    for (var range : Map.of("answers", new int[] {0, 4}, "coverage", new int[] {1, 5}).entrySet()) {
      JsonObject part = sheet.getJsonObject(range.getKey());
      for (String id : new ArrayList<>(part.fieldNames())) {
        int low = range.getValue()[0];
        int high = range.getValue()[1];
        part.put(id, random.nextInt(8) == 0 ? null : low + random.nextInt(high - low + 1));
      }
    }
    sheet.put("comments", new JsonObject().put("P1", "said " + UUID.randomUUID()));
    return sheet;
  }
}
