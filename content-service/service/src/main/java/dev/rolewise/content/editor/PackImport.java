package dev.rolewise.content.editor;

import dev.rolewise.content.contract.ContentError;
import dev.rolewise.content.contract.PackRequest;
import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes a pack in: within limits, checked whole, stored whole. One at a time; who comes meanwhile
 * is told to come back. An import that has begun ends even when nobody waits any more, so that
 * asking again finds it done.
 */
public final class PackImport {
  private static final String NAME = "the pack";

  private final EditorRight right;
  private final PackPublisher publisher;
  private final PackWorker worker;
  private final PackDesk desk;
  private final LinkHosts hosts;
  private final PackLimits limits;
  private final AtomicBoolean busy = new AtomicBoolean();

  /** Takes versions of any pack in. */
  public PackImport(
      EditorRight right,
      PackPublisher publisher,
      PackWorker worker,
      PackDesk desk,
      LinkHosts hosts,
      PackLimits limits) {
    this.right = right;
    this.publisher = publisher;
    this.worker = worker;
    this.desk = desk;
    this.hosts = hosts;
    this.limits = limits;
  }

  /** Imports the attached archive. */
  public Future<JsonObject> take(JsonObject body, Buffer archive) {
    return right
        .of(PackRequest.from(body).token())
        .compose(
            fine -> {
              if (!busy.compareAndSet(false, true)) {
                return Future.failedFuture(BusFailure.unavailable());
              }
              CallDeadline.lift();
              return worker
                  .run(() -> read(archive.getBytes()))
                  .compose(pack -> publisher.store(pack).map(pack.manifest()))
                  .onComplete(done -> busy.set(false));
            })
        .recover(cause -> Future.failedFuture(refusal(cause)))
        .compose(manifest -> desk.shown(manifest.id(), manifest.version()));
  }

  private Pack read(byte[] archive) {
    PackFaults faults = new PackFaults();
    if (archive.length > limits.totalBytes()) {
      faults.add(NAME, "is larger than %d MiB".formatted(limits.totalBytes() / (1024 * 1024)));
      throw new InvalidPack(NAME, faults);
    }
    PackFiles files = PackArchive.read(NAME, archive, limits, faults);
    return PackLoader.load(files, hosts, limits, faults);
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
