package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rolewise.assessment.scoring.fixture.RandomTeams;
import dev.rolewise.assessment.scoring.fixture.RandomTeams.Team;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class SheetColumnsTest {

  private static final Instrument SCAN = RoleGapScan.version1();
  private static final RoleGapScoring ENGINE = new RoleGapScoring(SCAN);

  /** A whole company of copies of one team: thousands of sheets go the fast way. */
  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void columnsGiveTheReportOfTheSheets(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    List<Sheet> sheets = new ArrayList<>();
    for (int copy = 0; copy < 500; copy++) {
      sheets.addAll(team.released());
    }
    int people = sheets.size();
    RoundFacts facts = new RoundFacts(people + 3, 4, team.facts().initiatives(), List.of(), people);
    Instrument reduced = SCAN.forInitiatives(facts.initiatives());
    byte[][] answers = new byte[reduced.items().size()][people];
    byte[][] coverage = new byte[reduced.areas().size()][people];
    byte[][] votes = new byte[reduced.scenarios().size()][people];
    for (int person = 0; person < people; person++) {
      turn(sheets.get(person).answers(), answers, person);
      turn(sheets.get(person).coverage(), coverage, person);
      turn(sheets.get(person).votes(), votes, person);
    }
    SheetColumns columns = SheetColumns.wrap(people, answers, coverage, votes);
    assertEquals(ENGINE.report(facts, sheets), ENGINE.report(facts, columns));
  }

  private static void turn(byte[] row, byte[][] columns, int person) {
    for (int column = 0; column < columns.length; column++) {
      columns[column][person] = row[column];
    }
  }

  @Example
  void whatDoesNotFitIsRefused() {
    byte[][] none = {};
    assertThrows(
        IllegalArgumentException.class,
        () -> SheetColumns.wrap(2, new byte[][] {new byte[3]}, none, none));
    SheetColumns empty = SheetColumns.wrap(5, none, none, none);
    RoundFacts facts = new RoundFacts(5, 4, 1, List.of(), 5);
    assertThrows(IllegalArgumentException.class, () -> ENGINE.report(facts, empty));
    assertEquals("SheetColumns", empty.toString());
  }
}
