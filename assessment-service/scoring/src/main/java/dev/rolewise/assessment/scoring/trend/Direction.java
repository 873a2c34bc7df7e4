package dev.rolewise.assessment.scoring.trend;

/** What may be said about the difference between two scores of a role. */
public enum Direction {
  /** The struggle has grown by more than noise explains. */
  MORE("more"),
  /** The struggle has become less by more than noise explains. */
  LESS("less"),
  /** No demonstrable change. */
  NONE("none"),
  /**
   * A change if the same people answered, none if many of them are new; nobody said which it was.
   */
  DEPENDS("depends");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  /** The word on the wire. */
  public String code() {
    return code;
  }
}
