package dev.rolewise.assessment.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.AssessmentSettings;
import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.Turnout;
import dev.rolewise.assessment.sheet.SheetStore.Accepted;
import dev.rolewise.assessment.sheet.SheetStore.Spending;
import dev.rolewise.assessment.sheet.SheetStore.Taking;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.ExecutedStatements;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.PostgresPool;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class GroupCommitTest {
  private static Suite suite;
  private static ExecutedStatements statements;
  private static Vertx vertx;
  private static Pool pool;
  private static Context context;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
    statements = new ExecutedStatements();
    vertx = statements.vertx();
    context = vertx.getOrCreateContext();
    pool = PostgresPool.create(vertx, database.settings(AssessmentSettings.SCHEMA));
  }

  @AfterAll
  static void stop() {
    Suite.await(pool.close());
    Suite.await(vertx.close());
    suite.close();
  }

  @Test
  void sixtyFourClientsShareEveryCommitAndEveryStatement() {
    int clients = 64;
    int each = 5;
    TestTeam team = TestTeam.withRound(suite, 400);
    List<Taking> sheets = sheets(team, clients * each);
    SheetStore store = store();
    long takenBefore = statements.runs("assessment.sheets_take");
    long allBefore = statements.runs("");

    Suite.await(
        inOneTurn(
            () ->
                Future.all(
                    IntStream.range(0, clients)
                        .mapToObj(
                            client ->
                                handIn(
                                    store,
                                    sheets.subList(client * each, (client + 1) * each).iterator()))
                        .toList())));

    // a commit stores what 64 clients have asked for, and nothing else asks the database
    assertEquals(each, statements.runs("assessment.sheets_take") - takenBefore);
    assertEquals(2 * each, statements.runs("") - allBefore);
    assertEquals(clients * each, pending(team));
    assertEquals(
        clients * each, team.get().getJsonObject("turnout").getInteger("n"), "counted once each");
  }

  /** A client reads its ticket, hands in, and goes on with the next one when it is answered. */
  private static Future<Void> handIn(SheetStore store, Iterator<Taking> mine) {
    if (!mine.hasNext()) {
      return Future.succeededFuture();
    }
    Taking sheet = mine.next();
    return store
        .ticket(sheet.ticket())
        .compose(
            ticket -> {
              assertFalse(ticket.orElseThrow().spent());
              return store.accept(sheet);
            })
        .compose(
            accepted -> {
              assertTrue(accepted.isPresent());
              return handIn(store, mine);
            });
  }

  @Test
  void oneThatTheDatabaseRefusesTakesNoNeighbourAlong() {
    TestTeam team = TestTeam.withRound(suite, 10);
    List<Taking> sheets = new ArrayList<>(sheets(team, 6));
    Taking good = sheets.get(2);
    sheets.set(
        2,
        new Taking(
            good.ticket(),
            good.round(),
            good.sheet(),
            new Spending(good.spending().digest(), "no text of PostgreSQL: \u0000")));
    SheetStore store = store();
    List<Future<Optional<Accepted>>> answers =
        inOneTurn(() -> sheets.stream().map(store::accept).toList());
    Suite.await(Future.join(answers).otherwiseEmpty());
    for (int i = 0; i < answers.size(); i++) {
      assertEquals(i != 2, answers.get(i).succeeded(), "sheet " + i);
    }
    assertEquals(5, pending(team));
    assertEquals(5, team.get().getJsonObject("turnout").getInteger("n"));
    assertTrue(Suite.await(store.accept(good)).isPresent(), "its ticket is still good");
  }

  @Test
  void spentTicketsClosedRoundsAndFullOnesConcernNobodyElse() {
    TestTeam open = TestTeam.withRound(suite, 10);
    TestTeam closed = TestTeam.withRound(suite, 4);
    TestTeam almostFull = TestTeam.withRound(suite, 4);
    List<Taking> sheets = new ArrayList<>(sheets(open, 3));
    List<Taking> late = sheets(closed, 2);
    List<Taking> many = sheets(almostFull, 6);
    SheetStore store = store();
    Suite.await(store.accept(sheets.get(0)));
    closed.close();
    List<Taking> all =
        Stream.of(sheets, late, many, List.of(stranger(open))).flatMap(List::stream).toList();
    long before = statements.runs("assessment.sheets_take");
    List<Future<Optional<Accepted>>> answers =
        inOneTurn(() -> all.stream().map(store::accept).toList());
    Suite.await(Future.all(answers));
    assertEquals(1, statements.runs("assessment.sheets_take") - before);
    List<Boolean> taken = answers.stream().map(it -> it.result().isPresent()).toList();
    assertEquals(List.of(false, true, true, false, false), taken.subList(0, 5));
    assertEquals(4, taken.subList(5, 11).stream().filter(it -> it).count());
    assertFalse(taken.get(11), "a ticket of nowhere");
    assertEquals(3, pending(open));
    assertEquals(0, pending(closed));
    assertEquals(4, pending(almostFull));
    assertEquals(4, almostFull.get().getJsonObject("turnout").getInteger("n"));
    assertEquals(
        // one of each round tells the others
        2, answers.stream().filter(it -> it.result().map(Accepted::first).orElse(false)).count());
  }

  @Test
  void whoHoldsARoundKeepsNobodyWaitingButThatRound() {
    TestTeam held = TestTeam.withRound(suite, 10);
    TestTeam free = TestTeam.withRound(suite, 10);
    JsonObject message = TestSheet.healthy().message(held.drawTicket(), TestTeam.newKey());
    JsonObject other = TestSheet.healthy().message(free.drawTicket(), TestTeam.newKey());
    SqlConnection holder = Suite.await(suite.pool().getConnection());
    Suite.await(
        holder
            .query("begin; select 1 from round where id = '" + held.round + "' for update")
            .execute());
    Future<JsonObject> waits = suite.send(AssessmentAddresses.SHEET_SUBMIT, message);
    awaitBlocked();
    suite.ask(AssessmentAddresses.SHEET_SUBMIT, other);
    assertFalse(waits.isComplete());
    Suite.await(holder.query("commit").execute().compose(done -> holder.close()));
    Suite.await(waits);
    assertEquals(1, pending(held));
    assertEquals(1, pending(free));
  }

  @Test
  void aTicketThatAnotherProcessSpendsMeanwhileIsNotSpentAgain() {
    TestTeam team = TestTeam.withRound(suite, 10);
    List<Taking> sheets = sheets(team, 2);
    String round = "'" + team.round + "'";
    SqlConnection other = Suite.await(suite.pool().getConnection());
    Suite.await(
        other.query("begin; select 1 from round where id = " + round + " for update").execute());
    SheetStore store = store();
    List<Future<Optional<Accepted>>> answers =
        inOneTurn(() -> sheets.stream().map(store::acceptPatiently).toList());
    awaitBlocked();
    Suite.await(
        other
            .preparedQuery("update ticket set spent = true, receipt = 'first' where hash = $1")
            .execute(Tuple.of(sheets.get(0).ticket()))
            .compose(
                done ->
                    other
                        .query(
                            "update round set received = received + 1, version = version + 1"
                                + " where id = "
                                + round
                                + "; insert into pending_sheet (round, answers, coverage, votes)"
                                + " values ("
                                + round
                                + ", '{1}', '{1}', '{1}'); commit")
                        .execute())
            .compose(done -> other.close()));
    Suite.await(Future.all(answers));
    assertFalse(answers.get(0).result().isPresent());
    assertEquals(
        new Turnout(2, 10, team.get().getJsonObject("turnout").getInteger("version")),
        answers.get(1).result().orElseThrow().turnout());
    assertEquals(2, pending(team));
    assertEquals(2, team.get().getJsonObject("turnout").getInteger("n"));
    assertEquals(1, suite.sql("select 1 from ticket where receipt = 'first'").size());
  }

  /** As two replicas do: neither knows the other's queue. */
  @Test
  void twoProcessesTakeATicketOnceAndNeverMoreThanTheSize() {
    int size = 20;
    TestTeam team = TestTeam.withRound(suite, size);
    List<Taking> sheets = sheets(team, 30);
    List<Future<Optional<Accepted>>> answers = new ArrayList<>();
    for (SheetStore store : List.of(store(), store())) {
      for (int from = 0; from < sheets.size(); from += 5) {
        List<Taking> some = sheets.subList(from, from + 5);
        some.forEach(
            sheet ->
                answers.add(
                    store
                        .accept(sheet)
                        .compose(
                            taken ->
                                taken.isPresent()
                                    ? Future.succeededFuture(taken)
                                    : store.acceptPatiently(sheet))));
      }
    }
    Suite.await(Future.all(answers));
    // who lost a race to somebody who then found no room may come again
    SheetStore again = store();
    for (Taking sheet : sheets) {
      answers.add(again.acceptPatiently(sheet));
    }
    Suite.await(Future.all(answers));
    assertEquals(size, answers.stream().filter(it -> it.result().isPresent()).count());
    assertEquals(size, pending(team));
    assertEquals(size, team.get().getJsonObject("turnout").getInteger("n"));
    assertEquals(
        size,
        suite.sql("select 1 from ticket where spent and round = '" + team.round + "'").size());
  }

  private static SheetStore store() {
    return new SheetStore(pool, suite.clock, new SheetQueues(), context);
  }

  private static List<Taking> sheets(TestTeam team, int count) {
    return Stream.generate(() -> sheet(team, team.drawTicket())).limit(count).toList();
  }

  private static Taking stranger(TestTeam team) {
    return sheet(team, "0".repeat(26));
  }

  private static Taking sheet(TestTeam team, String ticket) {
    return new Taking(
        Buffer.buffer(Secrets.fingerprint(ticket)),
        UUID.fromString(team.round),
        new CheckedSheet(values(16), values(8), values(4), new JsonObject()),
        new Spending(
            ReplayDigest.of(ticket, TestTeam.newKey(), TestSheet.healthy().body()), "receipt"));
  }

  private static Short[] values(int count) {
    Short[] values = new Short[count];
    Arrays.fill(values, (short) 1);
    return values;
  }

  private static <T> T inOneTurn(Supplier<T> does) {
    Promise<T> done = Promise.promise();
    context.runOnContext(turn -> done.complete(does.get()));
    return Suite.await(done.future());
  }

  private static void awaitBlocked() {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (suite
        .sql(
            "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                + " and query like '/* assessment.sheets_take_waiting */%'")
        .isEmpty()) {
      assertTrue(System.nanoTime() < end, "nothing waits");
    }
  }

  private static int pending(TestTeam team) {
    return suite.sql("select 1 from pending_sheet where round = '" + team.round + "'").size();
  }
}
