package dev.rolewise.gateway.content;

import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusRequest;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads of public documents. Each is fetched over the bus once and then answered from memory, until
 * something else is published; readers who come while it is being fetched wait for the same answer.
 * Belongs to one event loop.
 */
public final class DocumentReads {
  private static final int MOST_DOCUMENTS = 1_000;
  private static final int MAX_AGE_SECONDS = 60;
  private static final String JSON = "application/json; charset=utf-8";

  private final BusClient bus;
  private final Map<String, CachedDocument> documents =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CachedDocument> eldest) {
          return size() > MOST_DOCUMENTS;
        }
      };
  private final Map<String, Future<CachedDocument>> underWay = new HashMap<>();
  private final AtomicLong generation = new AtomicLong();

  public DocumentReads(BusClient bus) {
    this.bus = bus;
  }

  /**
   * Answers with the document that a request over the bus yields.
   *
   * @param requestId for the logs of whoever answers
   */
  public void answer(RoutingContext context, String address, JsonObject body, String requestId) {
    read(address, body, requestId)
        .onSuccess(
            document -> document.answer(context.request(), context.response(), MAX_AGE_SECONDS))
        .onFailure(context::fail);
  }

  /** Something else was published: every document is read again. */
  public void forget() {
    generation.incrementAndGet();
    documents.clear();
    underWay.clear();
  }

  /** Answers with a document that never changes while this process runs. */
  public static Handler<RoutingContext> fixed(String text, String mediaType) {
    CachedDocument document = CachedDocument.ofText(text, mediaType);
    return context -> document.answer(context.request(), context.response(), MAX_AGE_SECONDS);
  }

  private Future<CachedDocument> read(String address, JsonObject body, String requestId) {
    String key = address + body.encode();
    CachedDocument kept = documents.get(key);
    if (kept != null) {
      return Future.succeededFuture(kept);
    }
    Future<CachedDocument> same = underWay.get(key);
    return same != null ? same : fetch(key, address, body, requestId);
  }

  private Future<CachedDocument> fetch(
      String key, String address, JsonObject body, String requestId) {
    long began = generation.get();
    Future<CachedDocument> fetched =
        bus.document(BusRequest.to(address, body, requestId).retryingOnce())
            .map(
                reply ->
                    CachedDocument.of(
                        Buffer.buffer(reply.body().getBytes()),
                        JSON,
                        reply.headers().get("language")))
            .onSuccess(
                document -> {
                  // fetched before a publication, arrived after it: good for this reader only
                  if (generation.get() == began) {
                    documents.put(key, document);
                  }
                });
    underWay.put(key, fetched);
    fetched.onComplete(done -> underWay.remove(key, fetched));
    return fetched;
  }
}
