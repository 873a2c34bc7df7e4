package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.upgrade.NextRelease;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page for operators says about upgrading and rolling back, done to the packaged services:
 * a program that comes before its migrations waits, and one that is put back stays at home with
 * those of the next release.
 */
class UpgradeIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final List<String> SCHEMAS = List.of("content", "assessment");

  private static final String KEY = "sent-again-after-going-back";

  /** How a JVM ends that was told to and did not have to be killed. */
  private static final int SIGTERM = 128 + 15;

  @TempDir Path folder;
  private ThreeServices suite;

  @BeforeAll
  static void onlyInFull() {
    AttackSize.onlyInFull("an upgrade, and back again, of the packaged services");
  }

  @AfterEach
  void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  void aProgramThatComesBeforeItsMigrationsWaitsForThem() throws Exception {
    prepareOlderTables();
    suite.startAll();
    suite.content(0).awaitReady(ThreeServices.START);
    ServiceUnderTest early = suite.assessment(0);
    awaitReason(early, "Schema assessment of rolewise on 127.0.0.1:");
    awaitReason(early, "is at version 3, older than the version 4 that this program needs: run");
    assertEquals(200, early.health("/livez").status(), "whoever watches it must not restart it");
    assertEquals(503, early.health("/startupz").status());
    assertFalse(suite.gateway(0).isReady(), "nobody answers for teams");
    assertPlain(early, "is at version 3, older than", 1);

    early.run("migrate");

    suite.awaitReady();
    assertTrue(early.isAlive(), "the same process");
    wholeRound();
    assertEquals(SIGTERM, early.stop());
  }

  @Test
  void aProgramThatWaitsForItsMigrationsCanBeStopped() throws Exception {
    prepareOlderTables();
    ServiceUnderTest early = suite.assessment(0).start();
    awaitReason(early, "is at version 3, older than");
    assertEquals(SIGTERM, early.stop(), early.log());
  }

  @Test
  void aReleaseThatIsTakenBackGoesOnWithTheTablesOfTheNextOne() throws Exception {
    suite = ThreeServices.start(folder, 1, 1, 1);
    Organiser organiser = Organiser.open(new Api(suite.gateway(0).url()), "Back again", 6, 1);
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    organiser.answers(Collections.nCopies(2, sheet));
    String ticket = organiser.drawTicket();
    for (String schema : SCHEMAS) {
      new NextRelease(database(schema)).expand();
    }
    // as the previous release during the upgrade
    JsonObject receipt = organiser.api().submit(ticket, KEY, sheet).expect(201).json();
    organiser.answers(List.of(sheet));
    // and put back after it
    for (ServiceUnderTest service : suite.all()) {
      assertEquals(SIGTERM, service.stop());
      service.start();
    }
    suite.awaitReady();
    assertEquals(receipt, organiser.api().submit(ticket, KEY, sheet).expect(201).json());
    organiser.answers(Collections.nCopies(2, sheet));
    organiser.close();
    assertEquals(6, organiser.report("nl").getInteger("n"));
    wholeRound();
    String said = suite.assessment(0).run("migrate");
    assertTrue(said.contains("assessment-service: 0 migrations applied"), said);
    wholeRound();
  }

  @Test
  void twoReleasesBackIsTooFar() throws Exception {
    suite = ThreeServices.prepare(folder, 1, 1, 1);
    int version = new NextRelease(database("assessment")).note(2);
    suite.startAll();
    ServiceUnderTest late = suite.assessment(0);
    awaitReason(
        late,
        ("is at version %d, newer than this program, which knows version %d, can use: run the"
                + " program that belongs to it.")
            .formatted(version, version - 2));
    assertEquals(200, late.health("/livez").status());
    assertPlain(late, "is at version " + version + ", newer than", 1);
    assertEquals(SIGTERM, late.stop(), late.log());
  }

  private void prepareOlderTables() {
    suite = ThreeServices.prepareWithoutTables(folder, 1, 1, 1);
    new Migrations(database("content"), "db/content").run();
    new Migrations(database("assessment"), "db/assessment").runUpTo("3");
  }

  private void wholeRound() {
    Organiser organiser = Organiser.open(new Api(suite.gateway(0).url()), "Whole", 4, 1);
    organiser.answers(
        Collections.nCopies(4, organiser.questionnaire().sheet(Organiser.PRODUCT_GAP)));
    organiser.close();
    assertEquals(4, organiser.report("en").getInteger("n"));
  }

  private DatabaseSettings database(String schema) {
    return suite.postgres().provision("rolewise", schema);
  }

  /**
   * A line for people, as often as it should be there, and nothing that only a programmer reads.
   */
  private static void assertPlain(ServiceUnderTest service, String sentence, int times) {
    List<String> lines = service.log().lines().toList();
    assertEquals(times, lines.stream().filter(it -> it.contains(sentence)).count(), service.log());
    assertTrue(lines.stream().noneMatch(it -> it.startsWith("\tat ")), service.log());
  }

  private static void awaitReason(ServiceUnderTest service, String words) {
    long end = System.nanoTime() + ThreeServices.START.plus(SOON).toNanos();
    ManagementPort.Health health = service.health("/readyz");
    while (!health.body().encode().contains(words)) {
      assertTrue(System.nanoTime() < end, health.body().encode() + "\n" + service.log());
      Thread.onSpinWait();
      health = service.health("/readyz");
    }
    assertEquals(503, health.status());
  }
}
