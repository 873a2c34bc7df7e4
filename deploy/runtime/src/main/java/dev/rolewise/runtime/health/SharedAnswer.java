package dev.rolewise.runtime.health;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * A question that is asked once, however many want to know at the same time: whoever comes while it
 * is under way gets the same answer. Safe from any thread.
 *
 * @param <T> the answer
 */
final class SharedAnswer<T> {

  private final Supplier<Future<T>> question;
  private Future<T> underWay;

  SharedAnswer(Supplier<Future<T>> question) {
    this.question = question;
  }

  synchronized Future<T> get() {
    if (underWay == null || underWay.isComplete()) {
      underWay = question.get();
    }
    return underWay;
  }
}
