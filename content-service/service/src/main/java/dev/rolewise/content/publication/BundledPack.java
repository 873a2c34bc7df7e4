package dev.rolewise.content.publication;

import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.store.ContentStore;
import dev.rolewise.content.store.PackPublisher;
import dev.rolewise.content.store.Publication;
import dev.rolewise.content.store.PublicationRefused;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.postgres.FullDisk;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Publishes the pack on the class path when it is newer than what the database has. A pack that is
 * refused changes nothing: what is published keeps serving. A pack of somebody's own is not on the
 * class path; it has to be published in the database already. While the database is away it tries
 * again, so that the service starts in any order.
 */
public final class BundledPack {
  private static final Logger LOG = LoggerFactory.getLogger(BundledPack.class);

  /** No connection, no such role or database, no room, shutting down; no right, no table. */
  private static final Pattern OF_DATABASE = Pattern.compile("(08|28|3D|53|57)...|42501|42P01");

  private static final String SCHEMA = "content";
  private static final String NOWHERE =
      "content.pack is %1$s, but this program has no such pack and none is published in the"
          + " database. Start with another one, import and publish %1$s, and start again.";
  private static final int SHORTEST_PAUSE_MILLIS = 500;
  private static final int LONGEST_PAUSE_MILLIS = 2_000;

  private final Vertx vertx;
  private final PackPublisher publisher;
  private final ContentStore store;
  private final String id;
  private boolean stopped;
  private String reason;

  /** Publishes the pack of this id, wherever it is. */
  public BundledPack(Vertx vertx, PackPublisher publisher, ContentStore store, String id) {
    this.vertx = vertx;
    this.publisher = publisher;
    this.store = store;
    this.id = id;
  }

  /**
   * Publishes, as often as it takes until the database can be reached.
   *
   * @return what came of it; empty when nothing had to be published, the pack was refused or this
   *     was stopped; fails when there is no such pack, neither on the class path nor published
   */
  public Future<Optional<Publication>> publish() {
    String folder = "packs/" + id;
    if (!PackFiles.areOnClassPath(folder)) {
      return published();
    }
    return vertx
        .executeBlocking(() -> PackLoader.load(PackFiles.onClassPath(folder)), false)
        .compose(
            pack -> patiently(() -> publisher.publish(pack).map(this::announced)),
            cause -> {
              if (cause instanceof InvalidPack) {
                LOG.error("{}", cause.getMessage());
                return Future.succeededFuture(Optional.empty());
              }
              return Future.failedFuture(cause);
            });
  }

  /** No further attempts. */
  public void stop() {
    stopped = true;
  }

  private Future<Optional<Publication>> published() {
    return patiently(
        () ->
            store
                .current(id)
                .compose(
                    found ->
                        found.isPresent()
                            ? Future.succeededFuture(Optional.empty())
                            : Future.failedFuture(new StartFault(NOWHERE.formatted(id)))));
  }

  private Future<Optional<Publication>> patiently(Supplier<Future<Optional<Publication>>> attempt) {
    if (stopped) {
      return Future.succeededFuture(Optional.empty());
    }
    return attempt
        .get()
        .recover(
            cause -> {
              if (cause instanceof StartFault) {
                return Future.failedFuture(cause);
              }
              if (cause instanceof PublicationRefused) {
                LOG.error("{} The published version keeps serving.", cause.getMessage());
                return Future.succeededFuture(Optional.empty());
              }
              tell(cause);
              return pause().compose(rung -> patiently(attempt));
            });
  }

  /** Once for each reason; that the database cannot be used is told by whoever watches it. */
  private void tell(Throwable cause) {
    if (cause instanceof PgException refused && FullDisk.STATE.equals(refused.getSqlState())) {
      FullDisk.noticed(SCHEMA);
    }
    String why = String.valueOf(cause.getMessage());
    if (!why.equals(reason)) {
      reason = why;
      boolean ofPack =
          cause instanceof PgException refused
              && !OF_DATABASE.matcher(String.valueOf(refused.getSqlState())).matches();
      LOG.atLevel(ofPack ? Level.WARN : Level.INFO)
          .log("Cannot show content pack {} yet, trying again: {}", id, why);
    }
  }

  /** With jitter: processes that lost the same database must not come back at the same moment. */
  private Future<Void> pause() {
    long millis = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
    return vertx.timer(millis).mapEmpty();
  }

  private Optional<Publication> announced(Publication publication) {
    LOG.info(
        "Content pack {} version {} is current ({})",
        publication.pack(),
        publication.version(),
        publication.outcome());
    if (publication.outcome() == Publication.Outcome.PUBLISHED) {
      new Announcement(vertx).make(publication);
    }
    return Optional.of(publication);
  }
}
