package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Parameters;
import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import dev.rolewise.assessment.scoring.trace.Condition;
import dev.rolewise.assessment.scoring.trace.ConditionCode;
import dev.rolewise.assessment.scoring.trace.RuleTrial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules R0 to R7 one by one, each with what it asks and the numbers it sees: the same rules as
 * {@link VerdictRules}, told instead of decided. A test holds that the first match is the verdict.
 */
final class RuleTrials {

  private static final int FEWEST_INITIATIVES = 2;

  private final Questionnaire questionnaire;
  private final RoleJudgement[] roles;
  private final List<RuleTrial> trials = new ArrayList<>();

  private RuleTrials(Questionnaire questionnaire, RoleJudgement[] roles) {
    this.questionnaire = questionnaire;
    this.roles = roles;
  }

  /**
   * @param roles judgements by side; empty when nothing was released
   */
  static List<RuleTrial> of(Questionnaire questionnaire, Turnout turnout, RoleJudgement[] roles) {
    RuleTrials told = new RuleTrials(questionnaire, roles);
    told.enoughData(turnout);
    Condition productVacant = told.vacant(VerdictRules.PRODUCT);
    Condition projectVacant = told.vacant(VerdictRules.PROJECT);
    Condition programmeVacant = told.vacant(VerdictRules.PROGRAMME);
    Condition noProduct = told.notVacant(VerdictRules.PRODUCT);
    Condition noProject = told.notVacant(VerdictRules.PROJECT);
    Condition several = told.severalInitiatives(turnout.facts());
    told.all(
        "R1", VerdictCode.BOTH_PROGRAMME, several, productVacant, projectVacant, programmeVacant);
    told.all("R2", VerdictCode.BOTH, productVacant, projectVacant);
    told.all("R3", VerdictCode.PROGRAMME, several, programmeVacant, noProduct, noProject);
    told.all("R4", VerdictCode.PRODUCT, productVacant);
    told.all("R5", VerdictCode.PROJECT, projectVacant);
    told.support();
    told.trials.add(new RuleTrial("R7", true, List.of(), true, VerdictCode.NO_EXTRA_ROLE));
    return told.trials;
  }

  /** Without several initiatives the questionnaire has no programme side. */
  private Condition severalInitiatives(RoundFacts facts) {
    int index = questionnaire.sideIndex(VerdictRules.PROGRAMME);
    Map<String, Number> numbers = new LinkedHashMap<>();
    numbers.put("initiatives", facts.initiatives());
    numbers.put(
        "needed", index < 0 ? FEWEST_INITIATIVES : questionnaire.side(index).minimumInitiatives());
    return new Condition(ConditionCode.SEVERAL_INITIATIVES, null, index >= 0, numbers);
  }

  private void enoughData(Turnout turnout) {
    List<Condition> faults = new ArrayList<>(turnout.conditions());
    for (String side : List.of(VerdictRules.PRODUCT, VerdictRules.PROJECT)) {
      int index = questionnaire.sideIndex(side);
      RoleJudgement role = role(index);
      Map<String, Number> numbers = new LinkedHashMap<>();
      numbers.put("usable", role.usableAreas());
      numbers.put("needed", questionnaire.side(index).minimumAreas());
      faults.add(
          new Condition(
              ConditionCode.ROLE_NOT_USABLE,
              questionnaire.side(index).role(),
              !role.usable(),
              numbers));
    }
    boolean matches = faults.stream().anyMatch(Condition::holds);
    trials.add(new RuleTrial("R0", false, faults, matches, VerdictCode.NOT_ENOUGH_DATA));
  }

  private void all(String rule, VerdictCode code, Condition... conditions) {
    List<Condition> asked = List.of(conditions);
    boolean matches = asked.stream().allMatch(Condition::holds);
    trials.add(new RuleTrial(rule, true, asked, matches, code));
  }

  private void support() {
    Condition product = quadrant(VerdictRules.PRODUCT, ConditionCode.ROLE_UNSUPPORTED);
    Condition project = quadrant(VerdictRules.PROJECT, ConditionCode.ROLE_UNSUPPORTED);
    boolean matches = product.holds() || project.holds();
    VerdictCode code = matches ? VerdictRules.support(product.holds(), project.holds()) : null;
    trials.add(new RuleTrial("R6", false, List.of(product, project), matches, code));
  }

  private Condition vacant(String side) {
    return quadrant(side, ConditionCode.ROLE_VACANT);
  }

  private Condition notVacant(String side) {
    return quadrant(side, ConditionCode.ROLE_NOT_VACANT);
  }

  private Condition quadrant(String side, ConditionCode code) {
    int index = questionnaire.sideIndex(side);
    // a team with one initiative has no programme side: nothing about it can be vacant
    RoleJudgement role = role(index);
    boolean holds =
        switch (code) {
          case ROLE_VACANT -> role.is(Quadrant.VACANT);
          case ROLE_NOT_VACANT -> !role.is(Quadrant.VACANT);
          default -> role.is(Quadrant.UNSUPPORTED);
        };
    String id = index < 0 ? side : questionnaire.side(index).role();
    return new Condition(code, id, holds, numbers(index, role));
  }

  private RoleJudgement role(int index) {
    return index < 0 || index >= roles.length
        ? new RoleJudgement(0, null, null, null)
        : roles[index];
  }

  private Map<String, Number> numbers(int index, RoleJudgement role) {
    Map<String, Number> numbers = new LinkedHashMap<>();
    if (role.usable()) {
      Parameters gates = questionnaire.instrument().parameters();
      numbers.put("struggle", role.struggle().toDouble());
      numbers.put("gap", role.gap().toDouble());
      numbers.put("struggleGate", gates.struggleGate());
      numbers.put("gapGate", gates.gapGate());
    } else if (index >= 0) {
      numbers.put("usable", role.usableAreas());
      numbers.put("needed", questionnaire.side(index).minimumAreas());
    }
    return numbers;
  }
}
