package dev.rolewise.assessment.contract.message;

/** What can be wrong with one value. */
public final class FaultCode {
  /** A required value is absent. */
  public static final String MISSING = "missing";

  /** An id or word that does not exist here. */
  public static final String UNKNOWN = "unknown";

  /** Text instead of a number and the like. */
  public static final String WRONG_TYPE = "wrong-type";

  /** A number or date outside its limits. */
  public static final String OUT_OF_RANGE = "out-of-range";

  /** A text or list with too much in it. */
  public static final String TOO_LONG = "too-long";

  /** A text with too little in it. */
  public static final String TOO_SHORT = "too-short";

  /** The same id twice. */
  public static final String DUPLICATE = "duplicate";

  /** Known, but not possible for this round. */
  public static final String NOT_ALLOWED = "not-allowed";

  /** Control characters, half a surrogate pair, or a date that is none. */
  public static final String MALFORMED = "malformed";

  private FaultCode() {}
}
