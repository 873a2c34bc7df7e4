package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL stops from one moment to the next while members send sheets and an organiser looks on,
 * stays away and comes back. Meanwhile everything is answered, within a second, with 503 and when
 * to come back; the process lives and says that it is not ready; afterwards it is ready again
 * within seconds, and every sheet is there once.
 */
@Tag("alone")
class DatabaseAwayIT {
  private static final int OUTAGES = AttackSize.of("outages", 1, 5);
  private static final int AWAY_SECONDS = AttackSize.of("away-seconds", 4, 15);
  private static final int SHEETS = AttackSize.of("away-sheets", 120, 400);
  private static final int BACK_SECONDS = 10;

  /** Of a hundred answers one may come late: the machine has other things to do as well. */
  private static final long WITHIN_MILLIS = 1_000;

  private static final long LATEST_MILLIS = 3_500;

  @TempDir Path folder;
  private OwnSuite suite;

  @BeforeEach
  void start() throws Exception {
    suite =
        OwnSuite.start(folder.resolve("data"), Map.of("limits.wrong-tokens-per-minute", 100_000));
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void everythingIsRefusedInTimeAndNothingIsLostOrCountedTwice() throws Exception {
    Organiser organiser = Organiser.open(suite.api(), "Patient", SHEETS, 1);
    try (SteadyMembers members = SteadyMembers.of(organiser, suite.api(), SHEETS)) {
      for (int outage = 0; outage < OUTAGES; outage++) {
        members.awaitAccepted(members.accepted() + SHEETS / (4 * OUTAGES));
        outage(members);
      }
      members.awaitAccepted(SHEETS);
      assertEquals(List.of(), members.strange(), "neither answered nor refused as promised");
      members.everyReceiptIsTheSameWhenAskedAgain();
    }
    JsonObject turnout = organiser.state().getJsonObject("turnout");
    assertEquals(SHEETS, turnout.getInteger("n"), turnout.encode());
    assertEquals(SHEETS, organiser.close().getJsonObject("turnout").getInteger("n"));
  }

  private void outage(SteadyMembers members) throws Exception {
    long away = System.nanoTime();
    suite.postgres().interrupt();
    long gone = System.nanoTime();
    long unready = awaitReadiness(503);
    suite.health().get("/livez").expect(200);
    suite.health().get("/startupz").expect(200);
    members.awaitRefusedAfter(gone + TimeUnit.SECONDS.toNanos(AWAY_SECONDS));
    suite.health().get("/livez").expect(200);
    suite.health().get("/readyz").expect(503);
    long returned = System.nanoTime();
    suite.postgres().resume();
    long up = System.nanoTime();
    long ready = awaitReadiness(200);
    long accepted = members.awaitAcceptedAfter(up);

    List<Long> refused = members.refusedBetween(away, up);
    long latest = refused.get(refused.size() - 1);
    long p99 = refused.get(refused.size() * 99 / 100);
    System.out.printf(
        "database away for %.1f s: not ready after %d ms, %d requests refused, half within %d ms,"
            + " 99 %% within %d, the last within %d; ready again %d ms and a sheet accepted %d ms"
            + " after PostgreSQL was back%n",
        (returned - gone) / 1e9,
        millis(gone, unready),
        refused.size(),
        refused.get(refused.size() / 2),
        p99,
        latest,
        millis(up, ready),
        millis(up, accepted));
    assertTrue(refused.size() >= 4 * AWAY_SECONDS, "only " + refused.size() + " were refused");
    assertTrue(p99 <= WITHIN_MILLIS, "refused after " + refused);
    assertTrue(latest <= LATEST_MILLIS, "refused after " + refused);
    assertTrue(millis(up, ready) <= BACK_SECONDS * 1_000, "ready again too late");
    assertTrue(millis(up, accepted) <= BACK_SECONDS * 1_000, "accepted again too late");
  }

  private long awaitReadiness(int status) {
    Api health = suite.health();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (health.get("/readyz").status() != status) {
      assertTrue(System.nanoTime() < end, "readiness does not become " + status);
    }
    return System.nanoTime();
  }

  private static long millis(long from, long to) {
    return TimeUnit.NANOSECONDS.toMillis(to - from);
  }
}
