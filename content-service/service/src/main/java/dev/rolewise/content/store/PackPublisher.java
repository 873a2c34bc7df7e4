package dev.rolewise.content.store;

import dev.rolewise.content.pack.Manifest;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackHashes;
import dev.rolewise.content.store.Publication.Outcome;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * Stores a pack and makes it current, in one transaction under an advisory lock: any number of
 * processes may start at once with the same pack.
 */
public final class PackPublisher {
  /** Any constant will do as long as nobody else in the database takes the same one. */
  private static final long LOCK = 0x726f6c6577697365L;

  private final Pool pool;

  /** Publishes through this pool. */
  public PackPublisher(Pool pool) {
    this.pool = pool;
  }

  /**
   * Publishes a validated pack unless it has been published before, or a higher version is current.
   * One that was turned back on purpose stays so: a restart is no reason to turn forward again.
   *
   * @return what happened; fails with {@link PublicationRefused} when the same version of the pack,
   *     or of an instrument in it, is published with other content
   */
  public Future<Publication> publish(Pack pack) {
    PackHashes hashes = pack.hashes();
    String hash = hashes.pack();
    Manifest manifest = pack.manifest();
    return pool.withTransaction(
        connection ->
            lock(connection)
                .compose(locked -> stored(connection, pack))
                .compose(stored -> store(connection, pack, hashes, stored, now -> {}))
                .compose(stored -> current(connection, manifest.id()))
                .compose(
                    current ->
                        current != null && current.getInteger("version") >= manifest.version()
                            ? Future.succeededFuture(kept(manifest, current))
                            : publishUnlessTurnedBack(connection, pack, hash, current))
                .compose(
                    made ->
                        SearchIndex.complete(connection, made.pack(), made.version()).map(made)));
  }

  /** Makes a stored version searchable that a program without search has published. */
  public Future<Void> index(String pack, int version) {
    return index(pack, version, now -> {});
  }

  /**
   * Makes a stored version searchable.
   *
   * @param done is told how many of its documents are
   */
  public Future<Void> index(String pack, int version, IntConsumer done) {
    return pool.withTransaction(
        connection -> SearchIndex.complete(connection, pack, version, done));
  }

  /**
   * Stores a validated pack without making it current; one that is there already is fine.
   *
   * @param hashes of it
   * @param written is told how many of its documents are
   * @return done; fails as {@link #publish(Pack)} does
   */
  public Future<Void> store(Pack pack, PackHashes hashes, IntConsumer written) {
    return pool.withTransaction(
        connection ->
            lock(connection)
                .compose(locked -> stored(connection, pack))
                .compose(stored -> store(connection, pack, hashes, stored, written)));
  }

  /**
   * Makes a stored version current, an earlier one as well as a later one.
   *
   * @param base the version that is current as far as the editor knows, null for none
   * @return what happened; fails with {@link PublishedMeanwhile} when another is current, with
   *     {@link NoSuchVersion} or {@link WithdrawnVersion} when this one cannot be
   */
  public Future<Publication> publish(String id, int version, Integer base) {
    return pool.withTransaction(
        connection ->
            lock(connection)
                .compose(locked -> usable(connection, id, version))
                .compose(
                    hash ->
                        current(connection, id)
                            .compose(
                                current -> {
                                  Integer now =
                                      current == null ? null : current.getInteger("version");
                                  if (!Objects.equals(now, base)) {
                                    return Future.failedFuture(new PublishedMeanwhile(now));
                                  }
                                  if (now != null && now == version) {
                                    return Future.succeededFuture(
                                        new Publication(Outcome.UNCHANGED, id, version, hash));
                                  }
                                  return switchTo(connection, id, version, hash);
                                }))
                .compose(made -> SearchIndex.complete(connection, id, version).map(made)));
  }

