package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.fixture.SheetBuilder;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.RoleScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every threshold exactly at its value and a hair beside it. */
class ThresholdsTest {

  private static final Instrument ONE = RoleGapScan.version1().forInitiatives(1);
  private static final RoleGapScoring ENGINE = new RoleGapScoring(RoleGapScan.version1());

  @Test
  void aStruggleOfExactly45IsHigh() {
    // (2 + 2 + 2 + 2 + 1) / 5 x 25 = 45
    RoleScore product = score(people(5, 2, 2, 2, 2, 1)).roles().get(0);
    assertEquals(45.0, product.struggle());
    assertEquals(Quadrant.VACANT, product.quadrant());
  }

  @Test
  void aStruggleOf4499IsLow() {
    // 2500 people: 2000 twos and 500 ones are 45; one of them answers one wording a point lower:
    // 44.995
    List<Sheet> sheets = new ArrayList<>(Collections.nCopies(2000, troubled(2, 5).build()));
    sheets.addAll(Collections.nCopies(500, troubled(1, 5).build()));
    assertEquals(Quadrant.VACANT, score(sheets).roles().get(0).quadrant());
    SheetBuilder lower = troubled(1, 5);
    List.of("P1a", "P2a", "P3a", "P4a").forEach(item -> lower.item(item, 0));
    sheets.set(2499, lower.build());
    RoleScore product = score(sheets).roles().get(0);
    assertEquals(44.995, product.struggle());
    assertEquals(Quadrant.INFORMAL, product.quadrant());
  }

  @Test
  void aRoleIsDecidedExactlyWhenItsAreasHaveDifferentNumbersOfAnswers() {
    // in half points per person: 11/3, 10/3, 18/5, 19/5; the mean is 14.4 / 4 = 3.6 halves = 45
    List<Sheet> sheets = uneven(3);
    RoleScore product = score(sheets).roles().get(0);
    assertEquals(45.0, product.struggle());
    assertEquals(Quadrant.VACANT, product.quadrant());
    RoleScore lower = score(uneven(2)).roles().get(0);
    assertEquals(44.375, lower.struggle());
    assertEquals(Quadrant.INFORMAL, lower.quadrant());
  }

  private static List<Sheet> uneven(int lastOfP4) {
    int[][] halves = {
      {4, 4, 4, 4},
      {4, 3, 4, 4},
      {3, 3, 4, 4},
      {-1, -1, 3, 4},
      {-1, -1, 3, lastOfP4},
      {-1, -1, -1, -1}
    };
    List<Sheet> sheets = new ArrayList<>();
    for (int[] person : halves) {
      SheetBuilder sheet = new SheetBuilder(ONE).covered("P", 5);
      for (int area = 1; area <= person.length; area++) {
        int half = person[area - 1];
        sheet.item("P" + area + "a", half < 0 ? -1 : half / 2);
        sheet.item("P" + area + "b", half < 0 ? -1 : half - half / 2);
      }
      sheets.add(sheet.build());
    }
    return sheets;
  }

  @Test
  void aGapOfExactly40IsHigh() {
    // (.8 + .8 + .8 + .4 + .2) / 5 = .6; with doubles 1 - .6 is a little below .4
    List<Sheet> sheets = new ArrayList<>();
    for (int option : new int[] {2, 2, 2, 3, 4}) {
      sheets.add(troubled(3, option).build());
    }
    RoleScore product = score(sheets).roles().get(0);
    assertEquals(40.0, product.gap());
    assertEquals(Quadrant.VACANT, product.quadrant());
    sheets.set(4, troubled(3, 3).build());
    assertEquals(36.0, score(sheets).roles().get(0).gap());
    assertEquals(Quadrant.UNSUPPORTED, score(sheets).roles().get(0).quadrant());
  }

  @Test
  void halfOfTheTeamIsEnoughAndOneLessIsNot() {
    List<Sheet> four = people(5, 3, 3, 3, 3);
    assertEquals(VerdictCode.PRODUCT, code(8, 4, four));
    assertEquals(VerdictCode.NOT_ENOUGH_DATA, code(9, 4, four));
  }

  @Test
  void fourPeopleAreEnoughAndThreeAreNotEvenWithKThree() {
    assertEquals(VerdictCode.PRODUCT, code(4, 3, people(5, 3, 3, 3, 3)));
    ScanReport three = ENGINE.report(new RoundFacts(4, 3, 1, List.of(), 3), people(5, 3, 3, 3));
    assertEquals(VerdictCode.NOT_ENOUGH_DATA, three.verdict().code());
    assertEquals(75.0, three.roles().get(0).struggle());
    assertEquals(8, three.areas().size());
  }

  @Test
  void anAverageDeviationOfExactlyFiveSixthsIsNotSplit() {
    // item a: 0 0 0 2 2 2, deviation 1; item b: 0 0 1 1 2 2, deviation 2/3; mean 5/6
    int[] a = {0, 0, 0, 2, 2, 2};
    AreaScore atTheBorder = score(items(a, new int[] {0, 0, 1, 1, 2, 2})).areas().get(0);
    assertEquals(5.0 / 6, atTheBorder.agreement().adMean());
    assertFalse(atTheBorder.split());
    AreaScore beyond = score(items(a, new int[] {0, 0, 0, 1, 2, 2})).areas().get(0);
    assertTrue(beyond.split());
  }

  private static List<Sheet> items(int[] a, int[] b) {
    List<Sheet> sheets = new ArrayList<>();
    for (int person = 0; person < a.length; person++) {
      sheets.add(new SheetBuilder(ONE).item("P1a", a[person]).item("P1b", b[person]).build());
    }
    return sheets;
  }

  @Test
  void twoPeopleOnEitherEndOfCoverageAreASplitAndOneIsNot() {
    assertTrue(score(covered(1, 2, 4, 5)).areas().get(0).split());
    assertTrue(score(covered(1, 1, 3, 5, 5)).areas().get(0).split());
    assertFalse(score(covered(1, 2, 3, 5)).areas().get(0).split());
    assertFalse(score(covered(1, 3, 4, 5)).areas().get(0).split());
  }

  private static List<Sheet> covered(int... options) {
    List<Sheet> sheets = new ArrayList<>();
    for (int option : options) {
      sheets.add(new SheetBuilder(ONE).covered("P1", option).build());
    }
    return sheets;
  }

  private static List<Sheet> people(int option, int... struggles) {
    List<Sheet> sheets = new ArrayList<>();
    for (int struggle : struggles) {
      sheets.add(troubled(struggle, option).build());
    }
    return sheets;
  }

  private static SheetBuilder troubled(int struggle, int option) {
    return new SheetBuilder(ONE).struggle("P", struggle).covered("P", option).voting("P");
  }

  private static VerdictCode code(int size, int k, List<Sheet> sheets) {
    RoundFacts facts = new RoundFacts(size, k, 1, List.of(), sheets.size());
    return ENGINE.report(facts, sheets).verdict().code();
  }

  private static ScanReport score(List<Sheet> sheets) {
    int size = sheets.size();
    return ENGINE.report(new RoundFacts(size, 4, 1, List.of(), size), sheets);
  }
}
