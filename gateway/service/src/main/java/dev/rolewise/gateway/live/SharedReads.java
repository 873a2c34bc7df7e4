package dev.rolewise.gateway.live;

import dev.rolewise.assessment.contract.round.Round;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Reads of rounds that streams with the same token share. Every stream looks after its round once a
 * heartbeat, in case a hint was lost or the token was withdrawn; hundreds that are open at once
 * would otherwise keep the database busy with one and the same question. Safe from any event loop.
 */
final class SharedReads {
  private final long freshNanos;
  private final Map<String, Shared> last = new ConcurrentHashMap<>();

  /**
   * @param fresh how long ago a read may have begun for others to use its answer
   */
  SharedReads(Duration fresh) {
    this.freshNanos = fresh.toNanos();
  }

  private record Shared(long began, Future<Round> answer) {}

  /** A read that begins now, for whoever knows that something has changed. */
  Future<Round> now(String key, Supplier<Future<Round>> read) {
    Shared shared = new Shared(System.nanoTime(), read.get());
    last.put(key, shared);
    return shared.answer();
  }

  /** The answer of a read that began a moment ago, or of one that begins now. */
  Future<Round> lately(String key, Supplier<Future<Round>> read) {
    Shared shared = last.get(key);
    return shared != null && System.nanoTime() - shared.began() < freshNanos
        ? shared.answer()
        : now(key, read);
  }

  /** Somebody left; who stays reads again. */
  void forget(String key) {
    last.remove(key);
  }
}
