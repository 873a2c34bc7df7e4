package dev.rolewise.content.operation;

import dev.rolewise.content.brief.RoleBrief;
import dev.rolewise.content.contract.BriefVariant;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.FaultCode;
import dev.rolewise.content.contract.RoleBriefRequest;
import dev.rolewise.content.library.Translation;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The draft of a role's profile, for one way of filling the role. */
public record GetRoleBrief(Documents documents) implements Operation {
  /** A pack has one set of words around briefs. */
  private static final String FRAME = "brief";

  @Override
  public String address() {
    return ContentAddress.ROLE_BRIEF;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    RoleBriefRequest request = RoleBriefRequest.from(body);
    BriefVariant variant = BriefVariant.of(request.variant());
    if (variant == BriefVariant.UNKNOWN) {
      return Future.failedFuture(
          BusFailure.invalidValues(List.of(new Fault("/variant", FaultCode.UNKNOWN_ID.code()))));
    }
    // strangers can make up ids: only what is there may take room in the memory of replies
    return documents
        .library()
        .current()
        .compose(
            pack ->
                pack.hash(DocumentKind.ROLE, request.id()).isEmpty()
                    ? Future.failedFuture(BusFailure.notFound())
                    : documents.whole(
                        address(),
                        variant.code() + " " + request.id(),
                        request.locale(),
                        (current, language) -> brief(request.id(), variant, current, language)));
  }

  private Future<JsonObject> brief(
      String id, BriefVariant variant, CurrentPack pack, String language) {
    return finished(pack, DocumentKind.ROLE, id, language)
        .compose(
            role ->
                role.containsKey("brief")
                    ? finished(pack, DocumentKind.BRIEF, FRAME, language)
                        .map(frame -> RoleBrief.of(role, frame, variant))
                    : Future.failedFuture(BusFailure.notFound()));
  }

  private Future<JsonObject> finished(
      CurrentPack pack, DocumentKind kind, String id, String language) {
    String otherwise = pack.manifest().defaultLanguage();
    return pack.hash(kind, id)
        .map(
            hash ->
                documents
                    .library()
                    .document(
                        kind,
                        id,
                        hash,
                        stored -> Translation.of(stored, language, otherwise).document()))
        .orElseGet(() -> Future.failedFuture(BusFailure.notFound()));
  }
}