  /**
   * Takes a stored version out of use for new rounds, for good.
   *
   * @return done, also when it was withdrawn before; fails with {@link NoSuchVersion}
   */
  public Future<Void> withdraw(String id, int version) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(
                    "/* content.withdraw_known */ "
                        + "SELECT 1 FROM pack WHERE id = $1 AND version = $2")
                .execute(Tuple.of(id, version))
                .compose(
                    known ->
                        known.size() == 0
                            ? Future.failedFuture(new NoSuchVersion())
                            : connection
                                .preparedQuery(
                                    "/* content.withdraw */ "
                                        + "INSERT INTO withdrawal (pack_id, pack_version)"
                                        + " VALUES ($1, $2) ON CONFLICT DO NOTHING")
                                .execute(Tuple.of(id, version)))
                .mapEmpty());
  }

  /** The hash of a version that may become current. */
  private static Future<String> usable(SqlConnection connection, String id, int version) {
    return connection
        .preparedQuery(
            "/* content.publish_usable */ "
                + "SELECT p.hash, w.pack_id IS NOT NULL AS withdrawn FROM pack p"
                + " LEFT JOIN withdrawal w ON w.pack_id = p.id AND w.pack_version = p.version"
                + " WHERE p.id = $1 AND p.version = $2")
        .execute(Tuple.of(id, version))
        .compose(
            rows -> {
              if (rows.size() == 0) {
                return Future.failedFuture(new NoSuchVersion());
              }
              Row row = rows.iterator().next();
              return row.getBoolean("withdrawn")
                  ? Future.failedFuture(new WithdrawnVersion())
                  : Future.succeededFuture(row.getString("hash"));
            });
  }

  private static Future<Void> lock(SqlConnection connection) {
    return connection
        .preparedQuery("/* content.publish_lock */ " + "SELECT pg_advisory_xact_lock($1)")
        .execute(Tuple.of(LOCK))
        .mapEmpty();
  }

  /** The hash under which this version of the pack is stored, null when it is not. */
  private static Future<String> stored(SqlConnection connection, Pack pack) {
    return connection
        .preparedQuery(
            "/* content.publish_stored_hash */ "
                + "SELECT hash FROM pack WHERE id = $1 AND version = $2")
        .execute(Tuple.of(pack.manifest().id(), pack.manifest().version()))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("hash"));
  }

  private static Future<Void> store(
      SqlConnection connection, Pack pack, PackHashes hashes, String stored, IntConsumer written) {
    if (hashes.pack().equals(stored)) {
      return Future.succeededFuture();
    }
    return stored == null
        ? new PackRows(connection, pack, hashes, written).write()
        : Future.failedFuture(
            PublicationRefused.samePackVersion(pack.manifest().id(), pack.manifest().version()));
  }

  /** The row of the current version, null when nothing is published. */
  private static Future<Row> current(SqlConnection connection, String id) {
    return connection
        .preparedQuery(
            "/* content.publish_current */ "
                + "SELECT p.version, p.hash FROM publication c"
                + " JOIN pack p ON p.id = c.pack_id AND p.version = c.pack_version"
                + " WHERE c.pack_id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next());
  }

  private static Publication kept(Manifest manifest, Row current) {
    int version = current.getInteger("version");
    Outcome outcome = version == manifest.version() ? Outcome.UNCHANGED : Outcome.OLDER;
    return new Publication(outcome, manifest.id(), version, current.getString("hash"));
  }

  private static Future<Publication> publishUnlessTurnedBack(
      SqlConnection connection, Pack pack, String hash, Row current) {
    String id = pack.manifest().id();
    int version = pack.manifest().version();
    return connection
        .preparedQuery(
            "/* content.publish_before */ "
                + "SELECT 1 FROM publication_history WHERE pack_id = $1 AND pack_version = $2")
        .execute(Tuple.of(id, version))
        .compose(
            before ->
                before.size() == 0 || current == null
                    ? switchTo(connection, id, version, hash)
                    : Future.succeededFuture(
                        new Publication(
                            Outcome.TURNED_BACK,
                            id,
                            current.getInteger("version"),
                            current.getString("hash"))));
  }

  private static Future<Publication> switchTo(
      SqlConnection connection, String id, int version, String hash) {
    return connection
        .preparedQuery(
            "/* content.publish_switch */ "
                + "INSERT INTO publication (pack_id, pack_version) VALUES ($1, $2)"
                + " ON CONFLICT (pack_id)"
                + " DO UPDATE SET pack_version = EXCLUDED.pack_version, published_at = now()")
        .execute(Tuple.of(id, version))
        .compose(
            published ->
                connection
                    .preparedQuery(
                        "/* content.publish_note */ "
                            + "INSERT INTO publication_history (pack_id, number, pack_version)"
                            + " SELECT $1, coalesce(max(number), 0) + 1, $2"
                            + " FROM publication_history WHERE pack_id = $1")
                    .execute(Tuple.of(id, version)))
        .map(noted -> new Publication(Outcome.PUBLISHED, id, version, hash));
  }
}
