package dev.rolewise.content.store;

import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.Manifest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads packs. Futures fail with whatever the database says; the library makes it a 503. */
public final class ContentStore {
  private final Pool pool;

  /** Reads through this pool. */
  public ContentStore(Pool pool) {
    this.pool = pool;
  }

  /** The current version of a pack; empty when none is published. */
  public Future<Optional<CurrentPack>> current(String packId) {
    return pool.preparedQuery(
            "/* content.pack_current */ "
                + "SELECT p.id, p.hash, p.manifest FROM publication c"
                + " JOIN pack p ON p.id = c.pack_id AND p.version = c.pack_version"
                + " WHERE c.pack_id = $1")
        .execute(Tuple.of(packId))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : index(rows.iterator().next()).map(Optional::of));
  }

  private Future<CurrentPack> index(Row row) {
    Manifest manifest = StoredManifest.of(row.getJsonObject("manifest"));
    // versions never change, so nothing can come between these reads; one after the other, because
    // a second connection may have to be opened first
    return pool.preparedQuery(
            "/* content.pack_documents */ "
                + "SELECT d.kind, d.id, d.hash FROM pack_document l"
                + " JOIN document d ON d.pack_id = l.pack_id AND d.kind = l.kind"
                + " AND d.id = l.id AND d.version = l.document_version"
                + " WHERE l.pack_id = $1 AND l.pack_version = $2 ORDER BY d.kind, d.id")
        .execute(Tuple.of(manifest.id(), manifest.version()))
        .compose(
            documents ->
                pool.preparedQuery(
                        "/* content.instrument_versions */ "
                            + "SELECT id, version, hash FROM document WHERE kind = $1")
                    .execute(Tuple.of(DocumentKind.INSTRUMENT.folder()))
                    .compose(
                        instruments ->
                            withdrawn(manifest.id())
                                .map(
                                    withdrawn ->
                                        new CurrentPack(
                                            manifest,
                                            row.getString("hash"),
                                            hashes(documents),
                                            versions(instruments),
                                            withdrawn))));
  }

  /** Hashes of instruments of which every version of the pack that has them was withdrawn. */
  private Future<Set<String>> withdrawn(String packId) {
    return pool.preparedQuery(
            "/* content.instruments_withdrawn */ "
                + "SELECT d.hash FROM pack_document l"
                + " JOIN document d ON d.pack_id = l.pack_id AND d.kind = l.kind"
                + " AND d.id = l.id AND d.version = l.document_version"
                + " LEFT JOIN withdrawal w"
                + " ON w.pack_id = l.pack_id AND w.pack_version = l.pack_version"
                + " WHERE l.pack_id = $1 AND l.kind = $2"
                + " GROUP BY d.hash HAVING bool_and(w.pack_id IS NOT NULL)")
        .execute(Tuple.of(packId, DocumentKind.INSTRUMENT.folder()))
        .map(
            rows -> {
              Set<String> hashes = new HashSet<>();
              rows.forEach(found -> hashes.add(found.getString("hash")));
              return hashes;
            });
  }

  private static Map<DocumentKind, Map<String, String>> hashes(RowSet<Row> rows) {
    Map<DocumentKind, Map<String, String>> hashes = new EnumMap<>(DocumentKind.class);
    for (Row row : rows) {
      DocumentKind.inFolder(row.getString("kind"))
          .ifPresent(
              kind ->
                  hashes
                      .computeIfAbsent(kind, key -> new TreeMap<>())
                      .put(row.getString("id"), row.getString("hash")));
    }
    return hashes;
  }

  private static Map<String, SortedMap<Integer, String>> versions(RowSet<Row> rows) {
    Map<String, SortedMap<Integer, String>> versions = new HashMap<>();
    for (Row row : rows) {
      versions
          .computeIfAbsent(row.getString("id"), key -> new TreeMap<>())
          .put(row.getInteger("version"), row.getString("hash"));
    }
    return versions;
  }

  /**
   * One document by its hash, from whichever pack has it: rounds outlive the pack that was shown
   * when they opened. Fails when it is not there.
   */
  public Future<StoredDocument> document(DocumentKind kind, String id, String hash) {
    return pool.preparedQuery(
            "/* content.instrument_get */ "
                + "SELECT id, version, hash, structure, texts FROM document"
                + " WHERE kind = $1 AND id = $2 AND hash = $3 LIMIT 1")
        .execute(Tuple.of(kind.folder(), id, hash))
        .map(rows -> stored(rows.iterator().next()));
  }

  /** All documents of one kind in one version of a pack, ordered by id. */
  public Future<List<StoredDocument>> documents(String packId, int packVersion, DocumentKind kind) {
    return pool.preparedQuery(
            "/* content.document_list */ "
                + "SELECT d.id, d.version, d.hash, d.structure, d.texts FROM pack_document l"
                + " JOIN document d ON d.pack_id = l.pack_id AND d.kind = l.kind"
                + " AND d.id = l.id AND d.version = l.document_version"
                + " WHERE l.pack_id = $1 AND l.pack_version = $2 AND l.kind = $3 ORDER BY d.id")
        .execute(Tuple.of(packId, packVersion, kind.folder()))
        .map(
            rows -> {
              List<StoredDocument> documents = new ArrayList<>();
              rows.forEach(row -> documents.add(stored(row)));
              return documents;
            });
  }

  private static StoredDocument stored(Row row) {
    return new StoredDocument(
        row.getString("id"),
        row.getInteger("version"),
        row.getString("hash"),
        row.getJsonObject("structure"),
        row.getJsonObject("texts"));
  }
}
