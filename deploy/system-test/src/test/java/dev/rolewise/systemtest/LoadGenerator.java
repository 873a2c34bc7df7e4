package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Members who draw tickets and send sheets, and send again with the same key, as the page does and
 * not before they are asked to, until they have a receipt. Counts so that what was lost or counted
 * twice can be told exactly: a sheet is acknowledged or, when the time is up, open.
 */
final class LoadGenerator implements AutoCloseable {
  private static final long AGAIN_MILLIS = 100;
  private static final int MOST_WAITING = 64;

  private final Supplier<String> gateway;
  private final Organiser round;
  private final IntFunction<JsonObject> sheets;
  private final MemberRequests http = new MemberRequests();
  private final ScheduledExecutorService members;
  private final AtomicInteger toStart;
  private final CountDownLatch done;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  /** A sheet with a receipt. */
  record Acknowledged(String ticket, String key, String receipt, JsonObject sheet) {}

  /** A request that a client without a second try would have lost. */
  record Failure(Instant at, String gateway, String request, String how) {}

  /**
   * What came of it.
   *
   * @param requests sent, tickets and sheets, second tries included
   * @param failed requests without the answer they should have, sent again
   * @param wrong answers that are no failure in passing: each is a fault of the suite
   */
  record Tally(
      int requests, List<Acknowledged> acknowledged, List<Failure> failed, List<String> wrong) {

    /** With what else was asked meanwhile, and failed. */
    Tally and(int others, List<Failure> failures) {
      List<Failure> all = new ArrayList<>(failed);
      all.addAll(failures);
      return new Tally(requests + others, acknowledged, all, wrong);
    }
  }

  private LoadGenerator(
      Supplier<String> gateway,
      Organiser round,
      IntFunction<JsonObject> sheets,
      int count,
      int members) {
    this.gateway = gateway;
    this.round = round;
    this.sheets = sheets;
    this.toStart = new AtomicInteger(count);
    this.done = new CountDownLatch(count);
    this.members = Executors.newScheduledThreadPool(members);
  }

  /**
   * Starts sending.
   *
   * @param gateway where the next request goes
   * @param sheets how many, at most as many as the round has people
   * @param members how many send at the same time
   * @param pause of every member after each sheet; zero for as fast as it goes
   */
  static LoadGenerator start(
      Supplier<String> gateway,
      Organiser round,
      JsonObject sheet,
      int sheets,
      int members,
      Duration pause) {
    LoadGenerator load = new LoadGenerator(gateway, round, number -> sheet, sheets, members);
    for (int member = 0; member < members; member++) {
      load.members.scheduleWithFixedDelay(
          load::visit, 0, Math.max(1, pause.toNanos()), TimeUnit.NANOSECONDS);
    }
    return load;
  }

  /**
   * Starts sending at a rate that does not slow down when answers do: as many people as are left
   * waiting, others come at the same pace.
   *
   * @param sheets what the person of a number, from 1, sends
   * @param count how many, at most as many as the round has people
   * @param perSecond sheets, each of them two requests
   */
  static LoadGenerator steady(
      Supplier<String> gateway,
      Organiser round,
      IntFunction<JsonObject> sheets,
      int count,
      double perSecond) {
    LoadGenerator load = new LoadGenerator(gateway, round, sheets, count, MOST_WAITING);
    for (int number = 0; number < count; number++) {
      long start = (long) (number * 1_000 / perSecond);
      load.members.schedule(load::visit, start, TimeUnit.MILLISECONDS);
    }
    return load;
  }

  /**
   * Nobody else begins; whoever has begun goes on to the receipt.
   *
   * @return how many have begun
   */
  int enough() {
    int left = Math.max(0, toStart.getAndSet(0));
    for (int number = 0; number < left; number++) {
      done.countDown();
    }
    return begun.get();
  }

  /** How many have begun by now. */
  int begun() {
    return begun.get();
  }

  /** How many requests have failed by now. */
  int failed() {
    return failures.size();
  }

  /** How many sheets have a receipt by now. */
  int acknowledged() {
    return acknowledged.size();
  }

  /** Waits until so many sheets have a receipt. */
  void awaitAcknowledged(int sheets, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (acknowledged.size() < sheets) {
      if (System.nanoTime() > end || done.await(AGAIN_MILLIS / 2, TimeUnit.MILLISECONDS)) {
        throw new AssertionError(
            acknowledged.size() + " of " + sheets + " sheets after " + patience + ": " + failures);
      }
    }
  }

  /** Waits until every sheet has its receipt, or the patience is over, and ends the sending. */
  Tally finish(Duration patience) throws InterruptedException {
    boolean all = done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    close();
    if (!all) {
      wrong.add(done.getCount() + " sheets had no receipt after " + patience);
    }
    return new Tally(
        requests.get(), List.copyOf(acknowledged), List.copyOf(failures), List.copyOf(wrong));
  }

  /**
   * Sends every acknowledged sheet once more while its round is open.
   *
   * @return those that got another receipt, or none: lost sheets
   */
  List<String> askAgain(Tally tally) throws InterruptedException {
    List<String> lost = new ArrayList<>();
    for (Acknowledged sent : tally.acknowledged()) {
      try {
        HttpResponse<String> response =
            http.send(gateway.get(), "/api/v1/sheets", sent.ticket(), sent.key(), sent.sheet());
        String receipt =
            response.statusCode() == 201
                ? new JsonObject(response.body()).getString("receipt")
                : response.statusCode() + " " + response.body();
        if (!sent.receipt().equals(receipt)) {
          lost.add(sent + " -> " + receipt);
        }
      } catch (IOException failed) {
        lost.add(sent + " -> " + failed);
      }
    }
    return lost;
  }

  /** One member's visit; a ticket once drawn is used until it has brought a receipt. */
  private void visit() {
    int number = toStart.getAndDecrement();
    if (number <= 0) {
      return;
    }
    begun.incrementAndGet();
    JsonObject sheet = sheets.apply(number);
    try {
      String ticket = until("/api/v1/tickets", round.member(), null, null).getString("ticket");
      String key = UUID.randomUUID().toString();
      String receipt = until("/api/v1/sheets", ticket, key, sheet).getString("receipt");
      acknowledged.add(new Acknowledged(ticket, key, receipt, sheet));
      done.countDown();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException unexpected) {
      wrong.add(unexpected.getMessage());
      done.countDown();
    }
  }

  private JsonObject until(String path, String token, String key, JsonObject body)
      throws InterruptedException {
    while (!stopped) {
      String to = gateway.get();
      long again = AGAIN_MILLIS;
      requests.incrementAndGet();
      try {
        HttpResponse<String> response = http.send(to, path, token, key, body);
        if (response.statusCode() == 201) {
          return new JsonObject(response.body());
        }
        if (response.statusCode() < 500) {
          throw new IllegalStateException(
              path + " answered " + response.statusCode() + ": " + response.body());
        }
        again = response.headers().firstValueAsLong("Retry-After").orElse(0) * 1_000 + again;
        failures.add(
            new Failure(Instant.now(), to, path, response.statusCode() + " " + response.body()));
      } catch (IOException broken) {
        failures.add(new Failure(Instant.now(), to, path, broken.toString()));
      }
      if (done.await(again, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new InterruptedException("ended");
  }

  @Override
  public void close() {
    stopped = true;
    members.shutdownNow();
  }
}
