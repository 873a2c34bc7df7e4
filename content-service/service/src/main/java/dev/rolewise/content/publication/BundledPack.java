package dev.rolewise.content.publication;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.ContentPublished;
import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.store.PackPublisher;
import dev.rolewise.content.store.Publication;
import dev.rolewise.content.store.PublicationRefused;
import dev.rolewise.content.validation.PackLoader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the pack on the class path when it is newer than what the database has. A pack that is
 * refused changes nothing: what is published keeps serving. While the database is away it tries
 * again, so that the service starts in any order.
 */
public final class BundledPack {
  private static final Logger LOG = LoggerFactory.getLogger(BundledPack.class);
  private static final int SHORTEST_PAUSE_MILLIS = 500;
  private static final int LONGEST_PAUSE_MILLIS = 2_000;

  private final Vertx vertx;
  private final PackPublisher publisher;
  private final String folder;
  private boolean stopped;

  /** Publishes the pack in this class path folder. */
  public BundledPack(Vertx vertx, PackPublisher publisher, String folder) {
    this.vertx = vertx;
    this.publisher = publisher;
    this.folder = folder;
  }

  /**
   * Publishes. Without a database this is done all the same, and goes on trying by itself.
   *
   * @return what came of the first attempt; empty when the pack was refused or the database is
   *     away; fails when the class path has no such pack
   */
  public Future<Optional<Publication>> publish() {
    return vertx
        .executeBlocking(() -> PackLoader.load(PackFiles.onClassPath(folder)), false)
        .compose(
            this::attempt,
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

  private Future<Optional<Publication>> attempt(Pack pack) {
    return publisher
        .publish(pack)
        .map(
            publication -> {
              announce(publication);
              return Optional.of(publication);
            })
        .otherwise(
            cause -> {
              if (cause instanceof PublicationRefused) {
                LOG.error("{} The published version keeps serving.", cause.getMessage());
              } else {
                LOG.warn(
                    "Cannot publish content pack {} yet, trying again: {}",
                    pack.manifest().id(),
                    cause.getMessage());
                tryAgain(pack);
              }
              return Optional.empty();
            });
  }

  private void tryAgain(Pack pack) {
    // jitter: processes that lost the same database must not come back at the same moment
    long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
    vertx.setTimer(
        pause,
        rung -> {
          if (!stopped) {
            attempt(pack);
          }
        });
  }

  private void announce(Publication publication) {
    LOG.info(
        "Content pack {} version {} is current ({})",
        publication.pack(),
        publication.version(),
        publication.outcome());
    if (publication.outcome() == Publication.Outcome.PUBLISHED) {
      ContentPublished hint =
          new ContentPublished(publication.pack(), publication.version(), publication.hash());
      vertx.eventBus().publish(ContentAddress.PUBLISHED, hint.toJson());
    }
  }
}
