package dev.rolewise.bench.capacity;

import dev.rolewise.bench.suite.Suite;
import dev.rolewise.bench.suite.Team;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures what the capacity model of the page for operators is made of, and prints it. */
public final class Capacity {

  private static final Set<String> ALL = Set.of("storage", "processor", "streams");
  private static final int MEMBERS = 8;
  private static final int WARM_UP_TEAMS = 200;
  private static final int TEAMS = 150;
  private static final int WARM_UP_SHEETS = 2_000;
  private static final int SHEETS = 2_500;
  private static final int READS = 10_000;
  private static final int CLIENTS = 8;
  private static final int STREAMS = 900;
  private static final int STORED_ROUNDS = 12_500;
  private static final double KIB = 1_024;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final PrintStream out = System.out;
  private final Suite suite;

  private Capacity(Suite suite) {
    this.suite = suite;
  }

  /**
   * @param arguments the folder of the repository, and perhaps which parts to measure
   */
  public static void main(String[] arguments) throws Exception {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      System.err.println("Processor time is read from /proc: this takes Linux.");
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("rolewise-capacity-");
    try (Suite suite = Suite.start(Path.of(arguments[0]), folder)) {
      Set<String> parts = arguments.length == 1 ? ALL : Set.of(arguments[1].split(","));
      new Capacity(suite).measure(parts);
    }
  }

  private void measure(Set<String> parts) throws Exception {
    if (parts.contains("storage")) {
      storage();
    }
    if (parts.contains("processor")) {
      processor();
    }
    if (parts.contains("streams")) {
      streams(Team.open(http, suite.url(), MEMBERS));
    }
    out.println("requests that were told to come back: " + Team.sentAway());
  }

  private void processor() throws IOException, InterruptedException {
    teams(WARM_UP_TEAMS);
    Team crowd = Team.open(http, suite.url(), 5_000);
    each(WARM_UP_SHEETS, crowd::answer);
    each(READS, number -> crowd.readInstrument());
    print("a team of 8, from its first page to the report", cost(TEAMS, () -> teams(TEAMS)));
    print("an answer: a ticket and a sheet", cost(SHEETS, () -> each(SHEETS, crowd::answer)));
    print(
        "a read of the questions, 1 document of all",
        cost(READS, () -> each(READS, number -> crowd.readInstrument())));
  }

  private Cost cost(int times, Cost.Work work) throws IOException, InterruptedException {
    return Cost.of(suite, times, work);
  }

  private void teams(int count) throws InterruptedException {
    each(
        count,
        number -> {
          Team team = Team.open(http, suite.url(), MEMBERS);
          for (int member = 0; member < MEMBERS; member++) {
            team.visit(member);
          }
          team.finish();
        });
  }

  private void print(String what, Cost cost) {
    out.printf(
        Locale.ROOT,
        "%-50s%8.3f ms of a processor, %.0f per core and second; %.2f messages over the bus%n",
        what,
        cost.total(),
        cost.perCore(),
        cost.messages());
    cost.milliseconds()
        .forEach(
            (name, milliseconds) ->
                out.printf(
                    Locale.ROOT,
                    "    %-46s%8.3f ms, %.0f %%%n",
                    name,
                    milliseconds,
                    100 * milliseconds / cost.total()));
  }

  private void streams(Team team) throws IOException, InterruptedException {
    double heap = suite.gateway().heapInUse();
    double resident = suite.gateway().resident();
    try (Streams open = Streams.open(suite.url(), team, STREAMS)) {
      double perStream = (suite.gateway().heapInUse() - heap) / open.count() / KIB;
      double all = (suite.gateway().resident() - resident) / open.count() / KIB;
      out.printf(
          Locale.ROOT,
          "%-50s%8.1f KiB of heap, %.0f per MiB; %.1f KiB of memory in all%n",
          "an open live stream",
          perStream,
          KIB / perStream,
          all);
    }
  }

  private void storage() throws IOException, InterruptedException, SQLException {
    Team team = Team.open(http, suite.url(), MEMBERS);
    for (int member = 0; member < MEMBERS; member++) {
      team.answer(member);
    }
    team.finish();
    try (Connection administrator = suite.postgres().administrate("rolewise")) {
      Map<String, Long> grown = Storage.grow(administrator, team.round(), STORED_ROUNDS);
      double sheets = STORED_ROUNDS * MEMBERS;
      double all = grown.values().stream().mapToLong(Long::longValue).sum();
      out.printf(
          Locale.ROOT,
          "%-50s%8.0f bytes for each sheet in rounds of 8, %.2f GiB for a million%n",
          "storage",
          all / sheets,
          all / sheets * 1e6 / (KIB * KIB * KIB));
      grown.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .forEach(
              table ->
                  out.printf(
                      Locale.ROOT,
                      "    %-46s%8.0f bytes for each sheet, %.0f for each round%n",
                      table.getKey(),
                      table.getValue() / sheets,
                      (double) table.getValue() / STORED_ROUNDS));
    }
  }

  /** One of many. */
  private interface One {
    void run(int number) throws IOException, InterruptedException;
  }

  /** Does it so many times, several at once; the first failure ends it all. */
  private static void each(int count, One one) throws InterruptedException {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        int mine = number;
        done.add(
            clients.submit(
                () -> {
                  one.run(mine);
                  return null;
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      clients.shutdownNow();
    }
  }
}
