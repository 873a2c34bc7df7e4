package dev.rolewise.content.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.FaultCode;
import dev.rolewise.content.contract.ResponsibilityListRequest;
import dev.rolewise.content.lookup.Duties;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** All that can be looked up, or what one role has to do with. */
public record ListResponsibilities(Documents documents) implements Operation {
  @Override
  public String address() {
    return ContentAddress.RESPONSIBILITY_LIST;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    ResponsibilityListRequest request = ResponsibilityListRequest.from(body);
    String role = request.role();
    return documents
        .library()
        .current()
        .compose(
            pack ->
                role == null || pack.hash(DocumentKind.ROLE, role).isPresent()
                    ? list(request)
                    : Future.failedFuture(
                        BusFailure.invalidValues(
                            List.of(new Fault("/role", FaultCode.UNKNOWN_ID.code())))));
  }

  private Future<BusDocument> list(ResponsibilityListRequest request) {
    String role = request.role();
    return documents.whole(
        address(),
        role == null ? "" : role,
        request.locale(),
        (pack, language) ->
            Finished.of(documents.library(), pack, language)
                .map(all -> new Duties(all.instruments(), all.roles()))
                .map(duties -> new JsonObject().put("items", duties.list(role))));
  }
}
