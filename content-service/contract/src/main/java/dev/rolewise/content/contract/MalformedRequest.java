package dev.rolewise.content.contract;

/**
 * A request body that is not of the shape its address asks for. Both sides can meet it: the caller
 * when it builds a record, the service when it reads one.
 */
public final class MalformedRequest extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final FaultCode code;

  /**
   * One fault.
   *
   * @param pointer JSON pointer (RFC 6901) into the request body
   * @param code what is wrong there
   */
  public MalformedRequest(String pointer, FaultCode code) {
    super(pointer + " " + code.code());
    this.pointer = pointer;
    this.code = code;
  }

  /** JSON pointer into the request body. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong there. */
  public FaultCode code() {
    return code;
  }
}
