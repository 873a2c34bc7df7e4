package dev.rolewise.content.lookup;

/** What somebody can look up who does it; named after the field of the document that it is in. */
public enum DutyKind {
  /** An area of an instrument: several roles can have tasks in it. */
  AREA("area", "areas"),
  /** What a role answers for. */
  RESPONSIBILITY("responsibility", "responsibilities"),
  /** What a role does. */
  TASK("task", "tasks"),
  /** What a role has to deal with. */
  CHALLENGE("challenge", "challenges");

  private final String code;
  private final String field;

  DutyKind(String code, String field) {
    this.code = code;
    this.field = field;
  }

  /** As it stands in an answer. */
  String code() {
    return code;
  }

  String field() {
    return field;
  }
}
