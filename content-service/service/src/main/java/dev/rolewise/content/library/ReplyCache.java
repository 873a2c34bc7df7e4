package dev.rolewise.content.library;

import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.CallDeadline;
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
  /** A key, a future, headers and their places in maps; generous, or tiny replies would be free. */
  private static final int BESIDE_BODY = 1_024;

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
    // others may join who have more time than whoever asked first
    CallDeadline.lift();
    Future<BusDocument> made = make.get();
    replies.put(key, made);
    return made.onComplete(
        done -> {
          if (done.failed()) {
            replies.remove(key);
          } else {
            bytes += weight(done.result());
            shrink();
          }
        });
  }

  /** Bytes of all replies in it, and of what it takes to keep them. */
  public long bytes() {
    return bytes;
  }

  private static long weight(BusDocument reply) {
    return BESIDE_BODY + reply.body().length();
  }

  private void shrink() {
    Iterator<Future<BusDocument>> oldest = replies.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      Future<BusDocument> reply = oldest.next();
      if (reply.succeeded()) {
        bytes -= weight(reply.result());
        oldest.remove();
      }
    }
  }
}
