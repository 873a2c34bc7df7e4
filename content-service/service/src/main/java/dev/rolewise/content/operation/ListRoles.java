package dev.rolewise.content.operation;

import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.StoredDocument;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All roles: those that an instrument scores in the instrument's order, then their neighbours. */
public record ListRoles(Documents documents) implements Operation {
  private static final List<String> FIELDS = List.of("id", "name", "summary", "scored");

  @Override
  public String address() {
    return ContentAddress.ROLE_LIST;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    String locale = CatalogueRequest.from(body).locale();
    return documents.whole(
        address(),
        "",
        locale,
        (pack, language) ->
            documents
                .library()
                .documents(pack, DocumentKind.INSTRUMENT)
                .compose(
                    instruments ->
                        documents
                            .library()
                            .documents(pack, DocumentKind.ROLE)
                            .map(roles -> list(ordered(roles, instruments), pack, language))));
  }

  private static JsonObject list(List<StoredDocument> roles, CurrentPack pack, String language) {
    JsonArray items = new JsonArray();
    for (StoredDocument role : roles) {
      items.add(Documents.excerpt(role, pack, language, FIELDS));
    }
    return new JsonObject().put("items", items);
  }

  /** Roles that an instrument scores in its order, then the others in that of their ids. */
  static List<StoredDocument> ordered(
      List<StoredDocument> roles, List<StoredDocument> instruments) {
    List<String> scored = new ArrayList<>();
    for (StoredDocument instrument : instruments) {
      for (JsonObject side : JsonItems.objects(instrument.structure(), "sides")) {
        scored.add(side.getString("role"));
      }
    }
    // the roles come ordered by id, and sorting keeps that order among neighbours
    return roles.stream()
        .sorted(
            Comparator.comparingInt(
                role -> scored.contains(role.id()) ? scored.indexOf(role.id()) : scored.size()))
        .toList();
  }
}
