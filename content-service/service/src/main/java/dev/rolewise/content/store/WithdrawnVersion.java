package dev.rolewise.content.store;

/** The version has been withdrawn and cannot become current. */
public final class WithdrawnVersion extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WithdrawnVersion() {
    super("WithdrawnVersion", null, false, false);
  }
}
