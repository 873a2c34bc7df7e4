package dev.rolewise.content.editor;

import dev.rolewise.content.contract.ContentError;
import dev.rolewise.content.contract.PackRequest;
import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.Manifest;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackHashes;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.store.PackPublisher;
import dev.rolewise.content.store.PublicationRefused;
import dev.rolewise.content.validation.LinkHosts;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.CallDeadline;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a pack in: within limits, checked whole, stored whole. One at a time; who comes meanwhile
 * is told to come back. An import that has begun ends even when nobody waits any more, and what
 * came of the last one is remembered, so that who sends the same archive again hears it at once
 * however long it took. Confined to one event loop.
 */
public final class PackImport {
  private static final String NAME = "the pack";

  private final EditorRight right;
  private final PackPublisher publisher;
  private final PackWorker worker;
  private final PackDesk desk;
  private final LinkHosts hosts;
  private final PackLimits limits;
  private final ImportProgress progress;
  private Ended last;

  /** What came of an archive; of one that could be read, and a database that was there. */
  private record Ended(byte[] digest, Future<Manifest> outcome) {}

  private record Checked(Pack pack, PackHashes hashes) {}

  /** Takes versions of any pack in. */
  public PackImport(
      EditorRight right,
      PackPublisher publisher,
      PackWorker worker,
      PackDesk desk,
      LinkHosts hosts,
      PackLimits limits,
      ImportProgress progress) {
    this.right = right;
    this.publisher = publisher;
    this.worker = worker;
    this.desk = desk;
    this.hosts = hosts;
    this.limits = limits;
    this.progress = progress;
  }

  /** Imports the attached archive. */
  public Future<JsonObject> take(JsonObject body, Buffer archive) {
    return right
        .of(PackRequest.from(body).token())
        .compose(
            fine -> {
              if (progress.underWay()) {
                return Future.failedFuture(BusFailure.unavailable());
              }
              progress.begin();
              CallDeadline.lift();
              return worker
                  .run(() -> digest(archive))
                  .compose(digest -> outcome(digest, archive))
                  .onComplete(done -> progress.end());
            })
        .recover(cause -> Future.failedFuture(refusal(cause)))
        .compose(manifest -> desk.shown(manifest.id(), manifest.version()))
        .onFailure(gone -> forget());
  }

  private Future<Manifest> outcome(byte[] digest, Buffer archive) {
    if (last != null && Arrays.equals(last.digest(), digest)) {
      return last.outcome();
    }
    Future<Manifest> outcome = begin(archive);
    return outcome.onComplete(
        done -> {
          boolean settled =
              done.succeeded()
                  || done.cause() instanceof InvalidPack
                  || done.cause() instanceof PublicationRefused;
          last = settled ? new Ended(digest, outcome) : null;
        });
  }

  private Future<Manifest> begin(Buffer archive) {
    return worker
        .run(() -> read(archive.getBytes()))
        .compose(
            checked -> {
              Manifest manifest = checked.pack().manifest();
              progress.fine(checked.pack().documents().size());
              return publisher
                  .store(checked.pack(), checked.hashes(), progress::stored)
                  // so that publishing it takes no time
                  .compose(
                      stored ->
                          publisher.index(manifest.id(), manifest.version(), progress::searchable))
                  .map(manifest);
            });
  }

  /** What has been stored may be gone: a database can be brought back from a backup. */
  private void forget() {
    if (last != null && last.outcome().succeeded()) {
      last = null;
    }
  }

  private static byte[] digest(Buffer archive) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(archive.getBytes());
  }

  private Checked read(byte[] archive) {
    PackFaults faults = new PackFaults();
    if (archive.length > limits.totalBytes()) {
      faults.add(NAME, "is larger than %d MiB".formatted(limits.totalBytes() / (1024 * 1024)));
      throw new InvalidPack(NAME, faults);
    }
    PackFiles files = PackArchive.read(NAME, archive, limits, faults);
    Pack pack = PackLoader.load(files, hosts, limits, faults);
    return new Checked(pack, pack.hashes());
  }

  private static BusFailure refusal(Throwable cause) {
    if (cause instanceof InvalidPack invalid) {
      return new BusFailure(
          ContentError.INVALID_PACK.status(),
          ContentError.INVALID_PACK.code(),
          List.of(),
          PackJson.faults(invalid));
    }
    if (cause instanceof PublicationRefused taken) {
      return new BusFailure(
          ContentError.VERSION_TAKEN.status(),
          ContentError.VERSION_TAKEN.code(),
          List.of(),
          new JsonObject().put("reason", taken.getMessage()));
    }
    return Reachable.failure(cause);
  }
}
