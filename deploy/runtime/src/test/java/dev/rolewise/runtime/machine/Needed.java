package dev.rolewise.runtime.machine;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a test needs of the machine beside Java. Where somebody works it may be missing, and the
 * test is skipped; where a change is judged, {@code -Drequire.tools=true} makes that a failure: a
 * test that never ran there would look as if it had passed.
 */
public final class Needed {

  /** The switch. */
  public static final String SWITCH = "require.tools";

  private Needed() {}

  /** Goes on when it is there; else skips the test, or fails it. */
  public static void here(boolean there, Supplier<String> without) {
    if (!there && Boolean.getBoolean(SWITCH)) {
      fail("Nothing may be skipped here, and this would have been: " + without.get());
    }
    assumeTrue(there, without);
  }

  public static void here(boolean there, String without) {
    here(there, () -> without);
  }

  /** Goes on when nothing is in the way. */
  public static void noObstacle(Optional<String> obstacle) {
    here(obstacle.isEmpty(), () -> obstacle.orElse(""));
  }
}
