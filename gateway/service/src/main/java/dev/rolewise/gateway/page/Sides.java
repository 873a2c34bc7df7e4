package dev.rolewise.gateway.page;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which role takes care of which side, as the instruments on show have it. */
final class Sides {
  private final List<JsonObject> instruments;
  private final Map<String, Side> byRole = new HashMap<>();

  private Sides(List<JsonObject> instruments) {
    this.instruments = instruments;
    for (JsonObject instrument : instruments) {
      for (JsonObject role : Fields.objects(instrument, "roles")) {
        Side.coded(Fields.text(role, "side"))
            .ifPresent(side -> byRole.put(Fields.text(role, "id"), side));
      }
    }
  }

  /** The list to ask for. */
  static DocumentAsk ask(PageRequest request) {
    return request.catalogue(ContentAddress.INSTRUMENT_LIST);
  }

  /** What that list says. */
  static Sides in(JsonObject instruments) {
    return new Sides(Fields.objects(instruments, "items"));
  }

  /** The side of a role; none for one that no instrument advises. */
  Optional<Side> of(String role) {
    return Optional.ofNullable(byRole.get(role));
  }

  /** The class that gives a piece the colours of this role's side. */
  String classOf(String role) {
    return of(role).map(Side::code).orElse("");
  }

  /** The mark of this role's side. */
  Node mark(String role) {
    return of(role).<Node>map(Side::shape).orElse(Node.none());
  }

  /** The id of the instrument that the start page goes by; none where nothing is on show. */
  Optional<String> first() {
    return instruments.stream().findFirst().map(it -> Fields.text(it, "id"));
  }

  /** The role of a side of that instrument; none where it has no such side. */
  Optional<String> roleOf(Side side) {
    return instruments.stream()
        .findFirst()
        .flatMap(
            it ->
                Fields.objects(it, "roles").stream()
                    .filter(role -> Fields.text(role, "side").equals(side.code()))
                    .findFirst())
        .map(role -> Fields.text(role, "id"));
  }
}
