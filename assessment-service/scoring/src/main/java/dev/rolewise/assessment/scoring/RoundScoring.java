package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Parameters;
import dev.rolewise.assessment.scoring.VerdictRules.Ruling;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.ScoredRound;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.Confidence;
import dev.rolewise.assessment.scoring.report.Finding;
import dev.rolewise.assessment.scoring.report.Firmness;
import dev.rolewise.assessment.scoring.report.NextStep;
import dev.rolewise.assessment.scoring.report.Reason;
import dev.rolewise.assessment.scoring.report.RoleScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.Stability;
import dev.rolewise.assessment.scoring.report.Verdict;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import dev.rolewise.assessment.scoring.trace.Explanation;
import dev.rolewise.assessment.scoring.trace.RuleTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores rounds that share one reduced instrument. */
final class RoundScoring {

  private static final int LEAST_USABILITY = 3;

  private final Questionnaire questionnaire;
  private final Judge judge;

  RoundScoring(Instrument reduced) {
    this.questionnaire = new Questionnaire(reduced);
    this.judge = new Judge(questionnaire);
  }

  ScanReport report(RoundFacts facts, SheetColumns released) {
    return released.people() < facts.k()
        ? withoutRelease(facts)
        : report(facts, new TeamAnswers(questionnaire, judge, released));
  }

  ScoredRound score(RoundFacts facts, SheetColumns released) {
    if (released.people() < facts.k()) {
      return new ScoredRound(withoutRelease(facts), RoundSums.NOTHING);
    }
    TeamAnswers answers = new TeamAnswers(questionnaire, judge, released);
    ScanReport report = report(facts, answers);
    return new ScoredRound(report, sums(facts, answers, report));
  }

  ScanReport report(RoundFacts facts, RoundSums sums) {
    return sums.people() < facts.k()
        ? withoutRelease(facts)
        : report(facts, new BundledFigures(questionnaire, sums));
  }

  /** Scores alone, as if nobody could judge yet. */
  ScanReport withoutVerdict(RoundFacts facts, RoundSums sums) {
    if (sums.people() < facts.k()) {
      return withoutRelease(facts);
    }
    BundledFigures figures = new BundledFigures(questionnaire, sums);
    return withoutVerdict(facts, figures, assess(facts, figures), turnout(facts, figures.people()));
  }

  /** What we would have put into a bundle with these sums: the same, or somebody else wrote it. */
  RoundSums rewritten(RoundFacts facts, RoundSums sums) {
    if (sums.people() < facts.k()) {
      return RoundSums.NOTHING;
    }
    BundledFigures figures = new BundledFigures(questionnaire, sums);
    return sums(facts, figures, report(facts, figures));
  }

  Explanation explain(RoundFacts facts, RoundSums sums) {
    if (sums.people() < facts.k()) {
      RoleJudgement[] nothing = new RoleJudgement[0];
      List<RuleTrial> rules = RuleTrials.of(questionnaire, turnout(facts, 0), nothing);
      return new Explanation(rules, List.of(), Map.of(), Set.of(), null, null);
    }
    BundledFigures figures = new BundledFigures(questionnaire, sums);
    return new RoundExplanation(questionnaire, judge, figures, assess(facts, figures))
        .of(facts, turnout(facts, figures.people()));
  }

  private RoundSums sums(RoundFacts facts, TeamFigures figures, ScanReport report) {
    return SumsForBundle.of(figures, assess(facts, figures), report.stability(), facts.size());
  }

  private ScanReport withoutRelease(RoundFacts facts) {
    Verdict verdict = notEnoughData(turnout(facts, 0).shortfalls());
    List<NextStep> steps = NextSteps.withoutVerdict(facts);
    return assemble(facts, 0, verdict, List.of(), List.of(), null, steps);
  }

  private ScanReport report(RoundFacts facts, TeamFigures figures) {
    Assessment assessment = assess(facts, figures);
    Turnout turnout = turnout(facts, figures.people());
    return turnout.enough() && judge.rules().judgeable(assessment.roles())
        ? withVerdict(facts, figures, assessment)
        : withoutVerdict(facts, figures, assessment, turnout);
  }

  private Assessment assess(RoundFacts facts, TeamFigures figures) {
    return Assessment.of(questionnaire, judge, figures.sums(), usability(facts));
  }

  /** The fewest people who must have answered something within a release of at least k sheets. */
  static int usability(RoundFacts facts) {
    return Math.max(LEAST_USABILITY, facts.k() - 1);
  }

  Instrument instrument() {
    return questionnaire.instrument();
  }

  private Turnout turnout(RoundFacts facts, int released) {
    int percent = questionnaire.instrument().parameters().minimumTurnoutPercent();
    return new Turnout(facts, released, percent);
  }

