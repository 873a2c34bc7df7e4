package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.Side;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class InstrumentTest {

  private static final Instrument SCAN = RoleGapScan.version1();

  @Test
  void withOneInitiativeTheProgrammeSideIsGoneEverywhere() {
    Instrument one = SCAN.forInitiatives(1);
    assertEquals(2, one.sides().size());
    assertEquals(8, one.areas().size());
    assertEquals(16, one.items().size());
    assertEquals(4, one.scenarios().size());
    one.scenarios().forEach(scenario -> assertEquals(3, scenario.options().size()));
    assertSame(one, one.forInitiatives(1));
    assertSame(SCAN, SCAN.forInitiatives(2));
  }

  @Test
  void aHatLosesAreasThatAreNotAskedAbout() {
    Instrument.Hat hat = new Instrument.Hat("ALIGNMENT_HAT", List.of("J1", "G1"));
    Instrument.Hat gone = new Instrument.Hat("PROGRAMME_HAT", List.of("G1", "G2"));
    Instrument.Parameters parameters = new Instrument.Parameters(45, 40, 50, 8, List.of(hat, gone));
    Instrument one = with(SCAN.sides(), SCAN.areas(), parameters).forInitiatives(1);
    assertEquals(
        List.of(new Instrument.Hat("ALIGNMENT_HAT", List.of("J1"))), one.parameters().hats());
  }

  @Test
  void aStructureThatDoesNotHangTogetherIsRefused() {
    List<Side> sides = SCAN.sides();
    List<Area> areas = SCAN.areas();
    refuse(() -> with(sides.subList(0, 2), areas, SCAN.parameters()));
    refuse(() -> with(sides, areas.subList(0, 9), SCAN.parameters()));
    refuse(() -> RoleGapScan.withItems(RoleGapScan.itemOrder().subList(1, 20)));
    refuse(() -> new Instrument.Parameters(101, 40, 50, 8, List.of()));
    refuse(() -> new RoundFacts(8, 2, 1, List.of(), 0));
    refuse(() -> new RoundFacts(8, 4, 1, List.of(), 9));
    Side product = new Side("product", "product-manager", "P", 3, 2);
    Instrument onlyLater =
        with(List.of(product, sides.get(1), sides.get(2)), areas, SCAN.parameters());
    refuse(() -> new RoleGapScoring(onlyLater));
  }

  private static void refuse(Executable attempt) {
    assertThrows(IllegalArgumentException.class, attempt);
  }

  private static Instrument with(
      List<Side> sides, List<Area> areas, Instrument.Parameters parameters) {
    return new Instrument(
        SCAN.id(),
        SCAN.version(),
        SCAN.hash(),
        sides,
        areas,
        SCAN.items(),
        SCAN.coverageOptions(),
        SCAN.scenarios(),
        parameters);
  }
}
