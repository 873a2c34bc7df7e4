package dev.rolewise.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/**
 * An invented team.
 *
 * @param locale language of the team, {@code nl} or {@code en}
 * @param name of the team
 * @param goal of the team
 * @param badly id of the instrument's side that goes badly
 */
record DemoTeam(String locale, String name, String goal, String badly) {

  private static final int SIZE = 6;
  private static final int ANSWERED = 3;

  /** Makes the team with a finished round and an open one; returns its rights. */
  JsonObject make(HttpApi api) {
    JsonObject made =
        api.post(
            "/teams",
            null,
            new JsonObject()
                .put("name", name)
                .put("locale", locale)
                .put(
                    "context",
                    new JsonObject()
                        .put("goal", goal)
                        .put("initiatives", 1)
                        .put("rolesPresent", new JsonArray())));
    String organiser = made.getJsonObject("organiser").getString("token");
    String instrument =
        api.get("/instruments", null).getJsonArray("items").getJsonObject(0).getString("id");
    Opinion opinion =
        new Opinion(api.get("/instruments/" + instrument + "?locale=" + locale, null), badly, 1);

    JsonObject finished = open(api, organiser, instrument);
    answer(api, finished, opinion, SIZE);
    String finishedId = finished.getJsonObject("round").getString("id");
    api.post("/rounds/" + finishedId + "/close", organiser);

    JsonObject open = open(api, organiser, instrument);
    answer(api, open, opinion, ANSWERED);
    return new JsonObject()
        .put("locale", locale)
        .put("name", name)
        .put("organiser", organiser)
        .put("finished", finishedId)
        .put("reader", finished.getJsonObject("member").getString("token"))
        .put("open", open.getJsonObject("round").getString("id"))
        .put("member", open.getJsonObject("member").getString("token"));
  }

  private static JsonObject open(HttpApi api, String organiser, String instrument) {
    return api.post(
        "/rounds", organiser, new JsonObject().put("instrument", instrument).put("size", SIZE));
  }

  private static void answer(HttpApi api, JsonObject round, Opinion opinion, int members) {
    String token = round.getJsonObject("member").getString("token");
    for (int member = 0; member < members; member++) {
      String ticket = api.post("/tickets", token, new JsonObject()).getString("ticket");
      api.submit(ticket, UUID.randomUUID().toString(), opinion.sheet(member));
    }
  }
}
