package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.BrowserSession.Screen;
import dev.rolewise.systemtest.OldContentPages.Opened;
import dev.rolewise.systemtest.OldContentPages.Screened;
import dev.rolewise.systemtest.ReadingCrowd.Read;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a crash, a new version and a database that goes away cost while members send their sheets:
 * one of each, in every build. More of them, and the slow ones, run with {@code -Pfaults}.
 */
@Tag("alone")
@ExtendWith(SharedBrowser.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {
  private static final double SHEETS_PER_SECOND = 5;
  private static final int PROCESSES = 5;
  private static final String ROLES = "/api/v1/roles";

  /** More than come while the slowest machine restarts what it has to. */
  private static final int MOST = 2_000;

  private static final int SPELLS = AttackSize.of("processor-spells", 3, 5);
  private static final int SPELL_SECONDS = AttackSize.of("processor-seconds", 2, 10);

  /** The others notice within about eight seconds, and go on for a moment without it. */
  private static final Duration FROZEN = Duration.ofSeconds(10);

  private static final String DUTCH_MARK =
      "Je ziet deze pagina zoals die was om %s. Of er inmiddels iets nieuwers is, kunnen we nu niet nagaan.";
  private static final String ENGLISH_MARK =
      "You see this page as it was at %s. We can\u2019t check for anything newer right now.";

  /** What the home page shows, and the glossary. */
  private static final List<String> PUBLIC =
      List.of(
          "/api/v1/roles/product-manager?locale=nl",
          "/api/v1/roles/project-manager?locale=nl",
          "/api/v1/scenarios?locale=nl",
          "/api/v1/glossary?locale=en");

  @TempDir static Path folder;
  private static FaultedSuite suite;
  private static KeptDocuments documents;

  @BeforeAll
  static void start() throws Exception {
    suite = FaultedSuite.start(folder, 1, 2, 2);
    documents = KeptDocuments.read(suite.gateway(0), PUBLIC);
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @BeforeEach
  void everythingRuns() throws Exception {
    suite.whole();
  }

  @Test
  void aKilledServiceIsNoticedSoonAndCostsNoSheet() throws Exception {
    try (LoadedRound round = LoadedRound.open(suite, "Killed", MOST, SHEETS_PER_SECOND)) {
      round.more(10);
      Instant killed = Instant.now();
      suite.assessment(0).kill();
      suite.gateway(0).awaitMembers(PROCESSES - 1, FaultedSuite.PATIENCE);
      suite.gateway(1).awaitMembers(PROCESSES - 1, FaultedSuite.PATIENCE);
      double detected = Figures.seconds(killed, Instant.now());
      // longer than any of the dead one's requests is waited for
      round.more(30);
      Figures figures = round.finish("kill -9 of an assessment-service", detected, killed);
      assertTrue(detected <= 8, "noticed after " + detected + " s");
      assertTrue(figures.tally().failed().size() <= 30, figures.tally().failed()::toString);
      round.organiser().close();
      assertEquals(figures.ledger().acknowledged(), round.organiser().report("en").getInteger("n"));
    }
  }

  @Test
  void whileContentIsAwayGatewaysStayInRotationAndOpenRoundsGoOn() throws Exception {
    try (LoadedRound round = LoadedRound.open(suite, "No content", MOST, SHEETS_PER_SECOND)) {
      round.more(10);
      Api read = new Api(suite.gateway(0).url());
      String roles = read.get(ROLES).expect(200).body();
      suite.content(0).kill();
      suite.gateway(0).awaitMembers(PROCESSES - 1, FaultedSuite.PATIENCE);
      suite.gateway(1).awaitMembers(PROCESSES - 1, FaultedSuite.PATIENCE);
      round.more(20);
      for (int gateway = 0; gateway < 2; gateway++) {
        ManagementPort.Health health = suite.gateway(gateway).health("/readyz");
        assertTrue(health.good(), health.body()::encode);
        JsonObject content = check(health, "content-service");
        assertEquals(false, content.getBoolean("up"), content::encode);
        assertEquals(false, content.getBoolean("needed"), content::encode);
        assertTrue(content.getString("why").contains("content-service"), content::encode);
      }
      assertEquals(roles, read.get(ROLES).expect(200).body());
      Figures figures = round.finish("no content-service", Figures.NONE, Instant.now());
      assertEquals(List.of(), figures.tally().failed());
    }
  }

  private static JsonObject check(ManagementPort.Health health, String name) {
    return health.body().getJsonArray("checks").stream()
        .map(JsonObject.class::cast)
        .filter(check -> name.equals(check.getString("name")))
        .findFirst()
        .orElseThrow();
  }

  /** The last one: a gateway looks a document up again when it has had it for a minute. */
  @Test
  @Order(Integer.MAX_VALUE)
  void readersAreToldHowOldContentIsUntilItIsThereAgain(SharedBrowser.Program browser)
      throws Exception {
    try (BrowserSession session = new BrowserSession(browser)) {
      OldContentPages pages = new OldContentPages(session, suite.gateway(0).url());
      OldContentPages.assertPlain(pages.open(Screened.HOME, "nl", Screen.PHONE));
      OldContentPages.assertPlain(pages.open(Screened.GLOSSARY, "en", Screen.DESKTOP));
      suite.content(0).stop();
      documents.await(true, FaultedSuite.PATIENCE);
      Opened home = pages.open(Screened.HOME, "nl", Screen.PHONE);
      Opened glossary = pages.open(Screened.GLOSSARY, "en", Screen.DESKTOP);
      List<String> clocks = documents.clocks();
      OldContentPages.assertMarked(home, DUTCH_MARK, clocks);
      OldContentPages.assertMarked(glossary, ENGLISH_MARK, clocks);
      suite.content(0).start();
      documents.await(false, FaultedSuite.PATIENCE);
      OldContentPages.assertMarkGoes(home);
      OldContentPages.assertMarkGoes(glossary);
      assertEquals(List.of(), session.complaints());
    }
  }

  @Test
  void aNewVersionRollsOutWithoutARequestThatFails() throws Exception {
    try (LoadedRound round = LoadedRound.open(suite, "Rolling", MOST, SHEETS_PER_SECOND)) {
      round.more(10);
      for (ServiceUnderTest service : List.of(suite.assessment(0), suite.gateway(1))) {
        service.stop();
        service.start().awaitMembers(PROCESSES, FaultedSuite.PATIENCE);
        service.awaitReady(FaultedSuite.PATIENCE);
        round.more(10);
      }
      Figures figures =
          round.finish(
              "rolling restart of an assessment-service and a gateway",
              Figures.NONE,
              Instant.now());
      assertEquals(List.of(), figures.tally().failed());
    }
  }

  @Test
  void aWayToTheDatabaseThatSwallowsEverythingIsToldInTimeAndUsedAgainSoon() throws Exception {
    new SwallowingWay(suite).swallow();
  }

  @Test
  void aFrozenServiceIsBackWithoutARestart() throws Exception {
    FrozenProcess.freeze(suite, suite.assessment(0), suite.assessment(1), FROZEN);
  }

  @Test
  void connectionsThatAreOpenAtOneEndOnlyCostNoSheet() throws Exception {
    try (HalfOpenConnections connections = new HalfOpenConnections(suite)) {
      connections.open();
    }
  }

  @Test
  void anotherVersionWorksBesideThisOne() throws Exception {
    try (OtherVersion other = OtherVersion.join(suite.services())) {
      for (ServiceUnderTest service : suite.services().all()) {
        service.awaitMembers(PROCESSES + 1, FaultedSuite.PATIENCE);
      }
      other.worksBeside(new Api(suite.gateway(0).url()));
    }
    System.out.println("another version beside this one: both understood one another both ways");
  }

  /** Everybody opens a report at the same time, and all processes have one processor. */
  @Test
  void fourTimesWhatTheProcessorCanDoLeavesWhatFitsAsItWas() throws Exception {
    Organiser organiser = Organiser.open(new Api(suite.nextGateway()), "Crowded", 6, 1);
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    organiser.answers(Collections.nCopies(6, sheet));
    organiser.close();
    String report = "/api/v1/rounds/" + organiser.round() + "/report";
    List<Read> reads =
        List.of(
            Read.with(organiser.token(), report),
            Read.with(organiser.token(), report + ".bundle.json"));
    try (OneProcessor processor = OneProcessor.orSkip()) {
      for (ServiceUnderTest service : suite.services().all()) {
        processor.crowd(service);
      }
      int port = suite.gateway(0).port("http.port");
      try (CrowdProcess crowd = CrowdProcess.start(processor.elsewhere(), port, reads)) {
        new ProcessorOverload(crowd).run(SPELLS, SPELL_SECONDS).print().assertHeld();
      }
    }
  }

  @Test
  void aDatabaseThatCrashesCostsNoSheetAndIsUsedAgainSoon() throws Exception {
    try (LoadedRound round = LoadedRound.open(suite, "Database", MOST, SHEETS_PER_SECOND)) {
      round.more(10);
      Instant stopped = Instant.now();
      suite.postgres().stopImmediately();
      suite.assessment(0).awaitUnready(FaultedSuite.PATIENCE);
      double detected = Figures.seconds(stopped, Instant.now());
      assertTrue(suite.assessment(0).health("/livez").good(), "a restart would not help");
      suite.postgres().startAgain();
      Instant back = Instant.now();
      suite.services().awaitReady();
      double ready = Figures.seconds(back, Instant.now());
      round.more(10);
      Figures figures =
          round.finish("PostgreSQL stopped immediately and started again", detected, back);
      assertTrue(ready <= 10, "ready after " + ready + " s");
      assertTrue(figures.recovered() <= 10, "recovered after " + figures.recovered() + " s");
    }
  }
}
