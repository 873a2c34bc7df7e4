package dev.rolewise.bench.goal;

import dev.rolewise.bench.Goal;
import dev.rolewise.bench.Lab;
import dev.rolewise.bench.Row;
import dev.rolewise.bench.Samples;
import dev.rolewise.bench.suite.LocalSuite;
import dev.rolewise.bench.suite.ServiceProcess;
import dev.rolewise.bench.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** P11 and P12: what starting takes, and what memory a process keeps. */
public final class StartGoal implements Goal {

  private static final double MIB = 1024 * 1024;

  private record Round(Started plain, Started mapped) {}

  /** What a gateway had used of a processor, and how long it took, when it answered first. */
  private record Started(Duration processor, Duration time) {}

  @Override
  public List<String> names() {
    return List.of("P11", "P12");
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    List<Row> rows = new ArrayList<>();
    lab.clear();
    rows.addAll(starts(lab));
    rows.addAll(memory(lab));
    return rows;
  }

  private static List<Row> starts(Lab lab) throws Exception {
    Path archive = lab.folder("archive").resolve("gateway.jsa");
    lab.say("P11: making the class-data archive");
    try (ServiceProcess gateway = Suite.gatewayAlone(lab.root(), lab.folder("train"))) {
      gateway.javaOptions(
          "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
      gateway.serve();
      gateway.awaitAnswer();
    }
    if (!Files.exists(archive)) {
      throw new IllegalStateException("Java made no class-data archive");
    }
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < lab.effort().rounds() + 1; i++) {
      lab.say("P11 start " + (i + 1) + " of " + (lab.effort().rounds() + 1));
      Round round =
          new Round(
              start(lab, "-Xshare:auto"),
              // ends at once when the archive does not fit: what is measured is that it is used
              start(lab, "-Xshare:on", "-XX:SharedArchiveFile=" + archive));
      if (i > 0) {
        rounds.add(round);
      }
    }
    return List.of(
        Row.atMost(
            "P11",
            "processor time to the first answer of a gateway alone, with a class-data archive: "
                + Row.number(Samples.middle(rounds, it -> it.mapped().processor().toMillis()))
                + " ms",
            "the plain jar, "
                + Row.number(Samples.middle(rounds, it -> it.plain().processor().toMillis()))
                + " ms",
            "x",
            Samples.each(
                rounds,
                it ->
                    (double) it.mapped().processor().toMillis()
                        / it.plain().processor().toMillis()),
            0.80,
            0.65),
        Row.atMost(
            "P11",
            "time to that answer, with the archive",
            "the plain jar, "
                + Row.number(Samples.middle(rounds, it -> it.plain().time().toMillis() / 1e3))
                + " s",
            " s",
            Samples.each(rounds, it -> it.mapped().time().toMillis() / 1e3),
            2,
            0.6));
  }

  private static Started start(Lab lab, String... options) throws Exception {
    try (ServiceProcess gateway = Suite.gatewayAlone(lab.root(), lab.folder("start"))) {
      gateway.javaOptions(options);
      long began = System.nanoTime();
      gateway.serve();
      gateway.awaitAnswer();
      return new Started(gateway.processorTime(), Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private static List<Row> memory(Lab lab) throws Exception {
    List<Row> rows = new ArrayList<>();
    Suite suite = lab.suite();
    SheetsGoal.hand(suite, 8, lab.effort().warmUp());
    for (Map.Entry<String, ServiceProcess> service : suite.services().entrySet()) {
      rows.add(
          Row.atMost(
              "P12",
              "memory of " + service.getKey() + ", clustered, after a load of sheets",
              "none",
              " MiB",
              new double[] {service.getValue().resident() / MIB},
              180,
              140));
    }
    lab.clear();
    lab.say("P12: the whole suite in one process");
    try (LocalSuite local = LocalSuite.start(lab.root(), lab.folder("local"))) {
      rows.add(
          Row.atMost(
              "P12",
              "memory of the local suite with PostgreSQL, shared pages counted once",
              "none",
              " MiB",
              new double[] {local.proportional() / MIB},
              420,
              350));
    }
    return rows;
  }
}
