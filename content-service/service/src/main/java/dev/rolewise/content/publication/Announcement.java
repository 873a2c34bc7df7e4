package dev.rolewise.content.publication;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.ContentPublished;
import dev.rolewise.content.store.Publication;
import io.vertx.core.Vertx;

/** Tells everybody on the bus to read again. */
public final class Announcement {
  private final Vertx vertx;

  /** Announces on the bus of this Vert.x. */
  public Announcement(Vertx vertx) {
    this.vertx = vertx;
  }

  /** A version has become current. */
  public void make(Publication publication) {
    again(publication.pack(), publication.version(), publication.hash());
  }

  /** Something about a version has changed that readers keep in mind. */
  public void again(String pack, int version, String hash) {
    vertx
        .eventBus()
        .publish(ContentAddress.PUBLISHED, new ContentPublished(pack, version, hash).toJson());
  }
}
