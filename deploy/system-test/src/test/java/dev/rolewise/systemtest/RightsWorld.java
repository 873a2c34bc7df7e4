package dev.rolewise.systemtest;

import dev.rolewise.systemtest.RightsTable.Holder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Team A with an open and a closed round, team B, and everything that a holder of one of the rights
 * could have in hand.
 */
final class RightsWorld {
  /** How long a link lives that has to be seen to expire. */
  private static final long SHORT_LIFE_SECONDS = 2;

  /** As many as it takes for comments to be shown. */
  private static final int PEOPLE = 5;

  private final Api api;
  private final Organiser open;
  private final Organiser closed;
  private final String comment;
  private final String strangersToken;
  private final String rotatedOrganiser;
  private final String rotatedMember;
  private final String token;
  private final String member;
  private final String ticket;
  private final Map<String, JsonObject> shares;
  private final String action;
  private final EditedPack pack;

  private RightsWorld(RunningSuite suite, boolean sharesExist) {
    this.api = suite.api();
    pack = EditedPack.in(suite);
    open = Organiser.open(api, "Team A", 4, 1);
    rotatedOrganiser = open.token();
    token = rotated("/api/v1/organiser/rotate", rotatedOrganiser, "organiser");
    rotatedMember = open.member();
    member = rotated("/api/v1/rounds/" + open.round() + "/member/rotate", token, "member");
    ticket = api.post("/api/v1/tickets", member, null).expect(201).json().getString("ticket");
    closed = closedRound();
    comment = comment(closed.report("en"));
    api.file("/api/v1/rounds/" + closed.round() + "/report.pdf", token);
    strangersToken = Organiser.open(api, "Team B", 4, 1).token();
    JsonObject agreed = new JsonObject().put("text", "Ask three customers");
    action = api.post("/api/v1/actions", token, agreed).expect(201).json().getString("id");
    shares = sharesExist ? Map.of("lasting", share(null), "short", share(soon())) : Map.of();
  }

  static RightsWorld create(RunningSuite suite, PublicContract contract) {
    return new RightsWorld(
        suite,
        contract.operations().stream()
            .anyMatch(it -> it.path().equals("/rounds/{id}/shares") && it.method().equals("POST")));
  }

  /**
   * What this holder may have in hand; one null for nobody, empty for what cannot be had yet.
   *
   * @param round open or closed, as in the table
   */
  List<String> tokens(Holder holder, String round) {
    return switch (holder) {
      case NOBODY -> Collections.singletonList(null);
      case MEMBER -> List.of(round.equals("closed") ? closed.member() : member);
      case TICKET -> List.of(ticket);
      case ORGANISER_A -> List.of(token);
      case ORGANISER_B -> List.of(strangersToken);
      case REVOKED -> List.of(rotatedOrganiser, rotatedMember);
      case REPORT -> shared("lasting");
      case EXPIRED -> expired();
      case EDITOR -> List.of(pack.token());
    };
  }

  /** The path with the ids of this world in it. */
  String path(String template, String round) {
    if (template.startsWith("/rounds/{id}")) {
      return template
          .replace("{id}", round.equals("closed") ? closed.round() : open.round())
          .replace("{commentId}", comment);
    }
    for (var sample :
        Map.of(
                "/roles/",
                "product-manager",
                "/responsibilities/",
                "role-gap-scan.areas.P1",
                "/instruments/",
                "role-gap-scan",
                "/scenarios/",
                first("/api/v1/scenarios"),
                "/guides/",
                first("/api/v1/guides"))
            .entrySet()) {
      if (template.startsWith(sample.getKey())) {
        return template.replace("{id}", sample.getValue()).replace("{version}", "1");
      }
    }
    if (template.startsWith("/packs/{id}")) {
      return pack.path(template);
    }
    if (template.startsWith("/actions/{id}")) {
      return template.replace("{id}", action);
    }
    if (template.startsWith("/shares/{id}") && !shares.isEmpty()) {
      return template.replace("{id}", id(shares.get("lasting")));
    }
    return template;
  }

  private List<String> shared(String which) {
    return shares.containsKey(which) ? List.of(shares.get(which).getString("token")) : List.of();
  }

  private List<String> expired() {
    List<String> tokens = shared("short");
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!tokens.isEmpty()
        && api.get("/api/v1/rounds/" + closed.round() + "/report", tokens.get(0)).status() == 200) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("a link that should have expired still works");
      }
      Thread.onSpinWait();
    }
    return tokens;
  }

  private static String comment(JsonObject report) {
    return report.getJsonArray("areas").stream()
        .map(area -> ((JsonObject) area).getJsonArray("commentList", new JsonArray()))
        .filter(comments -> !comments.isEmpty())
        .map(comments -> comments.getJsonObject(0).getString("id"))
        .findFirst()
        .orElseThrow();
  }

  private Organiser closedRound() {
    JsonObject opened =
        api.post(
                "/api/v1/rounds",
                token,
                new JsonObject().put("instrument", "role-gap-scan").put("size", PEOPLE))
            .expect(201)
            .json();
    Organiser organiser =
        new Organiser(
            api,
            token,
            opened.getJsonObject("round").getString("id"),
            opened.getJsonObject("member").getString("token"),
            open.questionnaire());
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    sheet.put("comments", new JsonObject().put("P1", "We decide late"));
    organiser.answers(Collections.nCopies(PEOPLE, sheet));
    organiser.close();
    return organiser;
  }

  private String rotated(String path, String with, String holder) {
    return api.post(path, with, null).expect(200).json().getJsonObject(holder).getString("token");
  }

  private JsonObject share(Instant expiresAt) {
    JsonObject wish = new JsonObject();
    if (expiresAt != null) {
      wish.put("expiresAt", expiresAt.toString());
    }
    JsonObject made =
        api.post("/api/v1/rounds/" + closed.round() + "/shares", token, wish).expect(201).json();
    // the token may stand beside what describes the link, or in an object of its own
    return flat(made);
  }

  private static JsonObject flat(JsonObject made) {
    JsonObject all = new JsonObject();
    for (String field : made.fieldNames()) {
      if (made.getValue(field) instanceof JsonObject inner) {
        all.mergeIn(inner);
      } else {
        all.put(field, made.getValue(field));
      }
    }
    return all;
  }

  private static String id(JsonObject share) {
    return share.getString("id");
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(SHORT_LIFE_SECONDS).truncatedTo(ChronoUnit.MILLIS);
  }

  private String first(String list) {
    JsonArray items = api.get(list).expect(200).json().getJsonArray("items");
    return items.isEmpty() ? "none" : items.getJsonObject(0).getString("id");
  }
}
