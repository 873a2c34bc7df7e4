package dev.rolewise.assessment.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The committed trend table is what its generator makes. */
class TrendTableTest {

  private static final Path FILE =
      Path.of("src/main/resources/dev/rolewise/assessment/scoring/trend-noise.csv");

  private final TrendTable table = new TrendTable(new TrendSimulation(RoleGapScan.version1(), 2));

  @Test
  void itsFirstLinesComeOutAgain() throws IOException {
    List<String> committed = Files.readAllLines(FILE);
    for (int people : List.of(4, 6)) {
      assertTrue(committed.contains(table.line(people)), table.line(people));
    }
    assertEquals(TrendTable.MOST_PEOPLE - TrendTable.FEWEST_PEOPLE + 1, rows(committed));
  }

  /** Takes minutes; {@code -Dtables=check}. */
  @Test
  @EnabledIfSystemProperty(named = "tables", matches = "check")
  void allOfItComesOutAgain() throws IOException {
    assertEquals(Files.readAllLines(FILE), table.lines());
  }

  /** {@code -Dtables=write} */
  @Test
  @EnabledIfSystemProperty(named = "tables", matches = "write")
  void isWritten() throws IOException {
    Files.writeString(FILE, String.join("\n", table.lines()) + "\n");
  }

  private static long rows(List<String> lines) {
    return lines.stream().filter(line -> Character.isDigit(line.charAt(0))).count();
  }
}