  private ScanReport withoutVerdict(
      RoundFacts facts, TeamFigures figures, Assessment assessment, Turnout turnout) {
    List<Reason> because = new ArrayList<>(turnout.shortfalls());
    because.addAll(Evidence.sidesInTheWay(assessment, judge.rules()));
    ReportScores scores = new ReportScores(figures, assessment);
    return assemble(
        facts,
        figures.people(),
        notEnoughData(because),
        scores.roles(facts.size()),
        scores.areas(),
        null,
        NextSteps.withoutVerdict(facts));
  }

  private static Verdict notEnoughData(List<Reason> because) {
    return new Verdict(
        VerdictCode.NOT_ENOUGH_DATA,
        null,
        null,
        "R0",
        List.of(),
        List.of(),
        null,
        because,
        List.of(),
        false);
  }

  private ScanReport withVerdict(RoundFacts facts, TeamFigures figures, Assessment assessment) {
    Ruling ruling = judge.rules().withoutR0(assessment.roles());
    Stability stability = stability(facts, figures, assessment, ruling.code());
    Verdict verdict = verdict(facts, figures, assessment, ruling, stability);
    ReportScores scores = new ReportScores(figures, assessment);
    List<AreaScore> areas = scores.areas();
    return assemble(
        facts,
        figures.people(),
        verdict,
        scores.roles(facts.size()),
        areas,
        stability,
        NextSteps.of(facts, assessment, verdict, stability, areas));
  }

  private Stability stability(
      RoundFacts facts, TeamFigures figures, Assessment assessment, VerdictCode code) {
    int usability = assessment.usability();
    StabilityChecks checks = new StabilityChecks(questionnaire, judge, figures, usability, code);
    return new Stability(
        checks.leaveOnePersonOut(),
        checks.leaveOneAreaOut(),
        checks.missingAnswers(facts.size()),
        checks.wordingHalves(),
        new ScenarioAgreement(questionnaire).with(figures.votes(), code, usability));
  }

  private Verdict verdict(
      RoundFacts facts,
      TeamFigures figures,
      Assessment assessment,
      Ruling ruling,
      Stability stability) {
    VerdictCode code = ruling.code();
    Parameters parameters = questionnaire.instrument().parameters();
    List<Finding> findings =
        Findings.of(
            questionnaire,
            code,
            assessment.roles(),
            assessment.areas(),
            facts.rolesPresent(),
            assessment.struggleIsUniform());
    boolean twoHats =
        code == VerdictCode.BOTH
            && facts.size() <= parameters.twoHatsMaximumSize()
            && facts.initiatives() == 1;
    boolean several = code == VerdictCode.BOTH || code == VerdictCode.BOTH_PROGRAMME;
    return new Verdict(
        code,
        firmness(stability),
        confidence(facts.size(), figures.people(), stability),
        ruling.rule(),
        findings.stream().map(Finding::code).distinct().toList(),
        findings,
        several ? questionnaire.side(assessment.heaviestVacantSide()).role() : null,
        Evidence.of(assessment, code),
        new FormAdvice(assessment, figures).forms(twoHats),
        twoHats);
  }

  /** A check that is not told counts as not holding, here and below. */
  private static Firmness firmness(Stability stability) {
    if (!Boolean.FALSE.equals(stability.leaveOnePersonOut().flips())) {
      return Firmness.LEANING;
    }
    boolean holds = Boolean.FALSE.equals(stability.missingAnswers().couldFlip());
    return holds ? Firmness.FIRM : Firmness.PROVISIONAL;
  }

  /**
   * Plain counting of four: nobody's leaving flips it, 3/4 take part, scenarios agree, both
   * wordings agree.
   */
  private static Confidence confidence(int size, int n, Stability stability) {
    int holding = 0;
    holding += Boolean.FALSE.equals(stability.leaveOnePersonOut().flips()) ? 1 : 0;
    holding += 4L * n >= 3L * size ? 1 : 0;
    holding += Boolean.TRUE.equals(stability.scenarios().agree()) ? 1 : 0;
    holding += Boolean.TRUE.equals(stability.wording().same()) ? 1 : 0;
    return switch (holding) {
      case 4 -> Confidence.HIGH;
      case 3 -> Confidence.MEDIUM;
      default -> Confidence.LOW;
    };
  }

  private static ScanReport assemble(
      RoundFacts facts,
      int n,
      Verdict verdict,
      List<RoleScore> roles,
      List<AreaScore> areas,
      Stability stability,
      List<NextStep> steps) {
    return new ScanReport(
        RoleGapScoring.ENGINE,
        n,
        facts.received(),
        facts.size(),
        facts.received() - n,
        facts.k(),
        verdict,
        roles,
        areas,
        stability,
        steps);
  }
}
