package dev.rolewise.assessment.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.sheet.Together.Work;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.bus.BusServer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final List<List<Integer>> runs = new CopyOnWriteArrayList<>();
  private final Together<Integer, Integer> together =
      new Together<>(10, 4, IllegalArgumentException.class::isInstance);

  @AfterEach
  void close() {
    Suite.await(vertx.close());
  }

  @Test
  void whoComesWhileARunIsUnderWayGoesWithTheNextOne() {
    Promise<Void> first = Promise.promise();
    List<Future<Integer>> answers =
        ask(
            1,
            questions ->
                (runs.size() == 1 ? first.future() : Future.<Void>succeededFuture())
                    .map(done -> doubled(questions)));
    awaitRuns(1);
    answers.addAll(ask(6, questions -> Future.succeededFuture(doubled(questions))));
    Suite.await(vertx.timer(1));
    assertEquals(List.of(List.of(0)), runs);
    assertEquals(6, together.waiting());
    first.complete();
    Suite.await(Future.all(answers));
    assertEquals(List.of(List.of(0), List.of(0, 1, 2, 3), List.of(4, 5)), runs);
    assertEquals(List.of(0, 0, 2, 4, 6, 8, 10), answers.stream().map(Future::result).toList());
    // nobody waits, so whoever comes next is served at once
    assertEquals(List.of(0), results(ask(1, all -> Future.succeededFuture(doubled(all)))));
  }

  @Test
  void beyondAllThatMayWaitOneIsToldToComeBack() {
    Promise<List<Integer>> never = Promise.promise();
    ask(1, questions -> never.future());
    awaitRuns(1);
    List<Future<Integer>> waiting = ask(10, questions -> Future.succeededFuture(questions));
    List<Future<Integer>> surplus = ask(2, questions -> Future.succeededFuture(questions));
    for (Future<Integer> one : surplus) {
      assertEquals(503, refused(one).status());
    }
    assertTrue(waiting.stream().noneMatch(Future::isComplete));
    never.complete(List.of(0));
    Suite.await(Future.all(waiting));
  }

  @Test
  void whatOneAskedForFailsNoNeighbour() {
    List<Future<Integer>> answers =
        ask(
            4,
            questions ->
                questions.contains(2)
                    ? Future.failedFuture(new IllegalArgumentException("2"))
                    : Future.succeededFuture(doubled(questions)));
    Suite.await(Future.join(answers).otherwiseEmpty());
    assertEquals(
        List.of(true, true, false, true), answers.stream().map(Future::succeeded).toList());
    assertEquals(6, answers.get(3).result());
    assertEquals(
        List.of(List.of(0, 1, 2, 3), List.of(0, 1), List.of(2, 3), List.of(2), List.of(3)), runs);
  }

  @Test
  void aFailureThatIsAboutNobodyIsEverybodys() {
    List<Future<Integer>> answers =
        ask(3, questions -> Future.failedFuture(new IllegalStateException("away")));
    Suite.await(Future.join(answers).otherwiseEmpty());
    assertTrue(answers.stream().allMatch(Future::failed));
    assertEquals(1, runs.size(), "not asked again and again while the other side is away");
    List<Future<Integer>> thrown =
        ask(
            2,
            questions -> {
              throw new IllegalStateException("thrown");
            });
    Suite.await(Future.join(thrown).otherwiseEmpty());
    assertTrue(thrown.stream().allMatch(Future::failed));
    assertEquals(List.of(0), results(ask(1, all -> Future.succeededFuture(doubled(all)))));
  }

  @Test
  void aRunHasNoDeadlineOfARequestAndWhoIsTooLateDoesNotGoAlong() {
    BusServer server = BusServer.create(vertx);
    Promise<Void> first = Promise.promise();
    server.json(
        "test.together",
        body ->
            together
                .ask(
                    body.getInteger("n"),
                    work(
                        questions ->
                            (questions.contains(1)
                                    ? first.future()
                                    : Future.<Void>succeededFuture())
                                .map(questions)))
                .map(answer -> new JsonObject().put("n", answer)));
    Suite.await(server.start());
    BusClient client = BusClient.create(vertx);
    Future<JsonObject> hasTime = client.json(request(1));
    awaitRuns(1);
    Future<JsonObject> hasNone = client.json(request(2).until(System.currentTimeMillis() + 100));
    Suite.await(hasNone.otherwiseEmpty());
    int late = together.waiting();
    Future<JsonObject> next = client.json(request(3));
    while (together.waiting() == late) {
      Thread.onSpinWait();
    }
    first.complete();
    assertEquals(1, Suite.await(hasTime).getInteger("n"));
    assertEquals(3, Suite.await(next).getInteger("n"));
    assertEquals(List.of(List.of(1), List.of(3)), runs, "nothing is done for who has gone");
    assertFalse(hasNone.succeeded());
  }

  private static BusRequest request(int n) {
    return BusRequest.to("test.together", new JsonObject().put("n", n), "test")
        .within(Duration.ofSeconds(3));
  }

  /** So many in one turn of the loop, from 0. */
  private List<Future<Integer>> ask(
      int count, Function<List<Integer>, Future<List<Integer>>> answer) {
    Work<Integer, Integer> work = work(answer);
    Promise<List<Future<Integer>>> asked = Promise.promise();
    context.runOnContext(
        turn ->
            asked.complete(
                IntStream.range(0, count).mapToObj(n -> together.ask(n, work)).toList()));
    return new ArrayList<>(Suite.await(asked.future()));
  }

  private Work<Integer, Integer> work(Function<List<Integer>, Future<List<Integer>>> answer) {
    return new Work<>(
        context,
        questions -> {
          runs.add(questions);
          return answer.apply(questions);
        });
  }

  private void awaitRuns(int count) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (runs.size() < count) {
      assertTrue(System.nanoTime() < end, "no run");
      Thread.onSpinWait();
    }
  }

  private static List<Integer> doubled(List<Integer> questions) {
    return questions.stream().map(n -> 2 * n).toList();
  }

  private static List<Integer> results(List<Future<Integer>> answers) {
    Suite.await(Future.all(answers));
    return answers.stream().map(Future::result).toList();
  }

  private static BusFailure refused(Future<?> answer) {
    Suite.await(answer.otherwiseEmpty());
    return assertInstanceOf(BusFailure.class, answer.cause());
  }
}
