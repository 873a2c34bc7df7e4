package dev.rolewise.content.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.SearchRequest;
import dev.rolewise.content.library.Searches;
import dev.rolewise.content.search.QueryWord;
import dev.rolewise.content.search.WordQuery;
import dev.rolewise.content.search.Words;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.SearchHit;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What the current pack says about some words. What has all of them; when nothing has, what has
 * some.
 *
 * @param documents of their own, so that what strangers make up pushes no document out of memory
 */
public record Search(Documents documents, Searches searches) implements Operation {
  /** Who looks for more than a page should look for something else. */
  private static final int MOST_HITS = 20;

  /** Further words are ignored: nobody needs them, and each costs a look. */
  private static final int MOST_WORDS = 16;

  @Override
  public String address() {
    return ContentAddress.SEARCH;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    SearchRequest request = SearchRequest.from(body);
    return documents.whole(
        address(),
        request.q(),
        request.locale(),
        (pack, language) -> searches.run(() -> search(pack, language, request.q())));
  }

  private Future<JsonObject> search(CurrentPack pack, String language, String query) {
    List<String> words = Words.of(query).stream().limit(MOST_WORDS).toList();
    if (words.isEmpty()) {
      return Future.succeededFuture(reply(query, List.of(), List.of()));
    }
    return searches
        .words(pack, language, words)
        .compose(
            known -> {
              WordQuery wanted = WordQuery.of(known);
              return wanted.isEmpty()
                  ? Future.succeededFuture(reply(query, List.of(), known))
                  : searches
                      .hits(pack, language, wanted, MOST_HITS)
                      .map(hits -> reply(query, hits, known));
            });
  }

  private static JsonObject reply(String query, List<SearchHit> hits, List<QueryWord> words) {
    boolean whole = hits.stream().anyMatch(SearchHit::whole);
    JsonArray items = new JsonArray();
    for (SearchHit hit : hits) {
      if (hit.whole() || !whole) {
        items.add(
            new JsonObject()
                .put("kind", hit.kind())
                .put("id", hit.id())
                .put("title", hit.title())
                .put("snippet", hit.snippet().toJson()));
      }
    }
    JsonArray notFound = new JsonArray();
    for (QueryWord word : words) {
      if (!word.found()) {
        notFound.add(
            new JsonObject()
                .put("word", word.word())
                .put("instead", new JsonArray(word.instead())));
      }
    }
    return new JsonObject().put("query", query).put("items", items).put("notFound", notFound);
  }
}
