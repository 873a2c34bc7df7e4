package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.fixture.SheetBuilder;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.Confidence;
import dev.rolewise.assessment.scoring.report.Finding;
import dev.rolewise.assessment.scoring.report.FindingCode;
import dev.rolewise.assessment.scoring.report.Firmness;
import dev.rolewise.assessment.scoring.report.Reason;
import dev.rolewise.assessment.scoring.report.ReasonCode;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportEdgesTest {

  private static final Instrument SCAN = RoleGapScan.version1();
  private static final Instrument ONE = SCAN.forInitiatives(1);
  private static final RoleGapScoring ENGINE = new RoleGapScoring(SCAN);

  @Test
  void sheetsOfNothingButDontKnowsCountAndSayNothing() {
    ScanReport report = score(6, 1, Collections.nCopies(6, SheetBuilder.nothingKnown(ONE)));
    assertEquals(6, report.n());
    assertEquals(VerdictCode.NOT_ENOUGH_DATA, report.verdict().code());
    assertEquals(
        List.of(
            new Reason(
                ReasonCode.SIDE_NOT_USABLE,
                "product-manager",
                null,
                Map.of("usable", 0, "needed", 3)),
            new Reason(
                ReasonCode.SIDE_NOT_USABLE,
                "project-manager",
                null,
                Map.of("usable", 0, "needed", 3))),
        report.verdict().because());
    for (AreaScore area : report.areas()) {
      assertNull(area.struggle());
      assertNull(area.gap());
      assertNull(area.quadrant());
      assertNull(area.distribution());
      assertNull(area.dontKnow());
      assertNull(area.coverage());
      assertNull(area.agreement());
      assertFalse(area.split());
    }
  }

  @Test
  void oneHalfOfAnAreaIsShownWhenTheOtherIsNotKnownWellEnough() {
    List<Sheet> sheets = new ArrayList<>(copies(2, new SheetBuilder(ONE)));
    sheets.addAll(copies(3, new SheetBuilder(ONE).covered("P1", -1)));
    AreaScore area = score(5, 1, sheets).areas().get(0);
    assertEquals(0.0, area.struggle());
    assertNotNull(area.distribution());
    assertNull(area.gap());
    assertNull(area.coverage());
    assertNull(area.quadrant());
    assertFalse(area.usable());
  }

  @Test
  void aLowTurnoutSaysHowManyAreMissing() {
    ScanReport report =
        ENGINE.report(new RoundFacts(9, 4, 1, List.of(), 4), copies(4, new SheetBuilder(ONE)));
    assertEquals(
        List.of(
            new Reason(
                ReasonCode.TURNOUT_TOO_LOW,
                null,
                null,
                Map.of("n", 4, "size", 9, "needed", 5, "missing", 1))),
        report.verdict().because());
  }

  @Test
  void aTurnoutThatAsksForMoreThanTheHeadCountIsNamedBesideIt() {
    ScanReport report = ENGINE.report(new RoundFacts(20, 4, 1, List.of(), 3), List.of());
    assertEquals(
        List.of(ReasonCode.TOO_FEW_ANSWERS, ReasonCode.TURNOUT_TOO_LOW),
        report.verdict().because().stream().map(Reason::code).toList());
    assertEquals(1, report.verdict().because().get(0).numbers().get("missing"));
    assertEquals(7, report.verdict().because().get(1).numbers().get("missing"));
  }

  @Test
  void whatIsHeldBackNeedsCompletingToKBeforeItCounts() {
    // four of twenty are out, two wait; ten are needed, so four more make a batch of six
    ScanReport report =
        ENGINE.report(new RoundFacts(20, 4, 1, List.of(), 6), copies(4, new SheetBuilder(ONE)));
    assertEquals(2, report.heldBack());
    assertEquals(4, report.verdict().because().get(0).numbers().get("missing"));
  }

  @Test
  void aProgrammeSideThatCannotBeJudgedCountsAsNotVacantAndIsMentioned() {
    SheetBuilder sheet =
        new SheetBuilder(SCAN).struggle("", 3).covered("", 5).covered("G2", -1).voting("P");
    ScanReport report = score(5, 2, copies(5, sheet));
    assertEquals(VerdictCode.BOTH, report.verdict().code());
    assertFalse(report.roles().get(2).usable());
    assertNull(report.roles().get(2).quadrant());
    List<Reason> because = report.verdict().because();
    assertEquals(
        new Reason(
            ReasonCode.SIDE_NOT_USABLE,
            "programme-manager",
            null,
            Map.of("usable", 1, "needed", 2)),
        because.get(because.size() - 1));
    // without the unusable area the side needs one area only, and is vacant
    assertEquals(List.of("G2"), report.stability().leaveOneAreaOut().areas());
  }

  @Test
  void twoHatsAreForSmallTeamsWithOneInitiative() {
    SheetBuilder both = new SheetBuilder(ONE).struggle("", 3).covered("", 5);
    assertTrue(score(8, 1, copies(8, both)).verdict().twoHats());
    assertFalse(score(9, 1, copies(9, both)).verdict().twoHats());
    SheetBuilder wide =
        new SheetBuilder(SCAN).struggle("P", 3).struggle("J", 3).covered("P", 5).covered("J", 5);
    ScanReport connected = score(8, 2, copies(8, wide));
    assertEquals(VerdictCode.BOTH, connected.verdict().code());
    assertFalse(connected.verdict().twoHats());
  }

  @Test
  void aHatIsEnoughWhenNothingElseIsVacant() {
    assertEquals(List.of("PRODUCT_OWNER_MANDATE"), formWithVacant("P3"));
    assertEquals(List.of("DELIVERY_HAT"), formWithVacant("J1"));
    assertEquals(List.of("DELIVERY_HAT"), formWithVacant("J4"));
    assertEquals(List.of("DELIVERY_HAT"), formWithVacant("J1", "J4"));
    assertEquals(List.of(), formWithVacant("J1", "J2"));
    assertEquals(List.of(), formWithVacant("P3", "J1"));
  }

  private static List<String> formWithVacant(String... areas) {
    SheetBuilder sheet = new SheetBuilder(ONE);
    for (String area : areas) {
      sheet.struggle(area, 3).covered(area, 5);
    }
    ScanReport report = score(5, 1, copies(5, sheet));
    assertEquals(VerdictCode.NO_EXTRA_ROLE, report.verdict().code());
    return report.verdict().form();
  }

  @Test
  void tiedFormsAreAllNamed() {
    List<Sheet> sheets = new ArrayList<>();
    for (int option : new int[] {3, 3, 4, 4, 5, 5}) {
      sheets.add(new SheetBuilder(ONE).struggle("P", 3).covered("P", option).build());
    }
    assertEquals(List.of("MANDATE", "HOURS", "HIRE"), score(6, 1, sheets).verdict().form());
  }

  @Test
  void aVacantRoleThatIsPresentIsNamed() {
    SheetBuilder sheet = new SheetBuilder(ONE).struggle("P", 3).covered("P", 5);
    RoundFacts facts = new RoundFacts(5, 4, 1, List.of("product-manager", "project-manager"), 5);
    assertEquals(
        List.of(new Finding(FindingCode.ROLE_PRESENT, "product-manager", null)),
        ENGINE.report(facts, copies(5, sheet)).verdict().findings());
  }

  @Test
  void findingsKeepTheOrderOfTheRules() {
    SheetBuilder sheet =
        new SheetBuilder(SCAN)
            .struggle("P", 3)
            .covered("P", 5)
            .struggle("J", 3)
            .covered("J", 1)
            .struggle("G", 3)
            .covered("G", 5);
    RoundFacts facts = new RoundFacts(5, 4, 2, List.of("programme-manager"), 5);
    ScanReport report = ENGINE.report(facts, copies(5, sheet));
    assertEquals(VerdictCode.PRODUCT, report.verdict().code());
    assertEquals(
        List.of(
            FindingCode.SUPPORT_PROJECT,
            FindingCode.ALIGN_PROGRAMME,
            FindingCode.ROLE_PRESENT,
            FindingCode.UNIFORM_STRUGGLE),
        report.verdict().also());
  }

  @Test
  void votesAgreeOnlyWhenEveryTopOptionIsOnTheVerdictsSide() {
    assertEquals(true, agree("P", "P", "P", "J", "J"));
    assertEquals(false, agree("P", "P", "J", "J"));
    assertEquals(false, agree("J", "J", "J", "P"));
    assertEquals(true, agree("P", "P", "P", null, null));
    assertNull(agree("P", "P", null, null, null));
  }

  private static Boolean agree(String... votes) {
    List<Sheet> sheets = new ArrayList<>();
    for (String vote : votes) {
      sheets.add(new SheetBuilder(ONE).struggle("P", 3).covered("P", 5).voting(vote).build());
    }
    return score(votes.length, 1, sheets).stability().scenarios().agree();
  }

  @Test
  void confidenceCountsATurnoutOfThreeQuarters() {
    SheetBuilder sheet = new SheetBuilder(ONE).struggle("P", 4).covered("P", 5).voting("P");
    assertEquals(Confidence.HIGH, answered(6, 8, sheet).verdict().confidence());
    assertEquals(Confidence.MEDIUM, answered(5, 8, sheet).verdict().confidence());
  }

  @Test
  void missingAnswersMakeAVerdictProvisional() {
    SheetBuilder sheet = new SheetBuilder(ONE).struggle("P", 3).covered("P", 5).voting("P");
    ScanReport report = answered(4, 8, sheet);
    assertTrue(report.stability().missingAnswers().couldFlip());
    assertEquals(4, report.stability().missingAnswers().missing());
    assertEquals(8, report.stability().missingAnswers().invited());
    assertEquals(Firmness.PROVISIONAL, report.verdict().firmness());
    assertFalse(answered(8, 8, sheet).stability().missingAnswers().couldFlip());
  }

  @Test
  void anIntervalNeedsFivePeopleAndSomebodyMissing() {
    SheetBuilder sheet = new SheetBuilder(ONE).struggle("P", 3);
    assertNull(answered(5, 5, sheet).roles().get(0).interval());
    assertNull(answered(4, 5, sheet).roles().get(0).interval());
    assertEquals(75.0, answered(5, 6, sheet).roles().get(0).interval().low());
    assertEquals(75.0, answered(5, 6, sheet).roles().get(0).interval().high());
  }

  @Test
  void sheetsThatDoNotFitAreRefusedWithoutTellingWhatIsOnThem() {
    byte[] answers = new byte[16];
    byte[] coverage = {1, 1, 1, 1, 1, 1, 1, 1};
    byte[] votes = new byte[4];
    refuse(new Sheet(new byte[20], coverage, votes));
    refuse(new Sheet(answers, new byte[8], votes));
    refuse(new Sheet(answers, new byte[] {1, 1, 1, 1, 1, 1, 1, 6}, votes));
    refuse(new Sheet(answers, coverage, new byte[] {0, 0, 0, 3}));
    answers[3] = 5;
    refuse(new Sheet(answers, coverage, votes));
    answers[3] = -2;
    refuse(new Sheet(answers, coverage, votes));
    assertEquals("Sheet", new Sheet(answers, coverage, votes).toString());
  }

  private static void refuse(Sheet sheet) {
    List<Sheet> sheets = Collections.nCopies(4, sheet);
    assertThrows(IllegalArgumentException.class, () -> score(4, 1, sheets));
  }

  @Test
  void moreSheetsThanReceivedAreRefused() {
    List<Sheet> sheets = copies(5, new SheetBuilder(ONE));
    RoundFacts facts = new RoundFacts(8, 4, 1, List.of(), 4);
    assertThrows(IllegalArgumentException.class, () -> ENGINE.report(facts, sheets));
  }

  private static ScanReport answered(int n, int size, SheetBuilder sheet) {
    return ENGINE.report(new RoundFacts(size, 4, 1, List.of(), n), copies(n, sheet));
  }

  private static List<Sheet> copies(int people, SheetBuilder sheet) {
    return Collections.nCopies(people, sheet.build());
  }

  private static ScanReport score(int size, int initiatives, List<Sheet> sheets) {
    return ENGINE.report(new RoundFacts(size, 4, initiatives, List.of(), sheets.size()), sheets);
  }
}
