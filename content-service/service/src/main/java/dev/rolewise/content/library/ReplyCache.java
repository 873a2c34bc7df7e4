package dev.rolewise.content.library;

import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finished replies, bounded by their bytes; the least recently used go first. Callers that ask for
 * the same one while it is being made wait for the same future. Confined to one event loop.
 */
public final class ReplyCache {
  private final long mostBytes;
  private final Map<ReplyKey, Future<BusDocument>> replies = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /** A cache of at most so many bytes of replies. */
  public ReplyCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The reply by that key, made when it is not there. A failure is not kept. */
  public Future<BusDocument> get(ReplyKey key, Supplier<Future<BusDocument>> make) {
    Future<BusDocument> known = replies.get(key);
    if (known != null) {
      return known;
    }
    Future<BusDocument> made = make.get();
    replies.put(key, made);
    return made.onComplete(
        done -> {
          if (done.failed()) {
            replies.remove(key);
          } else {
            bytes += done.result().body().length();
            shrink();
          }
        });
  }

  /** Bytes of all replies in it. */
  public long bytes() {
    return bytes;
  }

  private void shrink() {
    Iterator<Future<BusDocument>> oldest = replies.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      Future<BusDocument> reply = oldest.next();
      if (reply.succeeded()) {
        bytes -= reply.result().body().length();
        oldest.remove();
      }
    }
  }
}
