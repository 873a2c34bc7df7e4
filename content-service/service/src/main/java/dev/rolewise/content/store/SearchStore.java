package dev.rolewise.content.store;

import dev.rolewise.content.search.QueryWord;
import dev.rolewise.content.search.Snippet;
import dev.rolewise.content.search.WordQuery;
import dev.rolewise.content.search.Words;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Searches one version of a pack in one language. Fails with whatever the database says. */
public final class SearchStore {
  private static final String MARKS =
      "StartSel=\"\u0002\", StopSel=\"\u0003\", MaxWords=32, MinWords=14, ShortWord=0";

  /** By the index of stems, however large a pack is: a test looks at how it is carried out. */
  static final String HITS =
      "/* content.search_hits */ "
          + "SELECT e.kind, e.id, e.title, e.whole, p.passage,"
          + " ts_headline(search_configuration($3), p.passage,"
          + " to_tsquery(search_configuration($3), $5), $6) AS marked"
          + " FROM (SELECT kind, id, title, passages,"
          + " words @@ to_tsquery(search_configuration($3), $4) AS whole,"
          + " ts_rank('{0.1, 0.1, 0.4, 1}', words,"
          + " to_tsquery(search_configuration($3), $5)) AS rank"
          + " FROM search_entry WHERE pack_id = $1 AND pack_version = $2 AND language = $3"
          + " AND words @@ to_tsquery(search_configuration($3), $5)"
          + " ORDER BY whole DESC, rank DESC, kind, id LIMIT $7) AS e"
          + " CROSS JOIN LATERAL (SELECT l.passage"
          + " FROM unnest(string_to_array(e.passages, E'\\n')) WITH ORDINALITY"
          + " AS l (passage, place)"
          + " ORDER BY ts_rank(to_tsvector(search_configuration($3), l.passage),"
          + " to_tsquery(search_configuration($3), $5)) DESC, l.place LIMIT 1) AS p"
          + " ORDER BY e.whole DESC, e.rank DESC, e.kind, e.id";

  private final Pool pool;
  private final PackPublisher publisher;

  /**
   * Searches through this pool.
   *
   * @param publisher makes up for what a program without search has published
   */
  public SearchStore(Pool pool, PackPublisher publisher) {
    this.pool = pool;
    this.publisher = publisher;
  }

  /** Makes sure that the version can be searched. */
  public Future<Void> ready(String pack, int version) {
    return pool.preparedQuery(
            "/* content.search_ready */ "
                + "SELECT 1 FROM search_index WHERE pack_id = $1 AND pack_version = $2")
        .execute(Tuple.of(pack, version))
        .compose(
            rows -> rows.size() > 0 ? Future.succeededFuture() : publisher.index(pack, version));
  }

  /**
   * What the pack knows about words: all but those that the language counts for nothing, such as
   * "the".
   */
  public Future<List<QueryWord>> words(
      String pack, int version, String language, List<String> words) {
    return pool.preparedQuery(
            "/* content.search_words */ "
                + "SELECT k.word, k.found, CASE WHEN NOT k.found THEN"
                + " (SELECT string_agg(m.word, ' ') FROM search_meant($1, $2, $3, k.plain)"
                + " AS m (word)) END AS instead"
                + " FROM (SELECT w.word, w.plain, w.place, EXISTS (SELECT 1 FROM search_entry e"
                + " WHERE e.pack_id = $1 AND e.pack_version = $2 AND e.language = $3"
                + " AND e.words @@ to_tsquery(search_configuration($3), w.term)) AS found"
                + " FROM unnest(string_to_array($4, ' '), string_to_array($5, ' '),"
                + " string_to_array($6, '/')) WITH ORDINALITY AS w (word, plain, term, place)"
                + " WHERE numnode(to_tsquery(search_configuration($3), w.word)) > 0) AS k"
                + " ORDER BY k.place")
        .execute(
            Tuple.of(pack, version, language)
                .addString(String.join(" ", words))
                .addString(String.join(" ", words.stream().map(Words::plain).toList()))
                .addString(String.join("/", terms(words))))
        .map(
            rows -> {
              List<QueryWord> known = new ArrayList<>();
              rows.forEach(row -> known.add(word(row)));
              return known;
            });
  }

  private static List<String> terms(List<String> words) {
    List<String> terms = new ArrayList<>(words);
    int last = terms.size() - 1;
    terms.set(last, QueryWord.beginning(terms.get(last)));
    return terms;
  }

  private static QueryWord word(Row row) {
    String instead = row.getString("instead");
    return new QueryWord(
        row.getString("word"),
        row.getBoolean("found"),
        instead == null ? List.of() : List.of(instead.split(" ")));
  }

  /** The best hits first; those that have all words before those that have some. */
  public Future<List<SearchHit>> hits(
      String pack, int version, String language, WordQuery query, int most) {
    return pool.preparedQuery(HITS)
        .execute(
            Tuple.of(pack, version, language)
                .addString(query.all())
                .addString(query.any())
                .addString(MARKS)
                .addInteger(most))
        .map(
            rows -> {
              List<SearchHit> hits = new ArrayList<>();
              rows.forEach(row -> hits.add(hit(row)));
              return hits;
            });
  }

  private static SearchHit hit(Row row) {
    return new SearchHit(
        row.getString("kind"),
        row.getString("id"),
        row.getString("title"),
        Snippet.of(row.getString("marked"), row.getString("passage")),
        row.getBoolean("whole"));
  }
}
