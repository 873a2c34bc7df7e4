package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A team with one round, from its organiser's seat, over HTTP. */
record Organiser(Api api, String token, String round, String member, Questionnaire questionnaire) {

  static final Map<String, Questionnaire.Opinion> HEALTHY = sides(1, 1, 1, 1, 1, 1);
  static final Map<String, Questionnaire.Opinion> PRODUCT_GAP = sides(3, 5, 1, 1, 1, 1);
  static final Map<String, Questionnaire.Opinion> SELF_ORGANISING = sides(1, 5, 1, 4, 1, 5);
  static final Map<String, Questionnaire.Opinion> EVERYWHERE = sides(3, 5, 3, 5, 3, 5);

  private static Map<String, Questionnaire.Opinion> sides(
      int p, int pc, int j, int jc, int g, int gc) {
    return Map.of(
        "product", new Questionnaire.Opinion(p, pc),
        "project", new Questionnaire.Opinion(j, jc),
        "programme", new Questionnaire.Opinion(g, gc));
  }

  static Organiser open(Api api, String team, int size, int initiatives) {
    return open(api, team, "en", initiatives, new JsonObject().put("size", size));
  }

  /** A team with one initiative whose round is more than a size. */
  static Organiser open(Api api, String team, JsonObject round) {
    return open(api, team, "en", 1, round);
  }

  /** The same in the team's language. */
  static Organiser open(Api api, String team, String locale, JsonObject round) {
    return open(api, team, locale, 1, round);
  }

  private static Organiser open(
      Api api, String team, String locale, int initiatives, JsonObject round) {
    JsonObject created =
        api.post(
                "/api/v1/teams",
                null,
                new JsonObject()
                    .put("name", team)
                    .put("locale", locale)
                    .put("context", new JsonObject().put("initiatives", initiatives)))
            .expect(201)
            .json();
    String token = created.getJsonObject("organiser").getString("token");
    return open(api, token, round, Questionnaire.read(api, initiatives));
  }

  private static Organiser open(
      Api api, String token, JsonObject round, Questionnaire questionnaire) {
    JsonObject opened =
        api.post("/api/v1/rounds", token, round.copy().put("instrument", "role-gap-scan"))
            .expect(201)
            .json();
    return new Organiser(
        api,
        token,
        opened.getJsonObject("round").getString("id"),
        opened.getJsonObject("member").getString("token"),
        questionnaire);
  }

  /** The same team's next round. */
  Organiser openAnother(JsonObject round) {
    return open(api, token, round, questionnaire);
  }

  /** The token of a new link to the report. */
  String share(boolean comments) {
    return api.post(
            "/api/v1/rounds/" + round + "/shares",
            token,
            new JsonObject().put("comments", comments))
        .expect(201)
        .json()
        .getJsonObject("report")
        .getString("token");
  }

  /** What the members of a round can do who were sent this link: answer, and no more. */
  static Organiser ofMembers(Api api, String memberLink) {
    String token = memberLink.substring(memberLink.lastIndexOf('/') + 1);
    return new Organiser(api, "", "", token, Questionnaire.read(api, 1));
  }

  /** A member's whole visit: draw a ticket, send the sheet. */
  JsonObject answer(JsonObject sheet) {
    String ticket = drawTicket();
    return api.submit(ticket, UUID.randomUUID().toString(), sheet).expect(201).json();
  }

  String drawTicket() {
    return api.post("/api/v1/tickets", member, null).expect(201).json().getString("ticket");
  }

  Organiser answers(List<JsonObject> sheets) {
    sheets.forEach(this::answer);
    return this;
  }

  JsonObject state() {
    return api.get("/api/v1/rounds/" + round, token).expect(200).json();
  }

  JsonObject close() {
    return api.post("/api/v1/rounds/" + round + "/close", token, null).expect(200).json();
  }

  JsonObject reopen() {
    return api.post("/api/v1/rounds/" + round + "/reopen", token, null).expect(200).json();
  }

  JsonObject report(String locale) {
    return api.get("/api/v1/rounds/" + round + "/report?locale=" + locale, token)
        .expect(200)
        .json();
  }
}
