package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.Lost;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Teams in every state that has to survive a move to another database: a finished round with
 * comments and a shared report, an open one with sheets that wait, and one whose values are out in
 * part. Remembers what each holder of a link could read.
 */
final class KeptTeams {

  /** One read, by whoever holds the token. */
  private record Read(String path, String token) {}

  private final Organiser finished;
  private final Organiser open;
  private final Organiser batches;
  private final String reader;
  private final String spent;
  private final String key;
  private final JsonObject sheet;
  private final JsonObject receipt;
  private final String unspent;
  private final Map<Read, String> seen = new LinkedHashMap<>();

  private KeptTeams(Api api) {
    finished = Organiser.open(api, "Finished – af", new JsonObject().put("size", 6));
    for (int member = 1; member <= 6; member++) {
      finished.answer(
          sheet(finished, Organiser.PRODUCT_GAP)
              .put("comments", new JsonObject().put("P1", "Tab\tand \"quote\" of " + member)));
    }
    finished.close();
    JsonObject agreed = new JsonObject().put("text", "Ask three customers – elk kwartaal");
    api.post("/api/v1/actions", finished.token(), agreed.put("owner", "Noor")).expect(201);
    reader =
        api.post(
                "/api/v1/rounds/" + finished.round() + "/shares",
                finished.token(),
                new JsonObject().put("comments", true))
            .expect(201)
            .json()
            .getJsonObject("report")
            .getString("token");

    open = Organiser.open(api, "Half way", new JsonObject().put("size", 7).put("k", 4));
    sheet = sheet(open, Organiser.SELF_ORGANISING);
    open.answer(sheet(open, Organiser.HEALTHY));
    spent = open.drawTicket();
    key = UUID.randomUUID().toString();
    receipt = api.submit(spent, key, sheet).expect(201).json();
    open.answer(sheet(open, Organiser.EVERYWHERE));
    unspent = open.drawTicket();

    batches =
        Organiser.open(api, "Batches", new JsonObject().put("size", 12).put("live", "batches"));
    for (int member = 1; member <= 5; member++) {
      batches.answer(sheet(batches, Organiser.PRODUCT_GAP));
    }
    reads().forEach(read -> seen.put(read, said(api, read)));
    assertFalse(seen.values().stream().allMatch(it -> it.startsWith("404")));
  }

  static KeptTeams create(Api api) {
    return new KeptTeams(api);
  }

  /** For a later version: whom to ask, and what was answered. */
  JsonObject toJson() {
    JsonArray reads = new JsonArray();
    seen.forEach(
        (read, said) ->
            reads.add(
                new JsonObject()
                    .put("path", read.path())
                    .put("token", read.token())
                    .put("said", said)));
    return new JsonObject()
        .put("finished", json(finished))
        .put("open", json(open))
        .put("batches", json(batches))
        .put("reader", reader)
        .put("spent", spent)
        .put("key", key)
        .put("sheet", sheet)
        .put("receipt", receipt)
        .put("unspent", unspent)
        .put("reads", reads);
  }

  static KeptTeams fromJson(Api api, JsonObject json) {
    return new KeptTeams(api, json);
  }

  private KeptTeams(Api api, JsonObject json) {
    finished = organiser(api, json.getJsonObject("finished"));
    open = organiser(api, json.getJsonObject("open"));
    batches = organiser(api, json.getJsonObject("batches"));
    reader = json.getString("reader");
    spent = json.getString("spent");
    key = json.getString("key");
    sheet = json.getJsonObject("sheet");
    receipt = json.getJsonObject("receipt");
    unspent = json.getString("unspent");
    for (Object read : json.getJsonArray("reads")) {
      JsonObject it = (JsonObject) read;
      seen.put(new Read(it.getString("path"), it.getString("token")), it.getString("said"));
    }
  }

  private static JsonObject json(Organiser organiser) {
    return new JsonObject()
        .put("token", organiser.token())
        .put("round", organiser.round())
        .put("member", organiser.member());
  }

  private static Organiser organiser(Api api, JsonObject json) {
    return new Organiser(
        api,
        json.getString("token"),
        json.getString("round"),
        json.getString("member"),
        Questionnaire.read(api, 1));
  }

