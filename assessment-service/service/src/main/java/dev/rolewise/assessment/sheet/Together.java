package dev.rolewise.assessment.sheet;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.CallDeadline;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Does in one go what many ask for at the same time. There is no timer: whoever comes first is
 * served at once, and whoever comes while that is under way goes along with the next run. Nobody
 * has to answer for a neighbour: when a run fails by what one of them asked for, it is repeated in
 * halves. Shared by all event loops of a process.
 *
 * @param <Q> what somebody asks for
 * @param <A> what it comes to
 */
final class Together<Q, A> {
  private final int mostWaiting;
  private final int mostAtOnce;
  private final Predicate<Throwable> ofOne;
  private final Deque<Waiting<Q, A>> waiting = new ArrayDeque<>();
  private boolean running;

  /**
   * @param mostWaiting how many may wait for the next run; the others are told to come back
   * @param mostAtOnce how many go with one run
   * @param ofOne whether a failure is about what was asked for, and so perhaps not about everybody
   */
  Together(int mostWaiting, int mostAtOnce, Predicate<Throwable> ofOne) {
    this.mostWaiting = mostWaiting;
    this.mostAtOnce = mostAtOnce;
    this.ofOne = ofOne;
  }

  /**
   * How to answer many, in the order in which they are given.
   *
   * @param context belongs to nobody's request: a run must not end with the deadline of one of them
   * @param answer answers all of them, or fails for all of them
   */
  record Work<Q, A>(Context context, Function<List<Q>, Future<List<A>>> answer) {}

  private record Waiting<Q, A>(
      Q question, Work<Q, A> work, Promise<A> answer, Context asking, long deadline) {
    void settle(AsyncResult<A> result) {
      if (asking == null) {
        answer.handle(result);
      } else {
        asking.runOnContext(turn -> answer.handle(result));
      }
    }
  }

  /**
   * Asks for something.
   *
   * @param work a run is done with that of one of those who go with it, who wait for its end
   * @return the answer, in the context of whoever asks
   */
  Future<A> ask(Q question, Work<Q, A> work) {
    Promise<A> answer = Promise.promise();
    synchronized (this) {
      if (waiting.size() >= mostWaiting) {
        return Future.failedFuture(BusFailure.unavailable());
      }
      waiting.add(
          new Waiting<>(question, work, answer, Vertx.currentContext(), CallDeadline.current()));
      if (running) {
        return answer.future();
      }
      running = true;
    }
    next(work.context());
    return answer.future();
  }

  /** How many go with the next run or a later one. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** A turn later, so that what has come in the same moment goes along. */
  private void next(Context context) {
    context.runOnContext(
        turn -> {
          List<Waiting<Q, A>> some = some();
          if (!some.isEmpty()) {
            run(some).onComplete(done -> goOn());
          }
        });
  }

  private void goOn() {
    Context context;
    synchronized (this) {
      Waiting<Q, A> first = waiting.peek();
      if (first == null) {
        running = false;
        return;
      }
      context = first.work().context();
    }
    next(context);
  }

  /** The next ones, but those for whom it is too late; without any of them the run is over. */
  private List<Waiting<Q, A>> some() {
    List<Waiting<Q, A>> some = new ArrayList<>();
    List<Waiting<Q, A>> late = new ArrayList<>();
    synchronized (this) {
      while (some.size() < mostAtOnce && !waiting.isEmpty()) {
        Waiting<Q, A> one = waiting.poll();
        (CallDeadline.hasPassed(one.deadline()) ? late : some).add(one);
      }
      running = !some.isEmpty();
    }
    late.forEach(one -> one.settle(Future.failedFuture(BusFailure.unavailable())));
    return some;
  }

  private Future<Void> run(List<Waiting<Q, A>> some) {
    List<Q> questions = some.stream().map(Waiting::question).toList();
    return Future.succeededFuture()
        .compose(go -> some.get(0).work().answer().apply(questions))
        .transform(
            result -> {
              if (result.failed() && some.size() > 1 && ofOne.test(result.cause())) {
                int half = some.size() / 2;
                return run(some.subList(0, half))
                    .compose(done -> run(some.subList(half, some.size())));
              }
              for (int i = 0; i < some.size(); i++) {
                some.get(i)
                    .settle(
                        result.succeeded()
                            ? Future.succeededFuture(result.result().get(i))
                            : Future.failedFuture(result.cause()));
              }
              return Future.succeededFuture();
            });
  }
}
