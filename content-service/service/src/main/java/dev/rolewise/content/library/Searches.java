package dev.rolewise.content.library;

import dev.rolewise.content.search.QueryWord;
import dev.rolewise.content.search.WordQuery;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.SearchHit;
import dev.rolewise.content.store.SearchStore;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/**
 * Searches the current pack. Anybody may search for anything, and each new search is work for the
 * database: only so many run at once, and the others are told to come back, so that documents can
 * still be read. Confined to one event loop.
 */
public final class Searches {
  private final SearchStore store;
  private final int mostAtOnce;
  private int underWay;

  /**
   * @param mostAtOnce fewer than the database has connections for this process
   */
  public Searches(SearchStore store, int mostAtOnce) {
    this.store = store;
    this.mostAtOnce = mostAtOnce;
  }

  /** Runs one search; 503 when there are too many. */
  public <T> Future<T> run(Supplier<Future<T>> search) {
    if (underWay >= mostAtOnce) {
      return Future.failedFuture(BusFailure.unavailable());
    }
    underWay++;
    // composed, so that what is thrown for want of time gives the place back as well
    return Future.succeededFuture().compose(go -> search.get()).onComplete(done -> underWay--);
  }

  /** What the pack knows about words. */
  public Future<List<QueryWord>> words(CurrentPack pack, String language, List<String> words) {
    String id = pack.manifest().id();
    int version = pack.manifest().version();
    return Library.reachable(
        store.ready(id, version).compose(ready -> store.words(id, version, language, words)));
  }

  /** The best hits first. */
  public Future<List<SearchHit>> hits(
      CurrentPack pack, String language, WordQuery query, int most) {
    return Library.reachable(
        store.hits(pack.manifest().id(), pack.manifest().version(), language, query, most));
  }
}
