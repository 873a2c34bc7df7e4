package dev.rolewise.systemtest;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One process of each kind frozen for 20 s. A shorter time, and one of them alone, is in {@link
 * FaultsIT}, in every build.
 */
@Tag("alone")
class FrozenProcessIT {
  private static final Duration FROZEN = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static FaultedSuite suite;

  @BeforeAll
  static void start() throws Exception {
    AttackSize.onlyInFull("freezing processes for 20 s each");
    suite = FaultedSuite.start(folder, 2, 2, 2);
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
  void aFrozenAssessmentServiceComesBack() throws Exception {
    FrozenProcess.freeze(suite, suite.assessment(0), suite.assessment(1), FROZEN);
  }

  @Test
  void aFrozenGatewayComesBack() throws Exception {
    FrozenProcess.freeze(suite, suite.gateway(0), suite.gateway(1), FROZEN);
  }

  @Test
  void aFrozenContentServiceComesBack() throws Exception {
    FrozenProcess.freeze(suite, suite.content(0), suite.content(1), FROZEN);
  }
}
