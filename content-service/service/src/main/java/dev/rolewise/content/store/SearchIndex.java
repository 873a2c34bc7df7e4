package dev.rolewise.content.store;

import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.search.SearchEntry;
import dev.rolewise.content.search.SearchTexts;
import dev.rolewise.content.search.Vocabulary;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Writes what can be searched in one version of a pack, out of the documents that are stored: also
 * for a version that a program without search has published. Works through a large pack piece by
 * piece; belongs into a transaction.
 */
final class SearchIndex {
  /** Bytes of texts in one piece, unless a single document has more. */
  private static final int PIECE = 200_000;

  private static final int DOCUMENTS_AT_ONCE = 100;

  /** PostgreSQL takes a megabyte of stems; nobody reads a document that long. */
  private static final int MOST_CHARACTERS = 200_000;

  private final SqlConnection connection;
  private final String pack;
  private final int version;
  private final IntConsumer done;

  private SearchIndex(SqlConnection connection, String pack, int version, IntConsumer done) {
    this.connection = connection;
    this.pack = pack;
    this.version = version;
    this.done = done;
  }

  /** Writes it unless it is there. Of two at once, one waits for the other. */
  static Future<Void> complete(SqlConnection connection, String pack, int version) {
    return complete(connection, pack, version, now -> {});
  }

  /**
   * The same.
   *
   * @param done is told how many documents are
   */
  static Future<Void> complete(
      SqlConnection connection, String pack, int version, IntConsumer done) {
    return new SearchIndex(connection, pack, version, done).complete();
  }

  private Future<Void> complete() {
    return connection
        .preparedQuery(
            "/* content.index_begin */ "
                + "INSERT INTO search_index (pack_id, pack_version) VALUES ($1, $2)"
                + " ON CONFLICT DO NOTHING")
        .execute(Tuple.of(pack, version))
        .compose(inserted -> inserted.rowCount() == 0 ? Future.succeededFuture() : languages());
  }

  private Future<Void> languages() {
    return connection
        .preparedQuery(
            "/* content.index_languages */ "
                + "SELECT manifest FROM pack WHERE id = $1 AND version = $2")
        .execute(Tuple.of(pack, version))
        .compose(
            rows -> {
              JsonObject manifest = rows.iterator().next().getJsonObject("manifest");
              List<String> languages = JsonItems.texts(manifest, "languages");
              return pieces().compose(pieces -> after("", "", languages, 0, pieces.iterator()));
            });
  }

  /** How many documents to take at once, one piece after the other: large ones by themselves. */
  private Future<List<Integer>> pieces() {
    return connection
        .preparedQuery(
            "/* content.index_sizes */ "
                + "SELECT octet_length(d.texts::text) AS bytes FROM pack_document l"
                + " JOIN document d ON d.pack_id = l.pack_id AND d.kind = l.kind"
                + " AND d.id = l.id AND d.version = l.document_version"
                + " WHERE l.pack_id = $1 AND l.pack_version = $2 ORDER BY l.kind, l.id")
        .execute(Tuple.of(pack, version))
        .map(
            rows -> {
              List<Integer> pieces = new ArrayList<>();
              int documents = 0;
              int bytes = 0;
              for (Row row : rows) {
                int next = row.getInteger("bytes");
                if (documents == DOCUMENTS_AT_ONCE || documents > 0 && bytes + next > PIECE) {
                  pieces.add(documents);
                  documents = 0;
                  bytes = 0;
                }
                documents++;
                bytes += next;
              }
              pieces.add(documents);
              return pieces;
            });
  }

  private Future<Void> after(
      String kind, String id, List<String> languages, int before, Iterator<Integer> pieces) {
    done.accept(before);
    if (!pieces.hasNext()) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery(
            "/* content.index_documents */ "
                + "SELECT d.kind, d.id, d.structure, d.texts FROM pack_document l"
                + " JOIN document d ON d.pack_id = l.pack_id AND d.kind = l.kind"
                + " AND d.id = l.id AND d.version = l.document_version"
                + " WHERE l.pack_id = $1 AND l.pack_version = $2 AND (l.kind, l.id) > ($3, $4)"
                + " ORDER BY l.kind, l.id LIMIT $5")
        .execute(Tuple.of(pack, version, kind, id, pieces.next()))
        .compose(
            documents -> {
              Future<Void> written = Future.succeededFuture();
              for (String language : languages) {
                List<SearchEntry> entries = entries(documents, language);
                written = written.compose(earlier -> write(language, entries));
              }
              return documents.size() == 0
                  ? written
                  : written.compose(
                      all -> afterLast(documents, languages, before + documents.size(), pieces));
            });
  }

  private Future<Void> afterLast(
      RowSet<Row> documents, List<String> languages, int soFar, Iterator<Integer> pieces) {
    Row last = null;
    for (Row row : documents) {
      last = row;
    }
    return after(last.getString("kind"), last.getString("id"), languages, soFar, pieces);
  }

  private static List<SearchEntry> entries(RowSet<Row> documents, String language) {
    List<SearchEntry> entries = new ArrayList<>();
    for (Row row : documents) {
      JsonObject texts = row.getJsonObject("texts").getJsonObject(language);
      DocumentKind kind = DocumentKind.inFolder(row.getString("kind")).orElse(null);
      if (texts != null && kind != null) {
        entries.addAll(
            SearchTexts.of(kind, row.getString("id"), row.getJsonObject("structure"), texts));
      }
    }
    return entries;
  }

  private Future<Void> write(String language, List<SearchEntry> entries) {
    if (entries.isEmpty()) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery(
            "/* content.index_entry */ "
                + "INSERT INTO search_entry"
                + " (pack_id, pack_version, language, kind, id, title, passages, words)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7,"
                + " setweight(to_tsvector(search_configuration($3), $6), 'A')"
                + " || setweight(to_tsvector(search_configuration($3), $8), 'B')"
                + " || setweight(to_tsvector(search_configuration($3), $9), 'C'))")
        .executeBatch(entries.stream().map(entry -> row(language, entry)).toList())
        .compose(written -> writeWords(language, Vocabulary.of(entries)));
  }

  private Tuple row(String language, SearchEntry entry) {
    return Tuple.of(pack, version, language, entry.kind().code(), entry.id())
        .addString(entry.title())
        .addString(lines(entry.passages()))
        .addString(lines(entry.responsibilities()))
        .addString(lines(entry.body()));
  }

  private static String lines(List<String> passages) {
    String lines = String.join("\n", passages);
    return lines.length() <= MOST_CHARACTERS
        ? lines
        : lines.substring(0, lines.lastIndexOf(' ', MOST_CHARACTERS));
  }

  private Future<Void> writeWords(String language, Vocabulary vocabulary) {
    return connection
        .preparedQuery(
            "/* content.index_words */ "
                + "INSERT INTO search_word (pack_id, pack_version, language, word, plain)"
                + " SELECT $1, $2, $3, w.word, w.plain"
                + " FROM unnest(string_to_array($4, ' '), string_to_array($5, ' '))"
                + " AS w (word, plain)"
                + " ON CONFLICT DO NOTHING")
        .execute(
            Tuple.of(
                pack,
                version,
                language,
                String.join(" ", vocabulary.words()),
                String.join(" ", vocabulary.plain())))
        .mapEmpty();
  }
}
