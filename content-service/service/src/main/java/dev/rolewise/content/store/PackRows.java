package dev.rolewise.content.store;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackHashes;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Writes the rows of one pack, piece by piece: no statement carries more than a moment's work, or a
 * large pack would be taken for a database that has fallen silent. Belongs into a transaction.
 */
final class PackRows {
  /** Characters of texts in one piece, unless a single document has more. */
  private static final int PIECE = 200_000;

  /** What a document has beside its texts. */
  private static final int BESIDE_TEXTS = 2_000;

  private final SqlConnection connection;
  private final Pack pack;
  private final PackHashes hashes;
  private final IntConsumer stored;

  /**
   * @param stored is told how many documents are written by now
   */
  PackRows(SqlConnection connection, Pack pack, PackHashes hashes, IntConsumer stored) {
    this.connection = connection;
    this.pack = pack;
    this.hashes = hashes;
    this.stored = stored;
  }

  /** Writes all of them; fails where an instrument is published with other content. */
  Future<Void> write() {
    return refuseChangedInstruments()
        .compose(
            fine ->
                connection
                    .preparedQuery(
                        "/* content.publish_pack */ "
                            + "INSERT INTO pack (id, version, hash, manifest) VALUES ($1, $2, $3, $4)")
                    .execute(
                        Tuple.of(
                            pack.manifest().id(),
                            pack.manifest().version(),
                            hashes.pack(),
                            pack.manifest().toJson())))
        .compose(inserted -> from(0));
  }

  private Future<Void> from(int first) {
    if (first >= pack.documents().size()) {
      return Future.succeededFuture();
    }
    List<Document> piece = piece(first);
    return documents(piece)
        .compose(inserted -> links(piece))
        .compose(
            linked -> {
              stored.accept(first + piece.size());
              return from(first + piece.size());
            });
  }

  private List<Document> piece(int first) {
    List<Document> piece = new ArrayList<>();
    int weight = 0;
    for (Document document : pack.documents().subList(first, pack.documents().size())) {
      weight += BESIDE_TEXTS + document.characters();
      if (!piece.isEmpty() && weight > PIECE) {
        break;
      }
      piece.add(document);
    }
    return piece;
  }

  private Future<Void> documents(List<Document> piece) {
    return connection
        .preparedQuery(
            "/* content.publish_document */ "
                + "INSERT INTO document (pack_id, kind, id, version, hash, structure, texts)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)"
                + " ON CONFLICT (pack_id, kind, id, hash) DO NOTHING")
        .executeBatch(piece.stream().map(this::row).toList())
        .mapEmpty();
  }

  private Future<Void> links(List<Document> piece) {
    return connection
        .preparedQuery(
            "/* content.publish_pack_document */ "
                + "INSERT INTO pack_document (pack_id, pack_version, kind, id, document_version)"
                + " SELECT $1, $2, $3, $4, version FROM document"
                + " WHERE pack_id = $1 AND kind = $3 AND id = $4 AND hash = $5")
        .executeBatch(
            piece.stream()
                .map(
                    document ->
                        Tuple.of(
                            pack.manifest().id(),
                            pack.manifest().version(),
                            document.kind().folder(),
                            document.id(),
                            hashes.of(document)))
                .toList())
        .mapEmpty();
  }

  private Tuple row(Document document) {
    return Tuple.of(pack.manifest().id(), document.kind().folder(), document.id())
        .addInteger(version(document))
        .addString(hashes.of(document))
        .addValue(document.structure())
        .addValue(document.textsJson());
  }

  /**
   * Instruments count for themselves; anything else has the version of the pack that brought it.
   */
  private int version(Document document) {
    return document.kind() == DocumentKind.INSTRUMENT
        ? document.structure().getInteger("version")
        : pack.manifest().version();
  }

  private Future<Void> refuseChangedInstruments() {
    Future<Void> result = Future.succeededFuture();
    for (Document instrument : pack.documents(DocumentKind.INSTRUMENT)) {
      int version = version(instrument);
      result =
          result
              .compose(
                  fine ->
                      connection
                          .preparedQuery(
                              "/* content.publish_changed_instrument */ "
                                  + "SELECT 1 FROM document WHERE kind = $1 AND id = $2"
                                  + " AND version = $3 AND hash <> $4")
                          .execute(
                              Tuple.of(
                                  instrument.kind().folder(),
                                  instrument.id(),
                                  version,
                                  hashes.of(instrument))))
              .compose(
                  rows ->
                      rows.size() == 0
                          ? Future.succeededFuture()
                          : Future.failedFuture(
                              PublicationRefused.sameInstrumentVersion(instrument.id(), version)));
    }
    return result;
  }
}
