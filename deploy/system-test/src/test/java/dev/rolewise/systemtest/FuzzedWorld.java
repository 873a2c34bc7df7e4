package dev.rolewise.systemtest;

import dev.rolewise.systemtest.PublicContract.Operation;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;

/** A team that malformed requests may do to what they like. */
record FuzzedWorld(
    String organiser, String member, String ticket, String report, String round, JsonObject sheet) {

  /**
   * @param report a link to somebody else's report
   */
  static FuzzedWorld make(Api api, Questionnaire questionnaire, String report) {
    Organiser made = Organiser.open(api, "To be spoilt", 6, 1);
    return new FuzzedWorld(
        made.token(),
        made.member(),
        made.drawTicket(),
        report,
        made.round(),
        questionnaire.sheet(Organiser.PRODUCT_GAP));
  }

  /** What a request for an operation looks like that is as it should be. */
  RequestDraft draft(Operation operation, Random random) {
    RequestDraft draft = new RequestDraft(operation.method(), target(operation, random));
    operation.headers().forEach((name, value) -> draft.header(name, "key-" + random.nextLong()));
    String right = right(operation, random);
    if (right != null) {
      draft.header("Authorization", "Bearer " + right);
    }
    if (operation.schema() != null) {
      draft.json(body(operation, random).encode());
    }
    return draft;
  }

  private JsonObject body(Operation operation, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new JsonObject(operation.body());
      case 1 ->
          operation.id().equals("submitSheet")
              ? sheet.copy()
              : (JsonObject) new SchemaValues(random).of(operation.schema());
      default ->
          operation.id().equals("submitSheet") && random.nextBoolean()
              ? sheet.copy()
              : (JsonObject) new SchemaValues(random).of(operation.schema());
    };
  }

  private String target(Operation operation, Random random) {
    String path =
        operation
            .path()
            .replace("{version}", "1")
            .replace("{commentId}", "0b6cbf5e-7a53-4c7e-9d0b-3d8f0f6a0001");
    boolean ofContent = operation.rights().isEmpty();
    path = path.replace("{id}", ofContent ? contentId(path, random) : round);
    String query = operation.query();
    if (operation.parameters().contains("locale") && random.nextBoolean()) {
      query = (query.isEmpty() ? "" : query + "&") + "locale=nl";
    }
    return "/api/v1" + path + (query.isEmpty() ? "" : "?" + query);
  }

  private static String contentId(String path, Random random) {
    return path.startsWith("/roles")
        ? "product-manager"
        : List.of("role-gap-scan", "S1", "nobody").get(random.nextInt(3));
  }

  /** The right one most of the time, another one or none sometimes. */
  private String right(Operation operation, Random random) {
    List<String> all = List.of(organiser, member, ticket, report);
    int chance = random.nextInt(10);
    if (chance == 0 || operation.rights().isEmpty()) {
      return chance == 1 ? organiser : null;
    }
    if (chance == 1) {
      return all.get(random.nextInt(all.size()));
    }
    List<String> fitting =
        List.of("organiser", "member", "ticket", "report").stream()
            .filter(operation.rights()::contains)
            .toList();
    if (fitting.isEmpty()) {
      return organiser;
    }
    return switch (fitting.get(random.nextInt(fitting.size()))) {
      case "member" -> member;
      case "ticket" -> ticket;
      case "report" -> report;
      default -> organiser;
    };
  }
}
