package dev.rolewise.assessment.scoring.trend;

/** How far other people may have answered than in the scored round before. */
public enum Turnover {
  /** There is no round before to differ from. */
  FIRST("first"),
  /** Nobody is new, as the organiser said. */
  SAME("same"),
  /** Some are new. */
  SOME("some"),
  /** At least half of the team is new: a difference tells more about people than about roles. */
  MOST("most"),
  /** Nobody said. */
  UNKNOWN("unknown");

  private final String code;

  Turnover(String code) {
    this.code = code;
  }

  /** The word on the wire. */
  public String code() {
    return code;
  }
}
