package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No test is left out in silence where changes are judged, but for these reasons. */
class SkipsTest {

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  /** Everything that skips a test but the switch itself, as it is written. */
  private static final Pattern SKIPS =
      Pattern.compile("assume(True|False|That|ingThat)\\(|Assumptions\\.abort\\(");

  private static final Map<String, String> REASONS =
      Map.of(
          "Needed", "the switch",
          "EmbeddedPostgresTest", "how root does it, which nobody else has to",
          "ClusterPeerTest", "addresses that only Linux gives itself",
          "SearchTest", "an extension that the packed PostgreSQL has or not",
          "SearchWithoutTrigramsTest", "the same",
          "PartitionIT", "only in full, and as root",
          "AttackSize", "only in full",
          "OneProcessor", "measures nothing on such a machine",
          "ImagesIT", "a build that makes no images");

  @Test
  void whoeverSkipsUsesTheSwitchOrIsKnown() throws IOException {
    Set<String> skipping = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : (Iterable<Path>) files.filter(SkipsTest::isTest)::iterator) {
        if (SKIPS.matcher(Files.readString(file)).find()) {
          skipping.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertEquals(
        new TreeSet<>(REASONS.keySet()),
        skipping,
        "what a test needs of the machine goes through Needed.here");
  }

  private static boolean isTest(Path file) {
    String path = file.toString();
    return path.endsWith(".java")
        && path.contains("/src/test/")
        && !path.endsWith("SkipsTest.java");
  }
}
