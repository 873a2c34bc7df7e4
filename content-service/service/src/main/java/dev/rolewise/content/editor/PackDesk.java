package dev.rolewise.content.editor;

import dev.rolewise.content.contract.ContentError;
import dev.rolewise.content.contract.PackDiffRequest;
import dev.rolewise.content.contract.PackPublishRequest;
import dev.rolewise.content.contract.PackRequest;
import dev.rolewise.content.contract.PackVersionRequest;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackDiff;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.publication.Announcement;
import dev.rolewise.content.store.NoSuchVersion;
import dev.rolewise.content.store.PackPublisher;
import dev.rolewise.content.store.PackShelf;
import dev.rolewise.content.store.PackVersion;
import dev.rolewise.content.store.Publication.Outcome;
import dev.rolewise.content.store.PublishedMeanwhile;
import dev.rolewise.content.store.WithdrawnVersion;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything but the import: each looks at the right first. */
public final class PackDesk {
  private final EditorRight right;
  private final PackShelf shelf;
  private final PackPublisher publisher;
  private final PackWorker worker;
  private final Announcement announcement;
  private final String served;
  private final ImportProgress progress;

  /**
   * Works on all packs that are stored.
   *
   * @param served id of the one that is shown
   * @param progress of the import that is under way
   */
  public PackDesk(
      EditorRight right,
      PackShelf shelf,
      PackPublisher publisher,
      PackWorker worker,
      Announcement announcement,
      String served,
      ImportProgress progress) {
    this.right = right;
    this.shelf = shelf;
    this.publisher = publisher;
    this.worker = worker;
    this.announcement = announcement;
    this.served = served;
    this.progress = progress;
  }

  /** Every version there is, those of the pack that is shown first. */
  public Future<JsonObject> list(JsonObject body) {
    return right
        .of(PackRequest.from(body).token())
        .compose(fine -> Reachable.store(shelf.all(served)))
        .map(
            versions -> {
              JsonArray items = new JsonArray();
              versions.forEach(it -> items.add(PackJson.version(it, served)));
              return new JsonObject().put("items", items).put("importing", progress.toJson());
            });
  }

  /** One version as a zip file. */
  public Future<BusDocument> export(JsonObject body) {
    PackVersionRequest request = PackVersionRequest.from(body);
    return right
        .of(request.token())
        .compose(fine -> pack(request.id(), request.version()))
        .compose(pack -> worker.run(() -> PackArchive.write(PackFiles.of(pack))))
        .map(zip -> new BusDocument(Buffer.buffer(zip), Map.of()));
  }

  /** What differs between two versions. */
  public Future<JsonObject> diff(JsonObject body) {
    PackDiffRequest request = PackDiffRequest.from(body);
    return right
        .of(request.token())
        .compose(fine -> difference(request.id(), request.from(), request.to()));
  }

  /** Makes a version current. */
  public Future<JsonObject> publish(JsonObject body) {
    PackPublishRequest request = PackPublishRequest.from(body);
    return right
        .of(request.token())
        .compose(
            fine ->
                publisher
                    .publish(request.id(), request.version(), request.base())
                    .recover(cause -> refused(request, cause)))
        .onSuccess(
            publication -> {
              if (publication.outcome() == Outcome.PUBLISHED && request.id().equals(served)) {
                announcement.make(publication);
              }
            })
        .compose(publication -> shown(request.id(), request.version()));
  }

  /** Takes a version out of use for new rounds. */
  public Future<JsonObject> withdraw(JsonObject body) {
    PackVersionRequest request = PackVersionRequest.from(body);
    return right
        .of(request.token())
        .compose(
            fine ->
                publisher
                    .withdraw(request.id(), request.version())
                    .recover(cause -> Future.failedFuture(plain(cause))))
        .compose(done -> shown(request.id(), request.version()))
        .onSuccess(
            shown -> {
              if (request.id().equals(served)) {
                announcement.again(served, request.version(), hash(shown));
              }
            });
  }

  /** A version in short, as every change answers. */
  Future<JsonObject> shown(String id, int version) {
    return Reachable.store(shelf.versions(id))
        .compose(
            versions ->
                versions.stream()
                    .filter(it -> it.manifest().version() == version)
                    .findFirst()
                    .map(this::json)
                    .orElseGet(() -> Future.failedFuture(BusFailure.notFound())));
  }

  private Future<JsonObject> json(PackVersion version) {
    return Future.succeededFuture(new JsonObject().put("pack", PackJson.version(version, served)));
  }

  private static String hash(JsonObject shown) {
    return shown.getJsonObject("pack").getString("hash");
  }

  private Future<Pack> pack(String id, int version) {
    return Reachable.store(shelf.pack(id, version))
        .compose(
            found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(BusFailure.notFound())));
  }

  private Future<JsonObject> difference(String id, int from, int to) {
    return pack(id, from)
        .compose(
            before ->
                pack(id, to)
                    .compose(
                        after ->
                            worker.run(() -> PackJson.changes(PackDiff.between(before, after)))));
  }

  /** Who comes second is told what came first, and how it differs. */
  private <T> Future<T> refused(PackPublishRequest request, Throwable cause) {
    if (!(cause instanceof PublishedMeanwhile meanwhile)) {
      return Future.failedFuture(plain(cause));
    }
    Future<JsonObject> difference =
        meanwhile.current() == null
            ? Future.succeededFuture(PackJson.changes(List.of()))
            : difference(request.id(), meanwhile.current(), request.version());
    return difference.compose(
        changes ->
            Future.failedFuture(
                new BusFailure(
                    ContentError.PUBLISHED_MEANWHILE.status(),
                    ContentError.PUBLISHED_MEANWHILE.code(),
                    List.of(),
                    changes.put("current", meanwhile.current()))));
  }

  private static BusFailure plain(Throwable cause) {
    Objects.requireNonNull(cause);
    if (cause instanceof NoSuchVersion) {
      return BusFailure.notFound();
    }
    if (cause instanceof WithdrawnVersion) {
      return BusFailure.conflict(ContentError.PACK_WITHDRAWN.code());
    }
    return Reachable.failure(cause);
  }
}
