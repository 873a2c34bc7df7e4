package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.systemtest.ReadingCrowd.Read;
import dev.rolewise.systemtest.ReadingCrowd.Spell;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four times the load that the suite can take. What fits is answered as if there were no more, the
 * rest hears 429 or 503 and when to come back, nothing else happens to anybody, and a moment after
 * the crowd has gone everything is as before.
 *
 * <p>What it can take is settled by a database that is made slow: so many looks at a round at once,
 * each of a fixed time. Spells within what fits and spells of overload take turns; of each kind the
 * best counts, because whatever else the machine does can only take something away.
 */
@Tag("alone")
class OverloadIT {
  private static final int SPELLS = AttackSize.of("overload-spells", 3, 5);
  private static final int SECONDS = AttackSize.of("overload-seconds", 3, 20);
  private static final int TIMES = 4;
  private static final int LOOK_MILLIS = 50;
  private static final int CONNECTIONS = 8;

  /** What the database could do at the very most, on a machine that has nothing else to do. */
  private static final double MOST_PER_SECOND = CONNECTIONS * 1_000.0 / LOOK_MILLIS;

  /** Three for each of the database's connections: never one without work, never a long queue. */
  private static final int READERS = 3 * CONNECTIONS;

  private static final double LEAST_SHARE = 0.9;
  private static final long LATE_MILLIS = 3_000;
  private static final int NORMAL_SECONDS = 5;

  @TempDir Path folder;
  private OwnSuite suite;
  private ReadingCrowd readers;

  @BeforeEach
  void start() throws Exception {
    suite = OwnSuite.start(folder.resolve("data"), Map.of());
    Organiser organiser = Organiser.open(suite.api(), "Crowded", 6, 1);
    slowDown();
    readers =
        new ReadingCrowd(
            suite.port(),
            List.of(Read.with(organiser.token(), "/api/v1/rounds/" + organiser.round())));
  }

  @AfterEach
  void stop() {
    if (readers != null) {
      readers.close();
    }
    suite.close();
  }

  @Test
  void whatFitsIsAnsweredAndTheRestToldWhenToComeBack() throws Exception {
    readers.atOnce(READERS, 1);
    List<Spell> fitting = new ArrayList<>();
    List<Spell> crowded = new ArrayList<>();
    List<Double> recoveries = new ArrayList<>();
    for (int spell = 0; spell < SPELLS; spell++) {
      Spell fits = readers.atOnce(READERS, SECONDS);
      fitting.add(fits);
      crowded.add(readers.perSecond(TIMES * MOST_PER_SECOND, SECONDS));
      recoveries.add(secondsToNormal(fits));
    }
    Spell fits = best(fitting);
    Spell crowd = best(crowded);
    System.out.printf(
        "within what fits: %s%n%d times that: %s%nback to normal after %s s%n",
        fits, TIMES, crowd, recoveries);
    for (Spell spell : crowded) {
      assertEquals(List.of(), spell.strange(), "neither answered nor told to come back");
      assertTrue(spell.refused() > spell.good(), "it was no overload: " + spell);
    }
    assertTrue(crowd.lateMillis() <= LATE_MILLIS, "a queue grew: " + crowd);
    assertTrue(
        crowd.goodPerSecond() >= LEAST_SHARE * fits.goodPerSecond(),
        "goodput " + crowd + " instead of " + fits);
    double usual = recoveries.stream().sorted().toList().get(SPELLS / 2);
    assertTrue(usual <= NORMAL_SECONDS, "back to normal after " + recoveries + " s");
  }

  /** Half a second at a time, until one is like those before the crowd came. */
  private double secondsToNormal(Spell before) throws Exception {
    long begin = System.nanoTime();
    Spell now;
    do {
      now = readers.atOnce(READERS, 0.5);
      assertTrue((System.nanoTime() - begin) / 1e9 < 60, "not back to normal: " + now);
    } while (now.refused() > 0 || now.goodPerSecond() < LEAST_SHARE * before.goodPerSecond());
    return (System.nanoTime() - begin) / 1e9;
  }

  private static Spell best(List<Spell> spells) {
    return spells.stream().max(Comparator.comparingDouble(Spell::goodPerSecond)).orElseThrow();
  }

  /** Every look at a row of the table of rounds takes its time. */
  private void slowDown() throws SQLException {
    DatabaseSettings database = suite.postgres().provision("rolewise", "assessment");
    DatabaseSettings.Login owner = database.migration().orElseThrow();
    String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + database.database();
    try (Connection connection =
            DriverManager.getConnection(url, owner.user(), owner.password().reveal());
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO assessment");
      statement.execute(
          "CREATE FUNCTION takes_its_time() RETURNS boolean LANGUAGE plpgsql VOLATILE AS"
              + " $$ BEGIN PERFORM pg_sleep("
              + LOOK_MILLIS / 1000.0
              + "); RETURN true; END $$");
      statement.execute("ALTER TABLE round ENABLE ROW LEVEL SECURITY");
      statement.execute(
          "CREATE POLICY slow ON round USING (assessment.takes_its_time()) WITH CHECK (true)");
    }
  }
}
