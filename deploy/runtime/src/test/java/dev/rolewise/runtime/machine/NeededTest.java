package dev.rolewise.runtime.machine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A test without its tool is skipped for whoever works, and fails where changes are judged. */
class NeededTest {

  private String before;

  @BeforeEach
  void remember() {
    before = System.getProperty(Needed.SWITCH);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(Needed.SWITCH);
    } else {
      System.setProperty(Needed.SWITCH, before);
    }
  }

  @Test
  void whatIsHereIsNoReasonForAnything() {
    for (String each : new String[] {"true", "false"}) {
      System.setProperty(Needed.SWITCH, each);
      Needed.here(true, "never said");
      Needed.noObstacle(Optional.empty());
    }
  }

  @Test
  void withoutTheSwitchTheTestIsSkipped() {
    System.clearProperty(Needed.SWITCH);
    TestAbortedException skipped =
        assertThrows(TestAbortedException.class, () -> Needed.here(false, "no such tool"));
    assertTrue(skipped.getMessage().contains("no such tool"), skipped::getMessage);
  }

  @Test
  void withTheSwitchItFailsAndSaysForWhat() {
    System.setProperty(Needed.SWITCH, "true");
    AssertionFailedError failed =
        assertThrows(
            AssertionFailedError.class, () -> Needed.noObstacle(Optional.of("no such tool")));
    assertTrue(failed.getMessage().contains("no such tool"), failed::getMessage);
  }
}
