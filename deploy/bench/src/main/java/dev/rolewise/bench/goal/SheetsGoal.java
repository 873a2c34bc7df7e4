package dev.rolewise.bench.goal;

import dev.rolewise.bench.Goal;
import dev.rolewise.bench.Lab;
import dev.rolewise.bench.Row;
import dev.rolewise.bench.Samples;
import dev.rolewise.bench.load.Answers;
import dev.rolewise.bench.load.ClosedLoop;
import dev.rolewise.bench.load.InsertClients;
import dev.rolewise.bench.load.InsertClients.Inserted;
import dev.rolewise.bench.suite.Sheets;
import dev.rolewise.bench.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** P5 and P6: sheets from HTTP to the commit, beside clients who insert the same row. */
public final class SheetsGoal implements Goal {

  private static final int CREATED = 201;
  private static final int MANY = 64;

  /** More than can be handed in in a turn. */
  private static final int PER_SECOND = 8_000;

  /** One side's turn: what it stored, and what of the database's processors that took. */
  private record Turn(double perSecond, double microsOfDatabase, double waitMillis) {}

  private record Round(
      Turn sheets, Turn inserts, double commits, double statements, Map<String, Double> micros) {}

  @Override
  public List<String> names() {
    return List.of("P5", "P5b", "P5c", "P5d", "P5e", "P6");
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    Suite suite = lab.suite();
    InsertClients yardstick = Yardstick.of(suite);
    lab.say("handing in sheets to warm up");
    hand(suite, MANY, lab.effort().warmUp());
    List<Round> many = new ArrayList<>();
    List<Round> slow = new ArrayList<>();
    List<Round> one = new ArrayList<>();
    for (int i = 0; i < lab.effort().rounds(); i++) {
      lab.say("P5 round " + (i + 1) + " of " + lab.effort().rounds());
      many.add(round(suite, yardstick, MANY, lab.effort().turn()));
      one.add(round(suite, yardstick, 1, lab.effort().turn()));
      Yardstick.slowCommits(suite, 2_000);
      slow.add(round(suite, yardstick, MANY, lab.effort().turn()));
      Yardstick.slowCommits(suite, 0);
    }
    return rows(many, slow, one);
  }

