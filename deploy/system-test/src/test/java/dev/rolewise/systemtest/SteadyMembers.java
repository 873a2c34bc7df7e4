package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.Api.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Members who send a sheet at a steady pace and try again with what was refused, as their browsers
 * do, and an organiser who looks at the round meanwhile. Every answer is kept with its times.
 */
final class SteadyMembers implements AutoCloseable {
  private static final int SENDERS = 3;
  private static final long PACE_MILLIS = 60;
  private static final long PATIENCE_SECONDS = 120;

  private final Organiser organiser;
  private final Api api;
  private final Queue<Sheet> waiting = new ConcurrentLinkedQueue<>();
  private final List<Sheet> received = new CopyOnWriteArrayList<>();
  private final List<Timed> answers = new CopyOnWriteArrayList<>();
  private final List<String> strange = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(SENDERS + 1);

  /**
   * Whoever waits must not wait behind those who send, each of whom may have a request to wait for.
   */
  private final ScheduledExecutorService waits = Executors.newSingleThreadScheduledExecutor();

  private record Sheet(String ticket, String key, String receipt) {}

  /**
   * @param ended by {@code System.nanoTime()}
   */
  private record Timed(boolean sheet, boolean refused, long millis, long ended) {}

  private SteadyMembers(Organiser organiser, Api api) {
    this.organiser = organiser;
    this.api = api;
  }

  /** Draws all tickets first, then begins. */
  static SteadyMembers of(Organiser organiser, Api api, int sheets) {
    SteadyMembers members = new SteadyMembers(organiser, api);
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.HEALTHY);
    for (int number = 0; number < sheets; number++) {
      members.waiting.add(new Sheet(organiser.drawTicket(), UUID.randomUUID().toString(), null));
    }
    for (int sender = 0; sender < SENDERS; sender++) {
      members.clock.scheduleAtFixedRate(
          () -> members.send(sheet), sender * 20L, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }
    members.clock.scheduleAtFixedRate(members::look, 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
    return members;
  }

  int accepted() {
    return received.size();
  }

  void awaitAccepted(int sheets) {
    await(() -> received.size() >= sheets, "only " + received.size() + " of " + sheets);
  }

  /** Until somebody has been refused after that moment. */
  void awaitRefusedAfter(long moment) {
    await(() -> answers.stream().anyMatch(it -> it.refused() && it.ended() > moment), "no refusal");
  }

  /** The moment when a sheet was accepted again. */
  long awaitAcceptedAfter(long moment) {
    await(() -> firstAccepted(moment) > 0, "nothing accepted");
    return firstAccepted(moment);
  }

  private long firstAccepted(long moment) {
    return answers.stream()
        .filter(it -> it.sheet() && !it.refused() && it.ended() > moment)
        .mapToLong(Timed::ended)
        .min()
        .orElse(0);
  }

  /** From that moment to the last refusal after it; 0 when there was none. */
  double secondsToLastRefusal(long moment) {
    long last =
        answers.stream()
            .filter(it -> it.refused() && it.ended() > moment)
            .mapToLong(Timed::ended)
            .max()
            .orElse(moment);
    return (last - moment) / 1e9;
  }

  /** How long refusals took, in milliseconds, quickest first. */
  List<Long> refusedBetween(long from, long to) {
    return answers.stream()
        .filter(it -> it.refused() && it.ended() >= from && it.ended() <= to)
        .map(Timed::millis)
        .sorted()
        .toList();
  }

  /** Answers that are neither a success nor a 503 that says when to come back. */
  List<String> strange() {
    return List.copyOf(strange);
  }

  void everyReceiptIsTheSameWhenAskedAgain() {
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.HEALTHY);
    for (Sheet sent : received) {
      String again =
          api.submit(sent.ticket(), sent.key(), sheet).expect(201).json().getString("receipt");
      assertEquals(sent.receipt(), again);
    }
  }

  private void send(JsonObject sheet) {
    Sheet next = waiting.poll();
    if (next == null) {
      return;
    }
    Answer answer =
        timed(true, 201, () -> api.submit(next.ticket(), next.key(), sheet), next.ticket());
    if (answer != null && answer.status() == 201) {
      received.add(new Sheet(next.ticket(), next.key(), answer.json().getString("receipt")));
    } else {
      waiting.add(next);
    }
  }

  private void look() {
    timed(
        false,
        200,
        () -> api.get("/api/v1/rounds/" + organiser.round(), organiser.token()),
        "organiser");
  }

  private interface Asking {
    Answer ask();
  }

  private Answer timed(boolean sheet, int fine, Asking asking, String who) {
    long begin = System.nanoTime();
    try {
      Answer answer = asking.ask();
      long end = System.nanoTime();
      boolean refused =
          answer.status() == 503
              && answer.headers().getOrDefault("retry-after", List.of("0")).get(0).matches("[1-9]");
      if (answer.status() == fine || refused) {
        answers.add(new Timed(sheet, refused, TimeUnit.NANOSECONDS.toMillis(end - begin), end));
      } else {
        strange.add(answer.request() + " " + answer.status() + " " + answer.body());
      }
      return answer;
    } catch (RuntimeException broken) {
      if (!clock.isShutdown()) {
        strange.add(who + ": " + broken);
      }
      return null;
    }
  }

  private void await(BooleanSupplier condition, String complaint) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, complaint + "; strange: " + strange);
      aMoment();
    }
  }

  /** Without keeping a processor from those who are measured. */
  private void aMoment() {
    try {
      waits.schedule(() -> {}, 10, TimeUnit.MILLISECONDS).get();
    } catch (InterruptedException | ExecutionException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() throws InterruptedException {
    clock.shutdownNow();
    waits.shutdownNow();
    assertTrue(clock.awaitTermination(30, TimeUnit.SECONDS), "members do not stop");
  }
}
