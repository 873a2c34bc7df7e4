package dev.rolewise.content.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.InstrumentRequest;
import dev.rolewise.content.library.Replies;
import dev.rolewise.content.library.ReplyKey;
import dev.rolewise.content.library.Translation;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.StoredDocument;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** One version of an instrument in one language, with the hash that rounds pin. */
public record GetInstrument(Documents documents) implements Operation {
  @Override
  public String address() {
    return ContentAddress.INSTRUMENT_GET;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    InstrumentRequest request = InstrumentRequest.from(body);
    return documents
        .library()
        .current()
        .compose(
            pack ->
                pack.instrument(request.id(), request.version())
                    .map(hash -> reply(pack, request, hash))
                    .orElseGet(() -> Future.failedFuture(BusFailure.notFound())));
  }

  private static JsonArray languages(StoredDocument stored) {
    return new JsonArray(stored.texts().fieldNames().stream().sorted().toList());
  }

  private Future<BusDocument> reply(CurrentPack pack, InstrumentRequest request, String hash) {
    String language = pack.language(request.locale());
    String otherwise = pack.manifest().defaultLanguage();
    return documents
        .cache()
        .get(
            new ReplyKey(address(), request.id(), hash, language),
            () ->
                documents
                    .library()
                    .document(
                        DocumentKind.INSTRUMENT,
                        request.id(),
                        hash,
                        stored -> {
                          Translation translation = Translation.of(stored, language, otherwise);
                          return Replies.in(
                              translation.language(),
                              translation
                                  .document()
                                  .put("hash", hash)
                                  .put("languages", languages(stored)));
                        }));
  }
}
