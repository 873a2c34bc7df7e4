package dev.rolewise.gateway.content;

import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.metrics.Meters;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Reads of public documents. Each is fetched over the bus once and then answered from memory, until
 * something else is published; readers who come while it is being fetched wait for the same answer,
 * which is why it does not end with the request of the first one. While nobody is there to be asked
 * the kept document is shown, marked as {@linkplain Freshness stale}. Belongs to one event loop.
 */
public final class DocumentReads {
  private static final int MOST_DOCUMENTS = 1_000;
  private static final int MOST_SEARCHES = 300;

  /** A document in one of its forms; nobody changes what was asked. */
  private record Key(String address, JsonObject body, String form) {}

  private final BusClient bus;
  private final int most;
  private final LongSupplier nanos;
  private final CacheMeters meters = new CacheMeters(Meters.here());
  private final Map<Key, KeptDocument> documents =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, KeptDocument> eldest) {
          return size() > most;
        }
      };
  private final Map<Key, Future<KeptDocument>> underWay = new HashMap<>();
  private final AtomicLong generation = new AtomicLong();

  /** Reads of documents: there are so many, and no more. */
  public DocumentReads(BusClient bus) {
    this(bus, System::nanoTime);
  }

  DocumentReads(BusClient bus, LongSupplier nanos) {
    this(bus, MOST_DOCUMENTS, nanos);
  }

  /** Reads of what searches find: there are as many as anybody can think of. */
  public static DocumentReads ofSearches(BusClient bus) {
    return new DocumentReads(bus, MOST_SEARCHES, System::nanoTime);
  }

  private DocumentReads(BusClient bus, int most, LongSupplier nanos) {
    this.bus = bus;
    this.most = most;
    this.nanos = nanos;
  }

  /**
   * Answers with the document that a request over the bus yields.
   *
   * @param requestId for the logs of whoever answers
   */
  public void answer(RoutingContext context, String address, JsonObject body, String requestId) {
    answer(context, address, body, requestId, DocumentForm.JSON);
  }

  /**
   * The same in another form, which is kept as well.
   *
   * @param form what becomes of the document
   */
  public void answer(
      RoutingContext context,
      String address,
      JsonObject body,
      String requestId,
      DocumentForm form) {
    answer(context, List.of(new DocumentAsk(address, body)), requestId, form);
  }

  /** The first of these that is in the language it asks for, as it is. */
  public void answer(RoutingContext context, List<DocumentAsk> asks, String requestId) {
    answer(context, asks, requestId, DocumentForm.JSON);
  }

  /**
   * Answers with the first of these that is in the language it asks for, else with the last.
   *
   * @param asks the same in one language after the other
   * @param requestId for the logs of whoever answers
   * @param form what becomes of the document
   */
  public void answer(
      RoutingContext context, List<DocumentAsk> asks, String requestId, DocumentForm form) {
    first(asks, requestId, form)
        .onSuccess(
            kept -> {
              Freshness freshness = kept.freshness(nanos.getAsLong());
              meters.answered(freshness);
              // the request's own deadline may have answered it meanwhile
              if (!context.response().ended()) {
                kept.document().answer(context.request(), context.response(), freshness);
              }
            })
        .onFailure(context::fail);
  }

  /**
   * Reads the document that a request over the bus yields, for something that is made of it.
   *
   * @param requestId for the logs of whoever answers
   */
  public Future<ReadDocument> read(DocumentAsk ask, String requestId) {
    return kept(ask.address(), ask.body(), requestId, DocumentForm.JSON)
        .map(
            kept -> {
              Freshness freshness = kept.freshness(nanos.getAsLong());
              meters.answered(freshness);
              return new ReadDocument(kept, freshness);
            });
  }

  /** Something else was published: every document is read again. */
  public void forget() {
    generation.incrementAndGet();
    documents.values().forEach(kept -> kept.replace(nanos.getAsLong()));
    underWay.clear();
  }

  /** Answers with a document that never changes while this process runs. */
  public static Handler<RoutingContext> fixed(String text, String mediaType) {
    CachedDocument document = CachedDocument.ofText(text, mediaType);
    return context -> document.answer(context.request(), context.response(), Freshness.FRESH);
  }

  private Future<KeptDocument> first(List<DocumentAsk> asks, String requestId, DocumentForm form) {
    DocumentAsk ask = asks.get(0);
    Future<KeptDocument> kept = kept(ask.address(), ask.body(), requestId, form);
    return asks.size() == 1
        ? kept
        : kept.compose(
            found ->
                ask.body().getString("locale").equals(found.document().language())
                    ? Future.succeededFuture(found)
                    : first(asks.subList(1, asks.size()), requestId, form));
  }

  private Future<KeptDocument> kept(
      String address, JsonObject body, String requestId, DocumentForm form) {
    Key key = new Key(address, body, form.name());
    KeptDocument kept = documents.get(key);
    meters.read(kept != null);
    if (kept == null) {
      return shared(key, address, body, requestId, form);
    }
    if (!kept.isDue(nanos.getAsLong())) {
      return Future.succeededFuture(kept);
    }
    Future<KeptDocument> lookedUp =
        shared(key, address, body, requestId, form)
            .recover(
                failure -> {
                  kept.missed(nanos.getAsLong());
                  return isAbsence(failure)
                      ? Future.succeededFuture(kept)
                      : Future.failedFuture(failure);
                });
    // merely old: nobody waits for a look that usually finds nothing new
    return kept.isReplaced() ? lookedUp : Future.succeededFuture(kept);
  }

  private Future<KeptDocument> shared(
      Key key, String address, JsonObject body, String requestId, DocumentForm form) {
    Future<KeptDocument> same = underWay.get(key);
    return same != null ? same : fetch(key, address, body, requestId, form);
  }

  private Future<KeptDocument> fetch(
      Key key, String address, JsonObject body, String requestId, DocumentForm form) {
    long began = generation.get();
    Future<KeptDocument> fetched =
        bus.document(BusRequest.to(address, body, requestId).retryingOnce())
            .map(
                reply ->
                    new KeptDocument(
                        CachedDocument.of(
                            Buffer.buffer(form.make().apply(reply.body()).getBytes()),
                            form.mediaType(),
                            reply.headers().get("language"),
                            form.fileName().apply(reply.body())),
                        nanos.getAsLong()))
            .onComplete(
                result -> {
                  // fetched before a publication, arrived after it: good for this reader only
                  if (generation.get() == began) {
                    settle(key, result);
                  }
                });
    underWay.put(key, fetched);
    fetched.onComplete(done -> underWay.remove(key, fetched));
    return fetched;
  }

  private void settle(Key key, AsyncResult<KeptDocument> result) {
    if (result.succeeded()) {
      documents.put(key, result.result());
    } else if (!isAbsence(result.cause())) {
      // a word about the document itself: it is no longer there
      documents.remove(key);
    }
  }

  private static boolean isAbsence(Throwable failure) {
    return !(failure instanceof BusFailure refused) || refused.status() >= 500;
  }
}