  /**
   * Everything that could be read in an earlier version can still be read, with all that was in it:
   * more may have come, and wording may be another one. A link to a report is not looked at, it may
   * have expired meanwhile.
   */
  void assertReadWithNothingLost(Api api) {
    seen.forEach(
        (read, before) -> {
          if (read.token().equals(reader) || !before.startsWith("200 {")) {
            return;
          }
          String now = said(api, read);
          assertTrue(now.startsWith("200 {"), read.path() + ": " + now);
          if (read.path().endsWith(".bundle.json")) {
            assertEquals(before, now, "a bundle carries a hash and stays as it was");
          }
          assertEquals(
              List.of(),
              Lost.values(
                  WithoutSentences.of(document(before)), WithoutSentences.of(document(now))),
              read.path());
        });
  }

  /** Everything that could be read can be read as it was, to the byte. */
  void assertReadAsBefore(Api api) {
    seen.forEach((read, before) -> assertEquals(before, said(api, read), read.path()));
  }

  /**
   * How long until the first report was there again is the caller's business: this is that read.
   */
  String reportToken() {
    return finished.token();
  }

  String reportPath() {
    return "/api/v1/rounds/" + finished.round() + "/report?locale=en";
  }

  /**
   * Members go on where they were: a repeated sheet, an unspent ticket, new ones, and the close.
   */
  void assertGoesOn(Api api) {
    assertEquals(receipt, api.submit(spent, key, sheet).expect(201).json());
    JsonObject other = sheet.copy().put("coverage", sheet.getJsonObject("coverage").copy());
    other.getJsonObject("coverage").put("P1", 2);
    assertEquals("key-reused", api.submit(spent, key, other).expect(422).json().getString("code"));
    assertEquals(
        "ticket-spent",
        api.submit(spent, UUID.randomUUID().toString(), sheet)
            .expect(409)
            .json()
            .getString("code"));
    api.submit(unspent, UUID.randomUUID().toString(), sheet).expect(201);
    Organiser resumed = at(api, open);
    assertEquals(4, resumed.state().getJsonObject("turnout").getInteger("n"));
    resumed.answer(sheet);
    resumed.close();
    assertEquals(5, resumed.report("nl").getInteger("n"));
    at(api, batches).close();
  }

  /** Every team says goodbye. */
  void delete(Api api) {
    for (Organiser team : List.of(finished, open, batches)) {
      api.delete("/api/v1/team", team.token()).expect(204);
    }
  }

  private List<Read> reads() {
    List<Read> reads = new ArrayList<>();
    String round = "/api/v1/rounds/" + finished.round();
    for (String token : List.of(finished.token(), finished.member(), reader)) {
      for (String part : List.of("?locale=en", "?locale=nl", ".csv", ".bundle.json")) {
        reads.add(new Read(round + "/report" + part, token));
      }
    }
    for (Organiser team : List.of(finished, open, batches)) {
      reads.add(new Read("/api/v1/team", team.token()));
      reads.add(new Read("/api/v1/rounds", team.token()));
      reads.add(new Read("/api/v1/rounds/" + team.round(), team.token()));
      reads.add(new Read("/api/v1/rounds/" + team.round() + "/report", team.token()));
      reads.add(new Read("/api/v1/shares", team.token()));
      reads.add(new Read("/api/v1/actions", team.token()));
      reads.add(new Read("/api/v1/trend?locale=nl", team.token()));
      reads.add(new Read("/api/v1/participation", team.member()));
    }
    return reads;
  }

  private static JsonObject document(String said) {
    return new JsonObject(said.substring("200 ".length()));
  }

  private static String said(Api api, Read read) {
    Api.Answer answer = api.get(read.path(), read.token());
    // what was refused was so under a request id of its own
    return answer.status() + " " + (answer.status() == 200 ? answer.body() : "");
  }

  private static JsonObject sheet(Organiser organiser, Map<String, Questionnaire.Opinion> opinion) {
    return organiser.questionnaire().sheet(opinion);
  }

  private static Organiser at(Api api, Organiser same) {
    return new Organiser(api, same.token(), same.round(), same.member(), same.questionnaire());
  }
}
