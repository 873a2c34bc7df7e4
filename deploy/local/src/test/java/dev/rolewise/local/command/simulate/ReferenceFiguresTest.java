package dev.rolewise.local.command.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.simulation.TrendTable;
import dev.rolewise.local.instrument.PackagedInstruments;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The figures that the method page prints are what the simulation gives. */
class ReferenceFiguresTest {

  private static final Path FILE = Path.of("../../gateway/web/src/learn/simulation.json");

  private final Instrument instrument = PackagedInstruments.roleGapScan();
  private final ReferenceFigures figures = new ReferenceFigures(instrument, 2);

  @Test
  void thePackedInstrumentIsTheWholeScan() {
    assertEquals("role-gap-scan", instrument.id());
    assertEquals(20, instrument.items().size());
    assertEquals(4, instrument.scenarios().size());
    assertEquals(10, instrument.areas().size());
  }

  @Test
  void aPartOfThePrintedFiguresComesOutAgain() throws IOException {
    JsonObject printed = printed();
    JsonArray sizes = printed.getJsonArray("sizes");
    assertEquals(figures.size(4, done -> {}), sizes.getJsonObject(0));
    assertEquals(ReferenceFigures.SIZES.size(), sizes.size());
    JsonArray trend = printed.getJsonArray("trend");
    for (int row = 0; row < trend.size(); row++) {
      int people = ReferenceFigures.SIZES.get(row);
      assertEquals(ReferenceFigures.trend(people), trend.getJsonObject(row));
    }
  }

  /** Another version has other figures: make the file again. */
  @Test
  void theyAreAboutTheInstrumentThatIsPacked() throws IOException {
    JsonObject printed = printed();
    assertEquals(figures.instrument(), printed.getJsonObject("instrument"));
    assertEquals(ReferenceFigures.SEED, printed.getLong("seed"));
    assertEquals(ReferenceFigures.TEAMS_PER_KIND, printed.getInteger("teamsPerKind"));
    assertEquals(TrendTable.SEED, printed.getLong("trendSeed"));
    assertEquals(TrendTable.TEAMS, printed.getInteger("trendTeams"));
  }

  /** Takes a minute or two; {@code -Dtables=check}. */
  @Test
  @EnabledIfSystemProperty(named = "tables", matches = "check")
  void allOfThemComeOutAgain() throws IOException {
    assertEquals(figures.all(done -> {}), printed());
  }

  private static JsonObject printed() throws IOException {
    return new JsonObject(Files.readString(FILE));
  }
}
