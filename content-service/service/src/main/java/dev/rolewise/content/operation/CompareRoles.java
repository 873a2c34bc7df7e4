package dev.rolewise.content.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.FaultCode;
import dev.rolewise.content.contract.RoleCompareRequest;
import dev.rolewise.content.library.Translation;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.StoredDocument;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two to four roles side by side, aspect by aspect. */
public record CompareRoles(Documents documents) implements Operation {
  @Override
  public String address() {
    return ContentAddress.ROLE_COMPARE;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    RoleCompareRequest request = RoleCompareRequest.from(body);
    List<String> ids = request.ids();
    return documents
        .library()
        .current()
        .compose(
            pack -> {
              List<Fault> faults = faults(ids, pack);
              return faults.isEmpty()
                  ? documents.whole(
                      address(),
                      String.join(",", ids),
                      request.locale(),
                      (current, language) ->
                          documents
                              .library()
                              .documents(current, DocumentKind.ROLE)
                              .map(roles -> compare(ids, roles, current, language)))
                  : Future.failedFuture(BusFailure.invalidValues(faults));
            });
  }

  private static List<Fault> faults(List<String> ids, CurrentPack pack) {
    List<Fault> faults = new ArrayList<>();
    if (ids.size() < RoleCompareRequest.FEWEST || ids.size() > RoleCompareRequest.MOST) {
      faults.add(new Fault("/ids", FaultCode.OUT_OF_RANGE.code()));
    }
    Set<String> seen = new HashSet<>();
    // beyond the most that could be right, one fault says enough
    for (int i = 0; i < Math.min(ids.size(), RoleCompareRequest.MOST); i++) {
      if (pack.hash(DocumentKind.ROLE, ids.get(i)).isEmpty()) {
        faults.add(new Fault("/ids/" + i, FaultCode.UNKNOWN_ID.code()));
      } else if (!seen.add(ids.get(i))) {
        faults.add(new Fault("/ids/" + i, FaultCode.DUPLICATE.code()));
      }
    }
    return faults;
  }

  private static JsonObject compare(
      List<String> ids, List<StoredDocument> stored, CurrentPack pack, String language) {
    Map<String, JsonObject> roles = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (StoredDocument role : stored) {
      JsonObject document =
          Translation.of(role, language, pack.manifest().defaultLanguage()).document();
      roles.put(role.id(), document);
      names.put(role.id(), document.getString("name"));
    }
    JsonArray aspects = new JsonArray();
    for (RoleAspect aspect : RoleAspect.values()) {
      JsonObject values = new JsonObject();
      ids.forEach(id -> values.put(id, aspect.of(roles.get(id), names)));
      aspects.add(new JsonObject().put("aspect", aspect.field()).put("values", values));
    }
    return new JsonObject().put("aspects", aspects);
  }
}
