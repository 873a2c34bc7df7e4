package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.Set;

/** The rules R1 to R7: the first one that matches decides. */
final class VerdictRules {

  static final String PRODUCT = "product";
  static final String PROJECT = "project";
  static final String PROGRAMME = "programme";

  /** A verdict and the rule that gave it. */
  record Ruling(String rule, VerdictCode code) {}

  private final int product;
  private final int project;
  private final int programme;

  VerdictRules(Questionnaire questionnaire) {
    product = questionnaire.sideIndex(PRODUCT);
    project = questionnaire.sideIndex(PROJECT);
    programme = questionnaire.sideIndex(PROGRAMME);
    if (product < 0 || project < 0) {
      throw new IllegalArgumentException("the instrument needs a product and a project side");
    }
  }

  /** Whether the two sides that every verdict rests on can be judged. */
  boolean judgeable(RoleJudgement[] roles) {
    return roles[product].usable() && roles[project].usable();
  }

  boolean isRequired(int side) {
    return side == product || side == project;
  }

  /**
   * The first matching rule of R1 to R7. A role that is not usable counts as neither VACANT nor
   * UNSUPPORTED. A team with one initiative has no programme side, so R1 and R3 need no further
   * condition.
   */
  Ruling withoutR0(RoleJudgement[] roles) {
    Quadrant p = roles[product].quadrant();
    Quadrant j = roles[project].quadrant();
    boolean productVacant = p == Quadrant.VACANT;
    boolean projectVacant = j == Quadrant.VACANT;
    boolean programmeVacant = programme >= 0 && roles[programme].is(Quadrant.VACANT);
    if (productVacant && projectVacant) {
      return programmeVacant
          ? new Ruling("R1", VerdictCode.BOTH_PROGRAMME)
          : new Ruling("R2", VerdictCode.BOTH);
    }
    if (productVacant) {
      return new Ruling("R4", VerdictCode.PRODUCT);
    }
    if (projectVacant) {
      return new Ruling("R5", VerdictCode.PROJECT);
    }
    if (programmeVacant) {
      return new Ruling("R3", VerdictCode.PROGRAMME);
    }
    boolean supportProduct = p == Quadrant.UNSUPPORTED;
    boolean supportProject = j == Quadrant.UNSUPPORTED;
    if (supportProduct || supportProject) {
      return new Ruling("R6", support(supportProduct, supportProject));
    }
    return new Ruling("R7", VerdictCode.NO_EXTRA_ROLE);
  }

  static VerdictCode support(boolean supportProduct, boolean supportProject) {
    if (supportProduct && supportProject) {
      return VerdictCode.SUPPORT_BOTH;
    }
    return supportProduct ? VerdictCode.SUPPORT_PRODUCT : VerdictCode.SUPPORT_PROJECT;
  }

  /** Ids of the sides that a verdict is about; empty for "nobody" and "not enough data". */
  static Set<String> sidesOf(VerdictCode code) {
    return switch (code) {
      case PRODUCT, SUPPORT_PRODUCT -> Set.of(PRODUCT);
      case PROJECT, SUPPORT_PROJECT -> Set.of(PROJECT);
      case PROGRAMME -> Set.of(PROGRAMME);
      case BOTH, SUPPORT_BOTH -> Set.of(PRODUCT, PROJECT);
      case BOTH_PROGRAMME -> Set.of(PRODUCT, PROJECT, PROGRAMME);
      case NO_EXTRA_ROLE, NOT_ENOUGH_DATA -> Set.of();
    };
  }
}
