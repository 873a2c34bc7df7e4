package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed chance table is what its generator makes. */
class ChanceTableTest {

  private static final Path FILE =
      Path.of("src/main/resources/dev/rolewise/assessment/scoring/chance-agreement.csv");

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11})
  void theLinesOfSmallTeamsComeOutAgain(int options) throws IOException {
    int people = options == ChanceTable.COMPLETE_OPTIONS ? 20 : 10;
    List<String> lines = ChanceTable.lines(options, people);
    assertEquals(people - 1, lines.size());
    assertTrue(Files.readAllLines(FILE).containsAll(lines), () -> lines.toString());
  }

  /** Takes minutes; {@code -Dtables=check}. */
  @Test
  @EnabledIfSystemProperty(named = "tables", matches = "check")
  void allOfItComesOutAgain() throws IOException {
    assertEquals(Files.readAllLines(FILE), ChanceTable.file());
  }

  /** {@code -Dtables=write} */
  @Test
  @EnabledIfSystemProperty(named = "tables", matches = "write")
  void isWritten() throws IOException {
    Files.writeString(FILE, String.join("\n", ChanceTable.file()) + "\n");
  }
}
