package dev.rolewise.content.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.library.Attributions;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * One role as it stands in the pack, with what the catalogues it refers to ask to be said. Of the
 * material for a brief it says only that it is there: {@link GetRoleBrief} puts that together.
 */
public record GetRole(Documents documents) implements Operation {
  @Override
  public String address() {
    return ContentAddress.ROLE_GET;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    DocumentRequest request = DocumentRequest.from(body);
    return documents.one(
        address(), DocumentKind.ROLE, request.locale(), request.id(), GetRole::finished);
  }

  private static JsonObject finished(JsonObject role) {
    return Attributions.in(role).put("brief", role.containsKey("brief"));
  }
}
