package dev.rolewise.content.store;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.Pack;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All versions of packs that are stored, whole ones included, for those who edit them. */
public final class PackShelf {
  private final Pool pool;

  /** Reads through this pool. */
  public PackShelf(Pool pool) {
    this.pool = pool;
  }

  /**
   * The versions of all packs, the newest of each first.
   *
   * @param first id of the pack that comes before the others
   */
  public Future<List<PackVersion>> all(String first) {
    return read(first, null);
  }

  /** The versions of a pack, the newest first. */
  public Future<List<PackVersion>> versions(String packId) {
    return read(packId, packId);
  }

  private Future<List<PackVersion>> read(String first, String only) {
    return pool.preparedQuery(
            "/* content.shelf_versions */ "
                + "SELECT p.version, p.hash, p.manifest,"
                + " (SELECT count(*) FROM pack_document l"
                + " WHERE l.pack_id = p.id AND l.pack_version = p.version)::int AS documents,"
                + " c.pack_id IS NOT NULL AS current, w.pack_id IS NOT NULL AS withdrawn,"
                + " (SELECT max(h.published_at) FROM publication_history h"
                + " WHERE h.pack_id = p.id AND h.pack_version = p.version) AS published_at"
                + " FROM pack p"
                + " LEFT JOIN publication c ON c.pack_id = p.id AND c.pack_version = p.version"
                + " LEFT JOIN withdrawal w ON w.pack_id = p.id AND w.pack_version = p.version"
                + " WHERE $2::text IS NULL OR p.id = $2"
                + " ORDER BY p.id <> $1, p.id, p.version DESC")
        .execute(Tuple.of(first, only))
        .map(
            rows -> {
              List<PackVersion> versions = new ArrayList<>();
              rows.forEach(row -> versions.add(version(row)));
              return versions;
            });
  }

  /** One version whole; empty when it is not stored. */
  public Future<Optional<Pack>> pack(String packId, int version) {
    return versions(packId)
        .compose(
            versions ->
                versions.stream()
                    .filter(it -> it.manifest().version() == version)
                    .findFirst()
                    .map(it -> documents(it).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Pack> documents(PackVersion version) {
    return pool.preparedQuery(
            "/* content.shelf_documents */ "
                + "SELECT d.kind, d.id, d.structure, d.texts FROM pack_document l"
                + " JOIN document d ON d.pack_id = l.pack_id AND d.kind = l.kind"
                + " AND d.id = l.id AND d.version = l.document_version"
                + " WHERE l.pack_id = $1 AND l.pack_version = $2")
        .execute(Tuple.of(version.manifest().id(), version.manifest().version()))
        .map(
            rows -> {
              List<Document> documents = new ArrayList<>();
              rows.forEach(row -> documents.add(document(row)));
              documents.sort(Comparator.comparing(Document::kind).thenComparing(Document::id));
              return new Pack(version.manifest(), documents);
            });
  }

  private static Document document(Row row) {
    JsonObject texts = row.getJsonObject("texts");
    Map<String, JsonObject> byLanguage = new HashMap<>();
    texts.fieldNames().forEach(it -> byLanguage.put(it, texts.getJsonObject(it)));
    return new Document(
        DocumentKind.inFolder(row.getString("kind")).orElseThrow(),
        row.getString("id"),
        row.getJsonObject("structure"),
        byLanguage);
  }

  private static PackVersion version(Row row) {
    OffsetDateTime published = row.getOffsetDateTime("published_at");
    return new PackVersion(
        StoredManifest.of(row.getJsonObject("manifest")),
        row.getString("hash"),
        row.getInteger("documents"),
        row.getBoolean("current"),
        row.getBoolean("withdrawn"),
        published == null ? null : published.toInstant());
  }
}
