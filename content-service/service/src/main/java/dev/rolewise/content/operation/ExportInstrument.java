package dev.rolewise.content.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.ContentError;
import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.content.contract.InstrumentExportRequest;
import dev.rolewise.content.library.Replies;
import dev.rolewise.content.library.ReplyKey;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.store.StoredDocument;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** One version of an instrument in all languages, to be kept with a round. */
public record ExportInstrument(Documents documents) implements Operation {
  private static final BusFailure WITHDRAWN =
      BusFailure.conflict(ContentError.INSTRUMENT_WITHDRAWN.code());

  @Override
  public String address() {
    return ContentAddress.INSTRUMENT_EXPORT;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    InstrumentExportRequest request = InstrumentExportRequest.from(body);
    return documents
        .library()
        .current()
        .compose(
            pack ->
                pack.instrument(request.id(), request.version())
                    .map(
                        hash ->
                            pack.withdrawn().contains(hash)
                                ? Future.<BusDocument>failedFuture(WITHDRAWN)
                                : reply(request.id(), hash))
                    .orElseGet(() -> Future.failedFuture(BusFailure.notFound())));
  }

  private Future<BusDocument> reply(String id, String hash) {
    return documents
        .cache()
        .get(
            new ReplyKey(address(), id, hash, ""),
            () ->
                documents
                    .library()
                    .document(DocumentKind.INSTRUMENT, id, hash, ExportInstrument::export));
  }

  private static BusDocument export(StoredDocument stored) {
    InstrumentExport export =
        new InstrumentExport(
            stored.id(), stored.version(), stored.hash(), stored.structure(), stored.texts());
    return Replies.inAllLanguages(export.toBuffer());
  }
}
