package dev.rolewise.content.operation;

import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
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
    return documents.list(address(), DocumentKind.INSTRUMENT, locale, FIELDS);
  }
}
