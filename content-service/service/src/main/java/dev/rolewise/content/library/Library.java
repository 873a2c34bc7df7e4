package dev.rolewise.content.library;

import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.store.ContentStore;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.StoredDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.log.Seldom;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which version is current and fetches documents of it. Every failure is a {@link
 * BusFailure}. Confined to one event loop.
 */
public final class Library {
  private static final Logger LOG = LoggerFactory.getLogger(Library.class);
  private static final Seldom SELDOM = new Seldom(Duration.ofSeconds(5));

  private final ContentStore store;
  private final String packId;
  private CurrentPack current;
  private Future<CurrentPack> changing;

  /** The library of one pack. */
  public Library(ContentStore store, String packId) {
    this.store = store;
    this.packId = packId;
  }

  /** The current pack, from memory once it is known; 503 when it cannot be known yet. */
  public Future<CurrentPack> current() {
    if (changing != null) {
      return changing;
    }
    return current == null ? refresh() : Future.succeededFuture(current);
  }

  /**
   * Another version has been published. Requests from now on wait for it: whoever heard the same
   * hint and reads again must not be handed what it just threw away.
   */
  public void changed() {
    Future<CurrentPack> refreshed =
        refresh()
            .recover(
                cause ->
                    current == null ? Future.failedFuture(cause) : Future.succeededFuture(current));
    changing = refreshed;
    refreshed.onComplete(
        done -> {
          if (changing == refreshed) {
            changing = null;
          }
        });
  }

  /** Looks again which version is current. What was known stays when the database is away. */
  public Future<CurrentPack> refresh() {
    return reachable(store.current(packId))
        .compose(
            found -> {
              found.ifPresent(pack -> current = pack);
              return current == null
                  ? Future.failedFuture(BusFailure.unavailable())
                  : Future.succeededFuture(current);
            });
  }

  /**
   * A document by its hash.
   *
   * @param use what to make of it
   */
  public <T> Future<T> document(
      DocumentKind kind, String id, String hash, Function<StoredDocument, T> use) {
    return reachable(store.document(kind, id, hash)).map(use);
  }

  /** All documents of one kind in the given version, ordered by id. */
  public Future<List<StoredDocument>> documents(CurrentPack pack, DocumentKind kind) {
    return reachable(store.documents(packId, pack.manifest().version(), kind));
  }

  /** Whatever the database says becomes a 503, and a line in the log. */
  static <T> Future<T> reachable(Future<T> read) {
    return read.recover(
        cause -> {
          SELDOM.say(
              times ->
                  LOG.warn(
                      "cannot read content from the database, {} times: {}",
                      times,
                      cause.getMessage()));
          return Future.failedFuture(BusFailure.unavailable());
        });
  }
}
