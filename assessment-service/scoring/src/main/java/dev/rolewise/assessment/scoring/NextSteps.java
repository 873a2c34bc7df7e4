package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.Confidence;
import dev.rolewise.assessment.scoring.report.Finding;
import dev.rolewise.assessment.scoring.report.FindingCode;
import dev.rolewise.assessment.scoring.report.Firmness;
import dev.rolewise.assessment.scoring.report.NextStep;
import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.Stability;
import dev.rolewise.assessment.scoring.report.StepCode;
import dev.rolewise.assessment.scoring.report.Verdict;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What to do next, most urgent first and at most {@value #MOST_STEPS}:
 *
 * <ol>
 *   <li>get the missing answers when they could change the verdict; talk first when everything is
 *       rated heavy; treat the verdict as a hypothesis when it leans or confidence is low; keep
 *       what works when nobody is needed;
 *   <li>talk with the roles that are already there; say which role comes first;
 *   <li>the form of help: two hats, or else a hat that is enough, or else the forms most people
 *       point at, for the role that comes first only (the next role waits until that one runs);
 *   <li>support for roles that have an owner and struggle; align related projects;
 *   <li>at most {@value #MOST_OWNERS} responsibilities that need a named owner (largest gap first)
 *       and at most {@value #MOST_SPLITS} to discuss (largest spread first);
 *   <li>repeat the scan: always last, and never crowded out.
 * </ol>
 */
final class NextSteps {

  static final int MOST_STEPS = 8;
  static final int MOST_OWNERS = 2;
  static final int MOST_SPLITS = 3;

  private static final Map<String, StepCode> FORM_STEPS =
      Map.of(
          "MANDATE", StepCode.AGREE_MANDATE,
          "HOURS", StepCode.GIVE_HOURS,
          "HIRE", StepCode.HIRE_OR_BORROW);
  private static final Map<String, StepCode> HAT_STEPS =
      Map.of(
          "PRODUCT_OWNER_MANDATE", StepCode.PRODUCT_OWNER_MANDATE,
          "DELIVERY_HAT", StepCode.DELIVERY_HAT);

  private final Assessment assessment;
  private final Questionnaire questionnaire;
  private final Verdict verdict;
  private final List<NextStep> steps = new ArrayList<>();

  private NextSteps(Assessment assessment, Verdict verdict) {
    this.assessment = assessment;
    this.questionnaire = assessment.questionnaire();
    this.verdict = verdict;
  }

  /** Without a verdict: the missing answers, or another scan when everybody has answered. */
  static List<NextStep> withoutVerdict(RoundFacts facts) {
    int missing = facts.size() - facts.received();
    return List.of(missing > 0 ? askTheRest(missing) : plain(StepCode.REPEAT_SCAN));
  }

  static List<NextStep> of(
      RoundFacts facts,
      Assessment assessment,
      Verdict verdict,
      Stability stability,
      List<AreaScore> areas) {
    NextSteps next = new NextSteps(assessment, verdict);
    next.beforeAnythingElse(facts, stability);
    next.roles();
    next.forms();
    next.support();
    next.owners(areas);
    next.splits(areas);
    List<NextStep> chosen =
        new ArrayList<>(next.steps.subList(0, Math.min(next.steps.size(), MOST_STEPS - 1)));
    chosen.add(plain(StepCode.REPEAT_SCAN));
    return chosen;
  }

  private void beforeAnythingElse(RoundFacts facts, Stability stability) {
    int missing = facts.size() - facts.received();
    if (Boolean.TRUE.equals(stability.missingAnswers().couldFlip()) && missing > 0) {
      steps.add(askTheRest(missing));
    }
    if (verdict.also().contains(FindingCode.UNIFORM_STRUGGLE)) {
      steps.add(plain(StepCode.TALK_FIRST));
    }
    if (verdict.firmness() == Firmness.LEANING || verdict.confidence() == Confidence.LOW) {
      steps.add(plain(StepCode.TREAT_AS_HYPOTHESIS));
    }
    if (verdict.code() == VerdictCode.NO_EXTRA_ROLE) {
      steps.add(plain(StepCode.KEEP_WHAT_WORKS));
    }
  }

  private void roles() {
    for (Finding finding : verdict.findings()) {
      if (finding.code() == FindingCode.ROLE_PRESENT) {
        steps.add(forRole(StepCode.TALK_WITH_PRESENT_ROLE, finding.role(), List.of()));
      }
    }
    if (verdict.fillFirst() != null) {
      steps.add(forRole(StepCode.FILL_FIRST, verdict.fillFirst(), List.of()));
    }
  }

  private void forms() {
    List<Integer> inVerdict =
        assessment.vacantSides().stream()
            .filter(
                side ->
                    VerdictRules.sidesOf(verdict.code()).contains(questionnaire.side(side).id()))
            .toList();
    List<StepCode> hats =
        verdict.form().stream().filter(HAT_STEPS::containsKey).map(HAT_STEPS::get).toList();
    if (verdict.twoHats()) {
      List<String> areas = inVerdict.stream().flatMap(s -> openAreas(s).stream()).toList();
      steps.add(new NextStep(StepCode.TWO_HATS, null, null, areas, null));
    } else if (!hats.isEmpty()) {
      hats.forEach(hat -> steps.add(plain(hat)));
    } else if (!inVerdict.isEmpty()) {
      formsFor(verdict.fillFirst() == null ? inVerdict.get(0) : assessment.heaviestVacantSide());
    }
  }

  private void formsFor(int side) {
    List<StepCode> forms =
        verdict.form().stream().filter(FORM_STEPS::containsKey).map(FORM_STEPS::get).toList();
    String role = questionnaire.side(side).role();
    boolean present =
        verdict.findings().contains(new Finding(FindingCode.ROLE_PRESENT, role, null));
    // a role can be vacant on average without a vacant area; agreeing who decides is then the
    // lightest start
    for (StepCode step : forms.isEmpty() ? List.of(StepCode.AGREE_MANDATE) : forms) {
      // whoever is there already comes first: the step about that says so
      if (step != StepCode.HIRE_OR_BORROW || !present) {
        steps.add(forRole(step, role, openAreas(side)));
      }
    }
  }

  /** The vacant areas of a side, or its heaviest one when the role is vacant on average only. */
  private List<String> openAreas(int side) {
    List<Integer> vacant = assessment.vacantAreas(side);
    List<Integer> open = vacant.isEmpty() ? List.of(assessment.heaviestArea(side)) : vacant;
    return open.stream().map(area -> questionnaire.area(area).id()).toList();
  }

  private void support() {
    for (int side : assessment.sides(Quadrant.UNSUPPORTED)) {
      steps.add(forRole(StepCode.SUPPORT_ROLE, questionnaire.side(side).role(), List.of()));
    }
    if (verdict.also().contains(FindingCode.ALIGN_PROGRAMME)) {
      steps.add(plain(StepCode.ALIGN_PROGRAMME));
    }
  }

  private void owners(List<AreaScore> areas) {
    areas.stream()
        .filter(area -> area.quadrant() == Quadrant.INFORMAL)
        .sorted(Comparator.comparing(AreaScore::gap).reversed())
        .limit(MOST_OWNERS)
        .forEach(area -> steps.add(forArea(StepCode.NAME_AN_OWNER, area)));
  }

  private void splits(List<AreaScore> areas) {
    areas.stream()
        .filter(AreaScore::split)
        .sorted(Comparator.comparing(NextSteps::spread).reversed())
        .limit(MOST_SPLITS)
        .forEach(area -> steps.add(forArea(StepCode.DISCUSS_SPLIT, area)));
  }

  private static double spread(AreaScore area) {
    return area.agreement() == null ? 0 : area.agreement().adMean();
  }

  private static NextStep askTheRest(int missing) {
    return new NextStep(StepCode.ASK_THE_REST, null, null, List.of(), missing);
  }

  private static NextStep plain(StepCode code) {
    return new NextStep(code, null, null, List.of(), null);
  }

  private static NextStep forRole(StepCode code, String role, List<String> areas) {
    return new NextStep(code, role, null, areas, null);
  }

  private static NextStep forArea(StepCode code, AreaScore area) {
    return new NextStep(code, area.role(), area.id(), List.of(), null);
  }
}
