package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.MalformedRequests.Malformed;
import dev.rolewise.systemtest.RawHttp.Message;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that the contract forbids, made from the contract, on raw connections: whatever it is,
 * it is refused with a problem, nothing is told about the inside, nobody else waits for it.
 */
class MalformedRequestsIT {
  private static final int REQUESTS = AttackSize.of("malformed", 1_000, 100_000);
  private static final int SEED = AttackSize.of("seed", 20_260, 20_261);
  private static final int SENDERS = 4;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int REQUESTS_PER_TEAM = 100;
  private static final Duration LONGEST_BLOCK = Duration.ofMillis(100);

  @TempDir static Path folder;

  private final AtomicLong next = new AtomicLong();
  private final Map<String, AtomicLong> statuses = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicLong> kinds = new ConcurrentSkipListMap<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();

  @Test
  void whateverIsSentIsRefusedAndNothingBreaks() throws Exception {
    try (ErrorLog log = ErrorLog.listen();
        OwnSuite suite =
            OwnSuite.start(
                folder.resolve("data"),
                Map.of(
                    "limits.new-teams-per-hour", 1_000_000,
                    "limits.wrong-tokens-per-minute", 1_000_000,
                    "limits.streams-per-token", 1_000))) {
      Organiser witness = Organiser.open(suite.api(), "Witness", 6, 1);
      witness.answers(Collections.nCopies(6, witness.questionnaire().sheet(Organiser.PRODUCT_GAP)));
      witness.close();
      JsonObject report = witness.report("en");
      MalformedRequests requests = new MalformedRequests(PublicContract.of(suite.api()), SEED);
      String link = witness.share(true);
      try (LoopWatch loops = suite.watchLoops(LONGEST_BLOCK)) {
        send(suite, requests, witness.questionnaire(), link);
        List<String> blocks = loops.blocks();
        System.out.printf(
            "%d malformed requests (seed %d): %s; by what was wrong: %s; %s%n",
            REQUESTS, SEED, statuses, kinds, loops.figures());
        assertEquals(List.of(), shown(faults));
        assertEquals(List.of(), blocks, "event loops were blocked");
      }
      assertEquals(List.of(), shown(log.lines()), "the log has errors");
      assertEquals(report, witness.report("en"), "the witness's report");
      assertTrue(statuses.keySet().containsAll(List.of("400", "404", "422")), statuses.toString());
    }
  }

  private void send(
      OwnSuite suite, MalformedRequests requests, Questionnaire questionnaire, String link)
      throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        all.add(
            senders.submit(
                () -> {
                  sendUntilDone(suite, requests, questionnaire, link);
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get(60, TimeUnit.MINUTES);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private void sendUntilDone(
      OwnSuite suite, MalformedRequests requests, Questionnaire questionnaire, String link)
      throws IOException {
    RawHttp connection = RawHttp.to(suite.port(), PATIENCE_MILLIS);
    FuzzedWorld world = FuzzedWorld.make(suite.api(), questionnaire, link);
    int sent = 0;
    long number = next.getAndIncrement();
    while (number < REQUESTS) {
      Malformed request = requests.of(number, world);
      request.wrongs().forEach(it -> count(kinds, it.split(":")[0]));
      if (!ask(connection, request)) {
        connection.close();
        connection = RawHttp.to(suite.port(), PATIENCE_MILLIS);
      }
      if (++sent % REQUESTS_PER_TEAM == 0) {
        // whoever may delete a team has done so by now
        world = FuzzedWorld.make(suite.api(), questionnaire, link);
      }
      number = next.getAndIncrement();
    }
    connection.close();
  }

  /** Sends one and judges the answer; whether the connection may be used again. */
  private boolean ask(RawHttp connection, Malformed request) {
    Message answer;
    try {
      connection.send(request.bytes());
      if (request.openEnded()) {
        connection.endOutput();
      }
    } catch (IOException closed) {
      // an answer may have come before everything was sent
    }
    try {
      String head = connection.readHead();
      while (head.startsWith("HTTP/1.1 100")) {
        head = connection.readHead();
      }
      if (head.isEmpty()) {
        return closed(request, "closed");
      }
      boolean stream = head.toLowerCase().contains("text/event-stream");
      answer = connection.readBody(head, stream || request.isHead());
      judge(request, answer);
      return !(stream || request.openEnded() || request.last() || answer.saysClose());
    } catch (SocketException reset) {
      return closed(request, "reset");
    } catch (IOException | RuntimeException unreadable) {
      faults.add(unreadable + " instead of an answer to " + request);
      return false;
    }
  }

  /** Without a word: only whoever did not say where the request ends. */
  private boolean closed(Malformed request, String how) {
    count(statuses, how);
    if (!request.openEnded()) {
      faults.add(how + " without an answer to " + request);
    }
    return false;
  }

  private void judge(Malformed request, Message answer) {
    count(statuses, Integer.toString(answer.status()));
    for (String fault : ToldTooMuch.in(answer)) {
      faults.add(
          fault
              + " in the answer to "
              + request
              + " -> "
              + answer.head().replace("\r\n", "|")
              + answer.body());
    }
  }

  private static void count(Map<String, AtomicLong> counts, String name) {
    counts.computeIfAbsent(name, it -> new AtomicLong()).incrementAndGet();
  }

  /** A few of each kind, enough to begin with. */
  private static List<String> shown(List<String> all) {
    Map<String, Integer> kinds = new TreeMap<>();
    return all.stream()
        .filter(it -> kinds.merge(it.substring(0, Math.min(12, it.length())), 1, Integer::sum) < 9)
        .toList();
  }
}
