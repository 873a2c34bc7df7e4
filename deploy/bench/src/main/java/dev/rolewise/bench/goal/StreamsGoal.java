package dev.rolewise.bench.goal;

import dev.rolewise.bench.Goal;
import dev.rolewise.bench.Lab;
import dev.rolewise.bench.Row;
import dev.rolewise.bench.load.Answers;
import dev.rolewise.bench.load.ClosedLoop;
import dev.rolewise.bench.load.LiveStreams;
import dev.rolewise.bench.load.Requests;
import dev.rolewise.bench.suite.Sheets;
import dev.rolewise.bench.suite.Suite;
import dev.rolewise.bench.suite.Team;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** P7 and P8: from a sheet to the organisers' screens. */
public final class StreamsGoal implements Goal {

  private static final int FEW = 50;
  private static final int ROUNDS = 10;
  private static final int PER_ROUND = 1_000;
  private static final int MANY = ROUNDS * PER_ROUND;
  private static final int SUBMISSIONS = 20;
  private static final long APART_MILLIS = 550;
  private static final double KIB = 1_024;

  @Override
  public List<String> names() {
    return List.of("P7", "P8");
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    lab.clear();
    lab.say("starting the services with a gateway for " + MANY + " live pages");
    try (Suite suite = Suite.start(lab.root(), lab.folder("streams"), MANY + 1_000)) {
      URI gateway = URI.create(suite.url());
      Sheets warm = Sheets.of(suite, 4_000);
      new ClosedLoop(gateway, 8, warm).run(lab.effort().warmUp()).all(201);
      List<Row> rows = new ArrayList<>();
      rows.add(few(lab, suite, gateway));
      rows.addAll(many(lab, suite, gateway));
      return rows;
    } finally {
      lab.say("streams done");
    }
  }

  private static Row few(Lab lab, Suite suite, URI gateway) throws Exception {
    lab.say("P7: " + FEW + " live pages");
    Sheets sheets = Sheets.of(suite, SUBMISSIONS + 5);
    Team team = sheets.teams().get(0);
    List<Double> waits = new ArrayList<>();
    try (LiveStreams streams = LiveStreams.none()) {
      streams.open(gateway, team.round(), team.organiser(), FEW);
      for (int i = 0; i < SUBMISSIONS + 5; i++) {
        TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
        streams.forget();
        CompletableFuture<Long> acknowledged =
            CompletableFuture.supplyAsync(() -> hand(gateway, sheets));
        long[] told = streams.awaitAll();
        long ack = acknowledged.get();
        if (i >= 5) {
          Arrays.stream(told).forEach(at -> waits.add(Math.max(0, (at - ack) / 1e6)));
        }
      }
    }
    waits.sort(null);
    return Row.atMost(
        "P7",
        "sheet to "
            + FEW
            + " screens beyond the acknowledgement, p99 of "
            + waits.size()
            + "; half within "
            + Row.number(waits.get(waits.size() / 2)),
        "none",
        " ms",
        new double[] {waits.get(waits.size() * 99 / 100)},
        50,
        10);
  }

  private static long hand(URI gateway, Supplier<byte[]> sheets) {
    byte[] one = sheets.get();
    boolean[] done = new boolean[1];
    new ClosedLoop(
            gateway,
            1,
            () -> {
              byte[] next = done[0] ? null : one;
              done[0] = true;
              return next;
            })
        .run(Duration.ofSeconds(10))
        .all(201);
    return System.nanoTime();
  }

  private static List<Row> many(Lab lab, Suite suite, URI gateway) throws Exception {
    List<Sheets> sheets = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      sheets.add(Sheets.of(suite, lab.effort().rounds() + 1));
    }
    double before = suite.gateway().heapInUse();
    lab.say("P8: opening " + MANY + " live pages");
    try (LiveStreams streams = LiveStreams.none()) {
      for (Sheets one : sheets) {
        Team team = one.teams().get(0);
        streams.open(gateway, team.round(), team.organiser(), PER_ROUND);
      }
      double perStream = (suite.gateway().heapInUse() - before) / MANY / KIB;
      byte[] read = Requests.get(gateway, "/api/v1/roles?locale=en");
      double[] last = new double[lab.effort().rounds()];
      double[] reads = new double[lab.effort().rounds()];
      for (int i = -1; i < last.length; i++) {
        TimeUnit.MILLISECONDS.sleep(2 * APART_MILLIS);
        streams.forget();
        CompletableFuture<Answers> reading =
            CompletableFuture.supplyAsync(
                () -> new ClosedLoop(gateway, 1, () -> read).run(Duration.ofMillis(700)).all(200));
        CompletableFuture<Long> acknowledged =
            CompletableFuture.supplyAsync(() -> handAll(gateway, sheets));
        long[] told = streams.awaitAll();
        long ack = acknowledged.get();
        double wait = reading.get().waitMillis(0.99);
        if (i >= 0) {
          last[i] = Math.max(0, (Arrays.stream(told).max().orElseThrow() - ack) / 1e6);
          reads[i] = wait;
        }
      }
      String what = " of " + MANY + " live pages of " + ROUNDS + " rounds";
      return List.of(
          Row.atMost(
              "P8", "a sheet of each round to the last" + what, "none", " ms", last, 400, 160),
          Row.atMost(
              "P8",
              "a read meanwhile, p99; the client shares the machine",
              "none",
              " ms",
              reads,
              50,
              20),
          Row.atMost(
              "P8",
              "heap of the gateway for each" + what,
              "none",
              " KiB",
              new double[] {perStream},
              16,
              9));
    }
  }

  /** One sheet for each round, all at the same moment. */
  private static long handAll(URI gateway, List<Sheets> sheets) {
    java.util.Iterator<Sheets> all = sheets.iterator();
    new ClosedLoop(gateway, ROUNDS, () -> all.hasNext() ? all.next().get() : null)
        .run(Duration.ofSeconds(10))
        .all(201);
    return System.nanoTime();
  }
}
