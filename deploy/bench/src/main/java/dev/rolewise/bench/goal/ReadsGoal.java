package dev.rolewise.bench.goal;

import dev.rolewise.bench.Goal;
import dev.rolewise.bench.Lab;
import dev.rolewise.bench.Row;
import dev.rolewise.bench.Samples;
import dev.rolewise.bench.load.ClosedLoop;
import dev.rolewise.bench.load.Requests;
import dev.rolewise.bench.suite.HelperProcess;
import dev.rolewise.bench.suite.Suite;
import dev.rolewise.bench.yardstick.BareServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** P1 to P4: reads of public content through the gateway, beside a bare handler. */
public final class ReadsGoal implements Goal {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int CLIENTS = 16;
  private static final String EVENT_LOOPS = "2";
  private static final int COUNTED_READS = 2_000;

  /** Microseconds of processor time for each request. */
  private record Round(
      double bare, double kept, double known, double zipped, double missed, double missedGateway) {}

  @Override
  public List<String> names() {
    return List.of("P1", "P2", "P3", "P4");
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    Suite suite = lab.suite();
    URI gateway = URI.create(suite.url());
    Document document = Document.nearTo(gateway, 8 * 1024);
    Path file = Files.write(lab.folder("bare").resolve("document"), document.bytes());
    HelperProcess bare =
        lab.keep(HelperProcess.start(BareServer.class, file.toString(), EVENT_LOOPS));
    URI yardstick = URI.create("http://127.0.0.1:" + bare.said());
    byte[] read = Requests.get(gateway, document.path());
    byte[] known = Requests.get(gateway, document.path(), "If-None-Match: " + document.tag());
    byte[] zipped = Requests.get(gateway, document.path(), "Accept-Encoding: gzip, br");
    AtomicInteger language = new AtomicInteger();
    Supplier<byte[]> unknown =
        () -> Requests.get(gateway, document.pathIn(language(language.getAndIncrement())));
    lab.say("reading to warm up");
    ask(yardstick, () -> Requests.get(yardstick, "/"), OK, lab.effort().warmUp());
    ask(gateway, () -> read, OK, lab.effort().warmUp());
    ask(gateway, unknown, OK, lab.effort().warmUp());
    Duration turn = lab.effort().turn();
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < lab.effort().rounds(); i++) {
      lab.say("P1 round " + (i + 1) + " of " + lab.effort().rounds());
      rounds.add(
          new Round(
              micros(
                  bare::processorTime,
                  () -> ask(yardstick, () -> Requests.get(yardstick, "/"), OK, turn)),
              micros(suite.gateway()::processorTime, () -> ask(gateway, () -> read, OK, turn)),
              micros(
                  suite.gateway()::processorTime,
                  () -> ask(gateway, () -> known, NOT_MODIFIED, turn)),
              micros(suite.gateway()::processorTime, () -> ask(gateway, () -> zipped, OK, turn)),
              micros(() -> reading(suite), () -> ask(gateway, unknown, OK, turn)),
              micros(suite.gateway()::processorTime, () -> ask(gateway, unknown, OK, turn))));
    }
    double messages = messagesPerRead(suite, gateway, read);
    return rows(rounds, document, messages);
  }

  private static List<Row> rows(List<Round> rounds, Document document, double messages) {
    String bare =
        "bare Vert.x handler, same bytes, "
            + Row.number(Samples.middle(rounds, Round::bare))
            + " us";
    return List.of(
        Row.atMost(
            "P1",
            "kept "
                + document.bytes().length
                + " bytes, gateway's processor time: "
                + Row.number(Samples.middle(rounds, Round::kept))
                + " us",
            bare,
            "x",
            Samples.each(rounds, it -> it.kept() / it.bare()),
            1.35,
            1.15),
        Row.told(
            "P1",
            "the same compressed (gzip or br)",
            "x",
            Samples.each(rounds, it -> it.zipped() / it.bare())),
        Row.atMost(
            "P2",
            "304 on the same: " + Row.number(Samples.middle(rounds, Round::known)) + " us",
            bare,
            "x",
            Samples.each(rounds, it -> it.known() / it.bare()),
            1.1,
            0.9),
        Row.atMost(
            "P3",
            "messages over the bus per warm read of " + COUNTED_READS,
            "exact count",
            "",
            new double[] {messages},
            0,
            0),
        Row.atMost(
            "P4",
            "a miss, clustered, gateway and content-service: "
                + Row.number(Samples.middle(rounds, Round::missed))
                + " us",
            bare,
            "x",
            Samples.each(rounds, it -> it.missed() / it.bare()),
            5,
            4),
        Row.told(
            "P4",
            "of that the gateway",
            "x",
            Samples.each(rounds, it -> it.missedGateway() / it.bare())));
  }

  /** Three letters each: no content in it, so that the answer is that of the usual language. */
  private static String language(int number) {
    int all = 26 * 26 * 26;
    int letters = number % all;
    return ""
        + (char) ('a' + letters / 676)
        + (char) ('a' + letters / 26 % 26)
        + (char) ('a' + letters % 26);
  }

  private static double messagesPerRead(Suite suite, URI gateway, byte[] read)
      throws IOException, InterruptedException {
    ask(gateway, () -> read, OK, Duration.ofMillis(100));
    double before = suite.busRequests();
    AtomicInteger left = new AtomicInteger(COUNTED_READS);
    new ClosedLoop(gateway, 1, () -> left.getAndDecrement() > 0 ? read : null)
        .run(Duration.ofSeconds(20))
        .all(OK);
    return (suite.busRequests() - before) / COUNTED_READS;
  }

  private static Duration reading(Suite suite) throws IOException {
    return suite
        .gateway()
        .processorTime()
        .plus(suite.services().get("content-service").processorTime());
  }

  private static int ask(URI to, Supplier<byte[]> requests, int status, Duration time) {
    return new ClosedLoop(to, CLIENTS, requests).run(time).all(status).count();
  }

  private interface Clock {
    Duration look() throws IOException;
  }

  private interface Work {
    int run();
  }

  private static double micros(Clock clock, Work work) throws IOException {
    Duration before = clock.look();
    int times = work.run();
    return clock.look().minus(before).toNanos() / 1e3 / times;
  }
}
