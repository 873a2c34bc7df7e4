package dev.rolewise.content.contract;

/** Why one value of a request cannot be used. */
public enum FaultCode {
  /** A value that has to be there is not. */
  MISSING("missing"),
  /** An id that names nothing. */
  UNKNOWN_ID("unknown"),
  /** Not of the JSON type this place asks for. */
  WRONG_TYPE("wrong-type"),
  /** A number, or a number of elements, outside its bounds. */
  OUT_OF_RANGE("out-of-range"),
  /** A text that holds what no such text can. */
  MALFORMED("malformed"),
  /** The same value for the second time. */
  DUPLICATE("duplicate"),
  /** A code of a newer contract. */
  UNKNOWN("");

  private final String code;

  FaultCode(String code) {
    this.code = code;
  }

  /** The code as it travels; empty for {@link #UNKNOWN}, which never travels. */
  public String code() {
    return code;
  }

  /** The fault by that code, {@link #UNKNOWN} when this contract does not have it. */
  public static FaultCode of(String code) {
    for (FaultCode fault : values()) {
      if (fault != UNKNOWN && fault.code.equals(code)) {
        return fault;
      }
    }
    return UNKNOWN;
  }
}
