package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.fixture.SheetBuilder;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.Confidence;
import dev.rolewise.assessment.scoring.report.FindingCode;
import dev.rolewise.assessment.scoring.report.Firmness;
import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.Reason;
import dev.rolewise.assessment.scoring.report.ReasonCode;
import dev.rolewise.assessment.scoring.report.RoleScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.StepCode;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole teams with their scores worked out by hand. */
class WorkedExamplesTest {

  private static final Instrument SCAN = RoleGapScan.version1();
  private static final Instrument ONE = SCAN.forInitiatives(1);
  private static final RoleGapScoring ENGINE = new RoleGapScoring(SCAN);

  @Test
  void aTeamOfSixWithAClearProductGapMissesAProductManager() {
    List<Sheet> sheets = new ArrayList<>();
    for (int person = 0; person < 6; person++) {
      SheetBuilder sheet =
          new SheetBuilder(ONE)
              .struggle("P", person < 3 ? 3 : 4) // mean 3.5
              .struggle("J", 1)
              .covered("P", person < 4 ? 5 : 4) // credit (4 x 0 + 2 x 20) / 6
              .covered("J", person < 3 ? 1 : 2) // credit (3 x 100 + 3 x 80) / 6 = 90
              .voting("P");
      sheets.add(sheet.build());
    }
    // one person knows one wording only: P1 is then (3 + 3 + 3 + 4 + 4 + 2) / 6 = 19 / 6
    sheets.set(
        5,
        new SheetBuilder(ONE)
            .struggle("P", 4)
            .item("P1a", -1)
            .item("P1b", 2)
            .struggle("J", 1)
            .covered("P", 4)
            .covered("J", 2)
            .voting("P")
            .build());

    ScanReport report = ENGINE.report(everybody(6, 1), sheets);

    assertEquals(VerdictCode.PRODUCT, report.verdict().code());
    assertEquals("R4", report.verdict().rule());
    assertEquals(Firmness.FIRM, report.verdict().firmness());
    assertEquals(Confidence.HIGH, report.verdict().confidence());
    assertEquals(List.of("HIRE"), report.verdict().form());
    assertEquals(List.of(), report.verdict().also());
    assertNull(report.verdict().fillFirst());
    RoleScore product = report.roles().get(0);
    assertEquals(25.0 * (19.0 / 6 + 3 * 3.5) / 4, product.struggle(), 1e-12); // 85.416...
    assertEquals(100 - 40.0 / 6, product.gap(), 1e-12); // 93.333...
    assertEquals(Quadrant.VACANT, product.quadrant());
    RoleScore project = report.roles().get(1);
    assertEquals(25.0, project.struggle());
    assertEquals(10.0, project.gap());
    assertEquals(Quadrant.FINE, project.quadrant());
    assertEquals(2, report.roles().size());
    AreaScore p1 = report.areas().get(0);
    assertEquals(List.of(0, 0, 1, 6, 4), p1.distribution());
    assertEquals(1, p1.dontKnow());
    assertEquals(List.of(0, 0, 0, 2, 4), p1.coverage());
    assertEquals(
        List.of(ReasonCode.ROLE_VACANT, ReasonCode.TOP_AREA, ReasonCode.ROLE_FINE),
        report.verdict().because().stream().map(Reason::code).toList());
    assertEquals("P2", report.verdict().because().get(1).area());
    assertEquals(
        List.of(StepCode.HIRE_OR_BORROW, StepCode.REPEAT_SCAN),
        report.nextSteps().stream().map(step -> step.code()).toList());
    assertEquals(List.of("P1", "P2", "P3", "P4"), report.nextSteps().get(0).areas());
  }

  @Test
  void aHealthyTeamThatOrganisesItselfNeedsNobody() {
    Sheet sheet = new SheetBuilder(ONE).struggle("", 1).covered("", 3).build();

    ScanReport report = ENGINE.report(everybody(6, 1), Collections.nCopies(6, sheet));

    assertEquals(VerdictCode.NO_EXTRA_ROLE, report.verdict().code());
    assertEquals("R7", report.verdict().rule());
    assertEquals(List.of(FindingCode.NAME_AN_OWNER), report.verdict().also());
    // two roles and eight areas
    assertEquals(10, report.verdict().findings().size());
    assertEquals(60.0, report.roles().get(0).gap());
    assertEquals(Quadrant.INFORMAL, report.roles().get(0).quadrant());
    assertEquals(List.of(), report.verdict().form());
    assertTrue(report.stability().scenarios().agree());
    assertEquals(
        List.of(
            StepCode.KEEP_WHAT_WORKS,
            StepCode.NAME_AN_OWNER,
            StepCode.NAME_AN_OWNER,
            StepCode.REPEAT_SCAN),
        report.nextSteps().stream().map(step -> step.code()).toList());
  }

