package dev.rolewise.gateway.page;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The situation that tells best what a quick check comes to; the front end has the same. */
final class Situations {
  private static final JsonObject SUITED = SharedFile.read("/texts/situations.json");

  /** What a check comes to where nobody is missing. */
  static final String NOBODY = "NONE";

  private Situations() {}

  /** The one named for this outcome, else one that leads to the roles of the same sides. */
  static Optional<JsonObject> matching(List<JsonObject> scenarios, String outcome, Sides sides) {
    JsonObject wanted = SUITED.getJsonObject(outcome);
    Optional<JsonObject> named =
        scenarios.stream()
            .filter(it -> Fields.text(it, "id").equals(Fields.text(wanted, "id")))
            .findFirst();
    Set<String> roles =
        Fields.texts(wanted, "sides").stream()
            .flatMap(code -> Side.coded(code).stream())
            .flatMap(side -> sides.roleOf(side).stream())
            .collect(Collectors.toSet());
    return named.or(
        () ->
            scenarios.stream()
                .filter(it -> new HashSet<>(Fields.texts(it, "roles")).equals(roles))
                .findFirst());
  }
}
