package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.machine.Needed;
import dev.rolewise.systemtest.RawHttp.Message;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * CVE-2026-102479 and its family: behind a proxy that gives connections from client to client,
 * nobody ever gets another client's answer, whatever an attacker sends in between.
 */
@ExtendWith(SharedSuite.class)
class PoisonedConnectionIT {
  private static final int INNOCENTS = 4;
  private static final int ATTACKERS = 12;
  private static final int PATIENCE_MILLIS = 8_000;
  private static final int ATTACKER_MILLIS = 2_500;
  private static final int TIMES = AttackSize.of("poisoned", 1, 100);

  @TempDir static Path folder;
  private static RunningSuite suite;
  private static String attacker;
  private static final List<Innocent> INNOCENT = new ArrayList<>();

  /** Somebody with a team of their own, by whose name every answer is known. */
  private record Innocent(String name, String request) {
    static Innocent join(Api api, int number) {
      String name = "Innocent " + number;
      return new Innocent(
          name,
          "GET /api/v1/team HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
              + newTeam(api, name)
              + "\r\n\r\n");
    }

    Message ask(RawHttp connection) throws IOException {
      connection.send(request);
      return connection.readResponse(false);
    }

    boolean isOwn(Message answer) {
      return !answer.head().isEmpty()
          && answer.status() == 200
          && name.equals(new JsonObject(answer.body()).getString("name"));
    }
  }

  @BeforeAll
  static void start(RunningSuite shared) throws Exception {
    suite = shared;
    attacker = newTeam(suite.api(), "Attacker");
    for (int number = 1; number <= INNOCENTS; number++) {
      INNOCENT.add(Innocent.join(suite.api(), number));
    }
  }

  @Test
  void behindAProxyThatLooksAway() throws Exception {
    try (NaiveProxy proxy = NaiveProxy.start(suite.port())) {
      attack(proxy);
      assertTrue(proxy.reused() > 100, "only " + proxy.reused() + " answers over used connections");
    }
  }

  @Test
  void behindHaproxy() throws Exception {
    Optional<Path> program = InstalledProxy.find("haproxy");
    Needed.here(program.isPresent(), "haproxy is not installed here");
    try (ProxyInFront proxy =
        InstalledProxy.haproxy(program.get(), folder.resolve("haproxy"), suite.port())) {
      attack(proxy);
    }
  }

  @Test
  void behindNginx() throws Exception {
    Optional<Path> program = InstalledProxy.find("nginx");
    Needed.here(program.isPresent(), "nginx is not installed here");
    try (ProxyInFront proxy =
        InstalledProxy.nginx(program.get(), folder.resolve("nginx"), suite.port())) {
      attack(proxy);
    }
  }

  private static void attack(ProxyInFront proxy) throws Exception {
    Queue<String> poison = new ConcurrentLinkedQueue<>();
    for (int time = 0; time < TIMES; time++) {
      poison.addAll(PoisonedRequests.all(attacker));
    }
    int poisoned = poison.size();
    Queue<String> strays = new ConcurrentLinkedQueue<>();
    AtomicInteger answered = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    // for each poisoned request somebody has had an answer before, however slow the machine is
    Semaphore turns = new Semaphore(0);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService people = Executors.newFixedThreadPool(INNOCENTS + ATTACKERS);
    try {
      List<Future<?>> innocents = new ArrayList<>();
      for (Innocent innocent : INNOCENT) {
        innocents.add(
            people.submit(
                () -> ask(proxy.port(), innocent, over, answered, refused, turns, strays)));
      }
      List<Future<?>> attackers = new ArrayList<>();
      for (int one = 0; one < ATTACKERS; one++) {
        attackers.add(people.submit(() -> poison(proxy.port(), poison, turns)));
      }
      for (Future<?> one : attackers) {
        one.get(10, TimeUnit.MINUTES);
      }
      over.set(true);
      for (Future<?> one : innocents) {
        one.get(1, TimeUnit.MINUTES);
      }
    } finally {
      people.shutdownNow();
    }
    System.out.printf(
        "%d poisoned requests, innocent people had %d answers of their own and %d refusals of a"
            + " busy machine, %d were not their own%n",
        poisoned, answered.get(), refused.get(), strays.size());
    assertEquals(List.of(), List.copyOf(strays));
    assertTrue(answered.get() >= poisoned, "only " + answered + " innocent requests in between");
  }

  private static void poison(int port, Queue<String> poison, Semaphore turns) {
    for (String request = poison.poll(); request != null; request = poison.poll()) {
      awaitTurn(turns);
      try (RawHttp connection = RawHttp.to(port, ATTACKER_MILLIS)) {
        connection.send(request);
        connection.readResponse(request.startsWith("HEAD "));
      } catch (IOException | RuntimeException refused) {
        // an attacker has no right to an answer
      }
    }
  }

  /** Nobody waits for good: where innocent people get no answers that is what has to be told. */
  private static void awaitTurn(Semaphore turns) {
    try {
      turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void ask(
      int port,
      Innocent innocent,
      AtomicBoolean over,
      AtomicInteger answered,
      AtomicInteger refused,
      Semaphore turns,
      Queue<String> strays) {
    while (!over.get()) {
      try (RawHttp connection = RawHttp.to(port, PATIENCE_MILLIS)) {
        Message answer = innocent.ask(connection);
        while (isRefusal(answer) && !answer.saysClose() && !over.get()) {
          refused.incrementAndGet();
          // had it been somebody else's, one's own would come now, and not to this request
          answer = innocent.ask(connection);
        }
        if (isRefusal(answer)) {
          refused.incrementAndGet();
        } else if (innocent.isOwn(answer)) {
          answered.incrementAndGet();
          turns.release();
        } else {
          strays.add(innocent.name() + " got " + answer);
        }
      } catch (IOException | RuntimeException failed) {
        strays.add(innocent.name() + " got " + failed);
      }
    }
  }

  /** The suite's own 503, of a machine that has more to do than it can; a proxy's is none. */
  private static boolean isRefusal(Message answer) {
    return !answer.head().isEmpty()
        && answer.status() == 503
        && answer.header("content-type").startsWith("application/problem+json")
        && !answer.header("retry-after").isEmpty()
        && "unavailable".equals(new JsonObject(answer.body()).getString("code"));
  }

  private static String newTeam(Api api, String name) {
    return api.post("/api/v1/teams", null, new JsonObject().put("name", name))
        .expect(201)
        .json()
        .getJsonObject("organiser")
        .getString("token");
  }
}
