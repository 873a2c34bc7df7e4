package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.fixture.SheetBuilder;
import dev.rolewise.assessment.scoring.report.NextStep;
import dev.rolewise.assessment.scoring.report.StepCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextStepsTest {

  private static final Instrument SCAN = RoleGapScan.version1();
  private static final Instrument ONE = SCAN.forInitiatives(1);
  private static final RoleGapScoring ENGINE = new RoleGapScoring(SCAN);

  @Test
  void twoHatsTakeThePlaceOfFormsPerRole() {
    SheetBuilder sheet =
        new SheetBuilder(ONE)
            .struggle("P", 3)
            .struggle("J", 4)
            .covered("P", 5)
            .covered("J", 5)
            .struggle("P4", 0)
            .covered("P4", 1)
            .voting("J");
    List<NextStep> steps = steps(List.of(), 6, 6, 1, Collections.nCopies(6, sheet.build()));
    assertEquals(
        List.of(StepCode.FILL_FIRST, StepCode.TWO_HATS, StepCode.REPEAT_SCAN), codes(steps));
    assertEquals("project-manager", steps.get(0).role());
    assertEquals(List.of("P1", "P2", "P3", "J1", "J2", "J3", "J4"), steps.get(1).areas());
  }

  @Test
  void inALargerTeamTheRoleToFillFirstGetsItsForm() {
    SheetBuilder sheet =
        new SheetBuilder(ONE).struggle("P", 4).struggle("J", 3).covered("", 4).voting("P");
    sheet.struggle("J4", 0);
    List<NextStep> steps = steps(List.of(), 9, 9, 1, Collections.nCopies(9, sheet.build()));
    assertEquals(
        List.of(
            StepCode.FILL_FIRST, StepCode.GIVE_HOURS, StepCode.NAME_AN_OWNER, StepCode.REPEAT_SCAN),
        codes(steps));
    assertEquals("product-manager", steps.get(1).role());
    assertEquals(List.of("P1", "P2", "P3", "P4"), steps.get(1).areas());
    assertEquals("J4", steps.get(2).area());
  }

  @Test
  void aHatThatIsEnoughTakesThePlaceOfARole() {
    SheetBuilder sheet = new SheetBuilder(ONE).struggle("J1", 3).covered("J1", 5);
    assertEquals(
        List.of(StepCode.KEEP_WHAT_WORKS, StepCode.DELIVERY_HAT, StepCode.REPEAT_SCAN),
        codes(steps(List.of(), 5, 5, 1, Collections.nCopies(5, sheet.build()))));
  }

  @Test
  void whenEverythingIsHeavyAndAnswersAreMissingTalkingComesFirst() {
    SheetBuilder sheet = new SheetBuilder(ONE).struggle("", 3).covered("", 5).voting("none");
    List<NextStep> steps =
        steps(List.of("product-manager"), 5, 9, 1, Collections.nCopies(5, sheet.build()));
    assertEquals(
        List.of(
            StepCode.ASK_THE_REST,
            StepCode.TALK_FIRST,
            StepCode.TREAT_AS_HYPOTHESIS,
            StepCode.TALK_WITH_PRESENT_ROLE,
            StepCode.FILL_FIRST,
            StepCode.REPEAT_SCAN),
        codes(steps));
    assertEquals(4, steps.get(0).missing());
  }

  @Test
  void nobodyLooksForARoleTheTeamAlreadyHas() {
    SheetBuilder sheet = new SheetBuilder(ONE).struggle("P", 3).covered("P", 5).voting("P");
    List<Sheet> sheets = Collections.nCopies(6, sheet.build());
    assertEquals(
        List.of(StepCode.TALK_WITH_PRESENT_ROLE, StepCode.REPEAT_SCAN),
        codes(steps(List.of("product-manager"), 6, 6, 1, sheets)));
    assertEquals(
        List.of(StepCode.HIRE_OR_BORROW, StepCode.REPEAT_SCAN),
        codes(steps(List.of("project-manager"), 6, 6, 1, sheets)));
  }

  @Test
  void theMostSplitAreasAreDiscussedFirst() {
    List<Sheet> sheets = new ArrayList<>();
    for (int person = 0; person < 6; person++) {
      boolean half = person < 3;
      sheets.add(
          new SheetBuilder(ONE)
              .struggle("P2", half ? 0 : 3)
              .struggle("J3", half ? 0 : 2)
              .struggle("J4", half ? 0 : 2)
              .covered("P1", half ? 1 : 4)
              .build());
    }
    List<NextStep> steps = steps(List.of(), 6, 6, 1, sheets);
    assertEquals(
        List.of("P2", "J3", "J4"),
        steps.stream()
            .filter(step -> step.code() == StepCode.DISCUSS_SPLIT)
            .map(NextStep::area)
            .toList());
  }

  private static List<NextStep> steps(
      List<String> present, int n, int size, int initiatives, List<Sheet> sheets) {
    return ENGINE.report(new RoundFacts(size, 4, initiatives, present, n), sheets).nextSteps();
  }

  private static List<StepCode> codes(List<NextStep> steps) {
    return steps.stream().map(NextStep::code).toList();
  }
}