  private static List<Row> rows(List<Round> many, List<Round> slow, List<Round> one) {
    String beside = InsertClients.name();
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.atLeast(
            "P5",
            "sheets/s, HTTP to commit, 64 clients: "
                + Row.number(Samples.middle(many, it -> it.sheets().perSecond())),
            beside + ", " + Row.number(Samples.middle(many, it -> it.inserts().perSecond())) + "/s",
            "x",
            Samples.each(many, it -> it.sheets().perSecond() / it.inserts().perSecond()),
            1.0,
            1.7));
    rows.add(
        Row.atMost(
            "P5b",
            "commits per accepted sheet, 64 clients",
            "exact count",
            "",
            Samples.each(many, Round::commits),
            0.10,
            0.03));
    rows.add(
        Row.atMost(
            "P5c",
            "PostgreSQL's processor time per sheet: "
                + Row.number(Samples.middle(many, it -> it.sheets().microsOfDatabase()))
                + " us",
            beside
                + ", "
                + Row.number(Samples.middle(many, it -> it.inserts().microsOfDatabase()))
                + " us",
            "x",
            Samples.each(
                many, it -> it.sheets().microsOfDatabase() / it.inserts().microsOfDatabase()),
            0.30,
            0.15));
    rows.add(
        Row.atLeast(
            "P5d",
            "P5 with a flush of 2 ms: "
                + Row.number(Samples.middle(slow, it -> it.sheets().perSecond())),
            beside + ", " + Row.number(Samples.middle(slow, it -> it.inserts().perSecond())) + "/s",
            "x",
            Samples.each(slow, it -> it.sheets().perSecond() / it.inserts().perSecond()),
            0.8,
            1.2));
    rows.add(
        Row.told("P5d", "commits per accepted sheet then", "", Samples.each(slow, Round::commits)));
    rows.add(
        Row.atMost(
            "P5e",
            "one client waits, half of the time: "
                + Row.number(Samples.middle(one, it -> it.sheets().waitMillis()))
                + " ms",
            beside
                + ", "
                + Row.number(Samples.middle(one, it -> it.inserts().waitMillis()))
                + " ms",
            "x",
            Samples.each(one, it -> it.sheets().waitMillis() / it.inserts().waitMillis()),
            2.0,
            1.3));
    rows.add(
        Row.atMost(
            "P6",
            "SQL statements per sheet, 64 clients",
            "exact count",
            "",
            Samples.each(many, Round::statements),
            3,
            1));
    rows.add(
        Row.atMost(
            "P6",
            "SQL statements per sheet, one client",
            "exact count",
            "",
            Samples.each(one, Round::statements),
            3,
            3));
    many.get(0)
        .micros()
        .keySet()
        .forEach(
            process ->
                rows.add(
                    Row.told(
                        "P5",
                        "processor time per sheet, " + process,
                        " us",
                        Samples.each(many, it -> it.micros().get(process)))));
    return rows;
  }

  private static Round round(Suite suite, InsertClients yardstick, int clients, Duration time)
      throws IOException, InterruptedException, SQLException {
    Sheets sheets =
        Sheets.of(suite, (int) (PER_SECOND * time.toSeconds() * clients / MANY) + 2_000);
    Counts before = Counts.of(suite);
    Map<String, Duration> used = suite.processorTimes();
    Answers answers =
        new ClosedLoop(URI.create(suite.url()), clients, sheets).run(time).all(CREATED);
    Map<String, Double> micros = new java.util.TreeMap<>();
    suite
        .processorTimes()
        .forEach(
            (name, after) ->
                micros.put(name, after.minus(used.get(name)).toNanos() / 1e3 / answers.count()));
    Counts after = Counts.of(suite);
    double accepted = after.accepted() - before.accepted();
    Duration database = suite.processorTimes().get(Suite.POSTGRES);
    Inserted inserted = yardstick.run(clients, time);
    double inserting = suite.processorTimes().get(Suite.POSTGRES).minus(database).toNanos() / 1e3;
    return new Round(
        new Turn(answers.perSecond(CREATED), micros.get(Suite.POSTGRES), answers.waitMillis(0.5)),
        new Turn(inserted.perSecond(), inserting / inserted.rows(), inserted.waitMillis()),
        (after.commits() - before.commits()) / accepted,
        (after.statements() - before.statements()) / accepted,
        micros);
  }

  static void hand(Suite suite, int clients, Duration time)
      throws IOException, InterruptedException, SQLException {
    new ClosedLoop(
            URI.create(suite.url()),
            clients,
            Sheets.of(suite, (int) (PER_SECOND * time.toSeconds() / 2)))
        .run(time)
        .all(CREATED);
  }

  /** What the service has counted since it began. */
  private record Counts(double accepted, double commits, double statements) {
    static Counts of(Suite suite) throws IOException, InterruptedException {
      double statements = 0;
      for (String name : List.of("sheet_", "sheets_", "round_instrument")) {
        statements +=
            suite
                .assessment()
                .metric("rolewise_statement_duration_seconds_count{statement=\"assessment." + name);
      }
      return new Counts(
          suite.assessment().metric("rolewise_sheets_accepted_total"),
          suite.assessment().metric("rolewise_sheets_commits_total"),
          statements);
    }
  }

  /** Clients of the same server that insert the same row into a table of the same make. */
  private static final class Yardstick {
    private static final String NAME = "yardstick";

    private Yardstick() {}

    static InsertClients of(Suite suite) throws Exception {
      String round = Sheets.of(suite, 1).teams().get(0).round();
      run(
          suite,
          "create table if not exists public.yardstick (like assessment.pending_sheet including all)",
          "alter table public.yardstick add foreign key (round) references assessment.round",
          "create role yardstick login password 'yardstick'",
          "grant connect on database rolewise to yardstick",
          "grant usage on schema assessment to yardstick",
          "grant insert on public.yardstick to yardstick");
      return new InsertClients(
          "jdbc:postgresql://127.0.0.1:" + suite.postgres().port() + "/rolewise",
          NAME,
          NAME,
          "insert into public.yardstick (round, answers, coverage, votes, comments) values ('"
              + round
              + "', '{3,1,4,0,2,2,0,4,1,3,3,1,0,2,4,1}', '{1,2,3,4,5,1,2,3}', '{3,3,3,3}', null)");
    }

    /** As on storage that takes so long to flush; 0 as it is. */
    static void slowCommits(Suite suite, int micros) throws SQLException {
      run(
          suite,
          "alter system set commit_delay = " + micros,
          "alter system set commit_siblings = " + (micros == 0 ? 5 : 0),
          "select pg_reload_conf()");
    }

    private static void run(Suite suite, String... statements) throws SQLException {
      try (Connection administrator = suite.postgres().administrate("rolewise");
          Statement statement = administrator.createStatement()) {
        for (String one : statements) {
          statement.execute(one);
        }
      }
    }
  }
}
