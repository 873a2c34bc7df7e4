package dev.rolewise.content.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.lookup.Duties;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Who does this? */
public record GetResponsibility(Documents documents) implements Operation {
  @Override
  public String address() {
    return ContentAddress.RESPONSIBILITY_GET;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    DocumentRequest request = DocumentRequest.from(body);
    return documents.whole(
        address(),
        request.id(),
        request.locale(),
        (pack, language) ->
            Finished.of(documents.library(), pack, language)
                .map(all -> new Duties(all.instruments(), all.roles()).find(request.id()))
                .compose(
                    found ->
                        found
                            .map(Future::succeededFuture)
                            .orElseGet(() -> Future.failedFuture(BusFailure.notFound()))));
  }
}
