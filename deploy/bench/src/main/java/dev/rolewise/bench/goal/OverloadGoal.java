package dev.rolewise.bench.goal;

import dev.rolewise.bench.Goal;
import dev.rolewise.bench.Lab;
import dev.rolewise.bench.Row;
import dev.rolewise.bench.load.Answers;
import dev.rolewise.bench.load.ClosedLoop;
import dev.rolewise.bench.suite.Sheets;
import dev.rolewise.bench.suite.Suite;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * P15: far more sheets than fit. Sixteen times as many clients as keep everything busy ask again
 * the moment they are refused, which no browser does.
 */
public final class OverloadGoal implements Goal {

  private static final int BUSY = 64;
  private static final int FAR_TOO_MANY = 1_024;
  private static final int CREATED = 201;
  private static final int UNAVAILABLE = 503;
  private static final int TOO_MANY = 429;

  private record Round(double fits, double overloaded, double others, double back) {}

  @Override
  public List<String> names() {
    return List.of("P15");
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    Suite suite = lab.suite();
    URI gateway = URI.create(suite.url());
    SheetsGoal.hand(suite, BUSY, lab.effort().warmUp());
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < lab.effort().rounds(); i++) {
      lab.say("P15 round " + (i + 1) + " of " + lab.effort().rounds());
      Duration turn = lab.effort().turn();
      double fits =
          new ClosedLoop(gateway, BUSY, Sheets.of(suite, 20_000))
              .run(turn)
              .all(CREATED)
              .perSecond(CREATED);
      Answers flood = new ClosedLoop(gateway, FAR_TOO_MANY, Sheets.of(suite, 40_000)).run(turn);
      long known = flood.of(CREATED) + flood.of(UNAVAILABLE) + flood.of(TOO_MANY);
      rounds.add(
          new Round(
              fits,
              flood.perSecond(CREATED) / fits,
              flood.count() - known + flood.refusedWithoutRetry(),
              back(suite, gateway)));
    }
    return List.of(
        Row.atLeast(
            "P15",
            "sheets stored of those that fit, with " + FAR_TOO_MANY + " clients who do not wait",
            BUSY
                + " clients, "
                + Row.number(dev.rolewise.bench.Samples.middle(rounds, Round::fits))
                + "/s",
            "x",
            rounds.stream().mapToDouble(Round::overloaded).toArray(),
            0.90,
            0.95),
        Row.atMost(
            "P15",
            "answers but 201, 429, 503; refusals without Retry-After",
            "exact count",
            "",
            rounds.stream().mapToDouble(Round::others).toArray(),
            0,
            0),
        Row.atMost(
            "P15",
            "then until a second without a refusal",
            "none",
            " s",
            rounds.stream().mapToDouble(Round::back).toArray(),
            5,
            2));
  }

  private static double back(Suite suite, URI gateway) throws Exception {
    Sheets sheets = Sheets.of(suite, 20_000);
    long began = System.nanoTime();
    while (true) {
      long second = System.nanoTime();
      Answers answers = new ClosedLoop(gateway, BUSY / 4, sheets).run(Duration.ofSeconds(1));
      if (answers.of(CREATED) == answers.count()) {
        return (second - began) / 1e9;
      }
      if (second - began > Duration.ofSeconds(30).toNanos()) {
        throw new IllegalStateException("refuses on: " + answers.statuses());
      }
    }
  }
}
