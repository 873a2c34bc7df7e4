package dev.rolewise.content.contract;

/** Which question a role answers for: the axis on which the catalogue tells roles apart. */
public enum FocusQuestion {
  /** What is made, for whom, and why. */
  WHAT_AND_WHY("what-and-why"),
  /** How it gets made and when it is there. */
  HOW_AND_WHEN("how-and-when"),
  /** How several initiatives fit together. */
  ACROSS("across"),
  /** None of these. */
  NEITHER("neither"),
  /** A code of a newer contract. */
  UNKNOWN("");

  private final String code;

  FocusQuestion(String code) {
    this.code = code;
  }

  /** The code as it stands in a role document; empty for {@link #UNKNOWN}. */
  public String code() {
    return code;
  }

  /** The question by that code, {@link #UNKNOWN} when this contract does not have it. */
  public static FocusQuestion of(String code) {
    for (FocusQuestion question : values()) {
      if (question != UNKNOWN && question.code.equals(code)) {
        return question;
      }
    }
    return UNKNOWN;
  }
}
