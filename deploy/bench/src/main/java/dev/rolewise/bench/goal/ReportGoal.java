package dev.rolewise.bench.goal;

import dev.rolewise.bench.Goal;
import dev.rolewise.bench.Lab;
import dev.rolewise.bench.Row;
import dev.rolewise.bench.load.Answers;
import dev.rolewise.bench.load.ClosedLoop;
import dev.rolewise.bench.load.Requests;
import dev.rolewise.bench.suite.Sheets;
import dev.rolewise.bench.suite.Suite;
import dev.rolewise.bench.suite.Team;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * P14: what the report of a large round takes. Rounds of that size cannot be announced: one sheet
 * is copied within the database, and the round's announced size with it.
 */
public final class ReportGoal implements Goal {

  private static final int LARGE = 10_000;
  private static final int HUGE = 100_000;

  private record Round(double close, double report, double csv) {}

  @Override
  public List<String> names() {
    return List.of("P14");
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    Suite suite = lab.suite();
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < lab.effort().rounds() + 1; i++) {
      lab.say("P14 report " + (i + 1) + " of " + (lab.effort().rounds() + 1));
      Round round = round(suite, LARGE);
      if (i > 0) {
        rounds.add(round);
      }
    }
    lab.say("P14: a round of " + HUGE);
    Round huge = round(suite, HUGE);
    return List.of(
        Row.atMost(
            "P14",
            "report over " + LARGE + " sheets, from asking to its end, after the close",
            "none",
            " ms",
            rounds.stream().mapToDouble(Round::report).toArray(),
            50,
            20),
        Row.atMost(
            "P14",
            "the same as CSV",
            "none",
            " ms",
            rounds.stream().mapToDouble(Round::csv).toArray(),
            100,
            50),
        Row.told(
            "P14",
            "closing that round: released, scored, stored",
            " ms",
            rounds.stream().mapToDouble(Round::close).toArray()),
        Row.told("P14", "closing a round of " + HUGE + " with 64 MiB of heap", " ms", huge.close()),
        Row.told("P14", "its report", " ms", huge.report()));
  }

  private static Round round(Suite suite, int size) throws Exception {
    URI gateway = URI.create(suite.url());
    Sheets sheets = Sheets.of(suite, 20);
    new ClosedLoop(gateway, 1, sheets).run(Duration.ofSeconds(20)).all(201);
    Team team = sheets.teams().get(0);
    grow(suite, team.round(), size);
    String path = "/api/v1/rounds/" + team.round();
    String right = "Authorization: Bearer " + team.organiser();
    double close = close(suite, gateway, path, right);
    return new Round(
        close,
        wait(gateway, Requests.get(gateway, path + "/report?locale=en", right)),
        wait(gateway, Requests.get(gateway, path + "/report.csv?locale=en", right)));
  }

  /** Closing so many takes longer than anybody waits at a browser; it goes on meanwhile. */
  private static double close(Suite suite, URI gateway, String path, String right)
      throws Exception {
    long began = System.nanoTime();
    byte[] request = Requests.get(gateway, path + "/close", right, "Content-Length: 0");
    byte[] post = new String(request).replaceFirst("GET", "POST").getBytes();
    for (int tries = 0; tries < 60; tries++) {
      Answers answers = once(gateway, post);
      if (answers.of(200) == 1) {
        return (System.nanoTime() - began) / 1e6;
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
    throw new IllegalStateException("the round does not close");
  }

  private static double wait(URI gateway, byte[] request) {
    once(gateway, request).all(200);
    return once(gateway, request).all(200).waitMillis(0.5);
  }

  private static Answers once(URI gateway, byte[] request) {
    boolean[] asked = new boolean[1];
    return new ClosedLoop(
            gateway,
            1,
            () -> {
              byte[] next = asked[0] ? null : request;
              asked[0] = true;
              return next;
            })
        .run(Duration.ofSeconds(20));
  }

  private static void grow(Suite suite, String round, int size) throws SQLException {
    try (Connection administrator = suite.postgres().administrate("rolewise");
        Statement statement = administrator.createStatement()) {
      statement.execute(
          "insert into assessment.pending_sheet (round, answers, coverage, votes)"
              + " select p.round, p.answers, p.coverage, p.votes from assessment.pending_sheet p,"
              + " generate_series(1, "
              + (size / 20 - 1)
              + ") where p.round = '"
              + round
              + "'");
      statement.execute(
          "update assessment.round set size = "
              + size
              + ", received = "
              + size
              + " where id = '"
              + round
              + "'");
      statement.execute("analyze assessment.pending_sheet");
    }
  }
}
