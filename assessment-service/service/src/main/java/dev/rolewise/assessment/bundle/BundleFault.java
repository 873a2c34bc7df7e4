package dev.rolewise.assessment.bundle;

/** A document that is not a bundle we can read; says where and why, never quotes it at length. */
public final class BundleFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String pointer;

  BundleFault(String pointer, String what) {
    super(what, null, false, false);
    this.pointer = pointer;
  }

  /**
   * Where it is.
   *
   * @return JSON pointer (RFC 6901); empty for the whole document
   */
  public String pointer() {
    return pointer;
  }
}