  @Test
  void gapsOnAllSidesWithThreeInitiativesCallForBothAndAProgrammeManager() {
    Sheet sheet =
        new SheetBuilder(SCAN).struggle("", 3).struggle("J", 4).covered("", 5).voting("J").build();

    ScanReport report = ENGINE.report(everybody(6, 3), Collections.nCopies(6, sheet));

    assertEquals(VerdictCode.BOTH_PROGRAMME, report.verdict().code());
    assertEquals("R1", report.verdict().rule());
    assertEquals("project-manager", report.verdict().fillFirst());
    assertEquals(List.of(FindingCode.UNIFORM_STRUGGLE), report.verdict().also());
    assertFalse(report.verdict().twoHats());
    assertEquals(3, report.roles().size());
    assertEquals(10, report.areas().size());
  }

  @Test
  void theSameTeamWithOneInitiativeIsNotAskedAboutProgrammes() {
    Sheet sheet = new SheetBuilder(ONE).struggle("", 3).covered("", 5).voting("J").build();

    ScanReport report = ENGINE.report(everybody(6, 1), Collections.nCopies(6, sheet));

    assertEquals(VerdictCode.BOTH, report.verdict().code());
    assertEquals("product-manager", report.verdict().fillFirst());
    assertEquals(List.of("HIRE", "TWO_HATS"), report.verdict().form());
    assertTrue(report.verdict().twoHats());
  }

  @Test
  void threeAnswersOfEightGiveNothing() {
    Sheet sheet = new SheetBuilder(ONE).struggle("", 4).covered("", 5).build();
    RoundFacts facts = new RoundFacts(8, 4, 1, List.of("product-manager"), 3);

    ScanReport report = ENGINE.report(facts, List.of());

    assertEquals(VerdictCode.NOT_ENOUGH_DATA, report.verdict().code());
    assertEquals("R0", report.verdict().rule());
    assertNull(report.verdict().firmness());
    assertNull(report.verdict().confidence());
    assertNull(report.stability());
    assertEquals(0, report.n());
    assertEquals(3, report.received());
    assertEquals(3, report.heldBack());
    assertEquals(List.of(), report.roles());
    assertEquals(List.of(), report.areas());
    assertEquals(
        List.of(
            new Reason(
                ReasonCode.TOO_FEW_ANSWERS,
                null,
                null,
                Map.of("received", 3, "needed", 4, "missing", 1))),
        report.verdict().because());
    assertEquals(StepCode.ASK_THE_REST, report.nextSteps().get(0).code());
    assertEquals(5, report.nextSteps().get(0).missing());
    // handing the sheets over anyway changes nothing
    assertEquals(report, ENGINE.report(facts, Collections.nCopies(3, sheet)));
  }

  @Test
  void aTeamOfFourWithAFewDontKnowsGetsAVerdict() {
    List<Sheet> sheets = new ArrayList<>();
    for (int person = 0; person < 4; person++) {
      sheets.add(
          new SheetBuilder(ONE)
              .struggle("J", 3)
              .covered("J", 4)
              .voting("J")
              .item("J" + (person + 1) + "a", -1)
              .covered("P" + (person + 1), -1)
              .voting("S" + (person + 1), null)
              .build());
    }

    ScanReport report = ENGINE.report(everybody(4, 1), sheets);

    assertEquals(VerdictCode.PROJECT, report.verdict().code());
    assertEquals(75.0, report.roles().get(1).struggle());
    assertEquals(80.0, report.roles().get(1).gap());
    assertEquals(List.of("HOURS"), report.verdict().form());
    assertEquals(Confidence.HIGH, report.verdict().confidence());
  }

  @Test
  void someoneWhoDrownsIsSupportedNotReplaced() {
    Sheet sheet = new SheetBuilder(ONE).struggle("P", 3).covered("P", 1).voting("P").build();

    ScanReport report = ENGINE.report(everybody(5, 1), Collections.nCopies(5, sheet));

    assertEquals(VerdictCode.SUPPORT_PRODUCT, report.verdict().code());
    assertEquals("R6", report.verdict().rule());
    assertEquals(List.of(), report.verdict().form());
    assertEquals(StepCode.SUPPORT_ROLE, report.nextSteps().get(0).code());
  }

  private static RoundFacts everybody(int size, int initiatives) {
    return new RoundFacts(size, 4, initiatives, List.of(), size);
  }
}
