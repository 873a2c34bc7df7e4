package dev.rolewise.content.operation;

import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.library.Translation;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.StoredDocument;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The current version of every instrument. */
public record ListInstruments(Documents documents) implements Operation {
  private static final List<String> FIELDS =
      List.of("id", "version", "kind", "name", "summary", "minutes", "hash");

  @Override
  public String address() {
    return ContentAddress.INSTRUMENT_LIST;
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
                .map(all -> items(all, pack, language)));
  }

  private static JsonObject items(List<StoredDocument> all, CurrentPack pack, String language) {
    JsonArray items = new JsonArray();
    for (StoredDocument stored : all) {
      items.add(
          Documents.excerpt(stored, pack, language, FIELDS)
              .put("languages", new JsonArray(pack.manifest().languages()))
              .put("struggleGate", gate(stored, "struggleGate"))
              .put("gapGate", gate(stored, "gapGate"))
              .put("roles", roles(stored, pack, language)));
    }
    return new JsonObject().put("items", items);
  }

  private static Integer gate(StoredDocument stored, String name) {
    return stored.structure().getJsonObject("parameters").getInteger(name);
  }

  /** The roles that it can advise, side by side. */
  private static JsonArray roles(StoredDocument stored, CurrentPack pack, String language) {
    JsonObject document =
        Translation.of(stored, language, pack.manifest().defaultLanguage()).document();
    JsonObject names = document.getJsonObject("report").getJsonObject("roles");
    JsonArray roles = new JsonArray();
    for (JsonObject side : JsonItems.objects(document, "sides")) {
      String role = side.getString("role");
      roles.add(
          new JsonObject()
              .put("id", role)
              .put("side", side.getString("id"))
              .put("name", names.getString(role)));
    }
    return roles;
  }
}
