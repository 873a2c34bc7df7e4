package dev.rolewise.content.operation;

import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** All terms: a pack has one glossary. */
public record GetGlossary(Documents documents) implements Operation {
  private static final String ID = "glossary";

  @Override
  public String address() {
    return ContentAddress.GLOSSARY_GET;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    String locale = CatalogueRequest.from(body).locale();
    return documents.one(address(), DocumentKind.GLOSSARY, locale, ID);
  }
}
