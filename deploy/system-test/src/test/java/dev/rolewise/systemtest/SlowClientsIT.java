package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.RawHttp.Message;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that send a head or a body a byte at a time, or never read their stream, do not make
 * others wait, and the first two are cut off.
 *
 * <p>The rule: quiet and busy spells take turns; of each spell the slowest of a hundred requests
 * counts, of each kind of spell the median. Busy may be twice quiet, where anything below {@link
 * #NOISE_MILLIS} counts as that, because a shared machine's scheduler alone takes so long.
 */
@Tag("alone")
class SlowClientsIT {
  private static final int EACH = AttackSize.of("slow", 50, 500);
  private static final int SPELLS = AttackSize.of("spells", 5, 15);
  private static final int REQUESTS = 300;
  private static final double NOISE_MILLIS = 25;
  private static final int DEADLINE_SECONDS = 3;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int DRIP_MILLIS = 200;

  @TempDir static Path folder;
  private static RunningSuite suite;
  private static Organiser organiser;

  @BeforeAll
  static void start() throws Exception {
    suite =
        RunningSuite.configured(
            folder.resolve("data"),
            // as users run it: here it is about time
            "-XX:TieredStopAtLevel=4",
            "-Drolewise.http.request-deadline=" + DEADLINE_SECONDS + "s",
            "-Drolewise.limits.new-teams-per-hour=1000000",
            "-Drolewise.limits.streams-per-token=" + 2 * EACH,
            "-Drolewise.live.heartbeat=100ms");
    organiser = Organiser.open(suite.api(), "Patient", 4, 1);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void othersHardlyNotice() throws Exception {
    p99();
    List<Double> quiet = new ArrayList<>();
    List<Double> busy = new ArrayList<>();
    for (int spell = 0; spell < SPELLS; spell++) {
      quiet.add(p99());
      try (SlowClients slow = SlowClients.all()) {
        busy.add(p99());
      }
    }
    System.out.printf(
        "%d slow heads, %d slow bodies, %d streams unread: p99 %.1f ms, without them %.1f ms%n",
        EACH, EACH, EACH, median(busy), median(quiet));
    assertTrue(
        median(busy) <= 2 * Math.max(median(quiet), NOISE_MILLIS),
        "quiet " + quiet + ", busy " + busy);
  }

  @Test
  void slowHeadsAndBodiesAreCutOff() throws Exception {
    long start = System.nanoTime();
    try (SlowClients heads = SlowClients.heads();
        SlowClients bodies = SlowClients.bodies()) {
      int told = 0;
      for (RawHttp connection : bodies.connections()) {
        // while it still drips: what comes after the end resets the connection
        told += firstLine(connection).contains(" 408 ") ? 1 : 0;
      }
      for (RawHttp connection : bodies.connections()) {
        toTheEnd(connection);
      }
      for (RawHttp connection : heads.connections()) {
        assertTrue(toTheEnd(connection).isEmpty(), "a head that never ended was answered");
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d slow heads and %d slow bodies gone after %.1f s, %d of the latter with a 408%n",
          EACH, EACH, seconds, told);
      assertTrue(told > EACH / 2, "only " + told + " were told");
      assertTrue(seconds < DEADLINE_SECONDS + 10, "it took " + seconds + " s");
    }
  }

  private static String firstLine(RawHttp connection) {
    try {
      return connection.readHead().lines().findFirst().orElse("");
    } catch (SocketTimeoutException open) {
      throw new AssertionError("a slow client is still connected", open);
    } catch (IOException reset) {
      return "";
    }
  }

  private static String toTheEnd(RawHttp connection) {
    try {
      return connection.readToEnd();
    } catch (SocketTimeoutException open) {
      throw new AssertionError("a slow client is still connected", open);
    } catch (IOException reset) {
      // what still dripped in when the suite closed: closed all the same
      return "";
    }
  }

  /** The slowest but three of {@link #REQUESTS} requests over one connection, in milliseconds. */
  private static double p99() throws IOException {
    String request =
        "GET /api/v1/team HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + organiser.token()
            + "\r\n\r\n";
    double[] millis = new double[REQUESTS];
    try (RawHttp connection = RawHttp.to(suite.port(), PATIENCE_MILLIS)) {
      for (int number = 0; number < REQUESTS; number++) {
        long start = System.nanoTime();
        connection.send(request);
        Message answer = connection.readResponse(false);
        millis[number] = (System.nanoTime() - start) / 1e6;
        assertTrue(answer.status() == 200, answer.head());
      }
    }
    Arrays.sort(millis);
    return millis[REQUESTS - 1 - REQUESTS / 100];
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Connections that are a nuisance for as long as this is open. */
  private record SlowClients(List<RawHttp> connections, ScheduledExecutorService drip)
      implements AutoCloseable {
    private static final String HEAD = "POST /api/v1/teams HTTP/1.1\r\nHost: a\r\n";

    static SlowClients heads() throws IOException {
      return new SlowClients(new ArrayList<>(), Executors.newSingleThreadScheduledExecutor())
          .add(HEAD + "X-Slow: ")
          .dripping();
    }

    static SlowClients bodies() throws IOException {
      return new SlowClients(new ArrayList<>(), Executors.newSingleThreadScheduledExecutor())
          .add(body())
          .dripping();
    }

    static SlowClients all() throws IOException {
      SlowClients slow =
          new SlowClients(new ArrayList<>(), Executors.newSingleThreadScheduledExecutor())
              .add(HEAD + "X-Slow: ")
              .add(body())
              .dripping();
      List<RawHttp> all = new ArrayList<>(slow.connections());
      for (int stream = 0; stream < EACH; stream++) {
        RawHttp connection = RawHttp.to(suite.port(), PATIENCE_MILLIS, 2048);
        all.add(connection);
        connection.send(
            "GET /api/v1/rounds/"
                + organiser.round()
                + "/live HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + organiser.token()
                + "\r\n\r\n");
        // open before anything is measured; not a byte of what follows is read
        assertTrue(connection.readHead().startsWith("HTTP/1.1 200"), "a stream did not open");
      }
      return new SlowClients(all, slow.drip());
    }

    private static String body() {
      return HEAD + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"name\":\"";
    }

    private SlowClients add(String beginning) throws IOException {
      for (int number = 0; number < EACH; number++) {
        RawHttp connection = RawHttp.to(suite.port(), PATIENCE_MILLIS);
        connections.add(connection);
        connection.send(beginning);
      }
      return this;
    }

    private SlowClients dripping() {
      List<RawHttp> fed = List.copyOf(connections);
      drip.scheduleAtFixedRate(
          () -> fed.forEach(SlowClients::oneMore), DRIP_MILLIS, DRIP_MILLIS, TimeUnit.MILLISECONDS);
      return this;
    }

    private static void oneMore(RawHttp connection) {
      try {
        connection.send("x");
      } catch (IOException cutOff) {
        // that is what should become of it
      }
    }

    @Override
    public void close() throws IOException {
      drip.shutdownNow();
      for (RawHttp connection : connections) {
        connection.close();
      }
    }
  }
}
