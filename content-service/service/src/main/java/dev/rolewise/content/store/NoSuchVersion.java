package dev.rolewise.content.store;

/** There is no such version of this pack. */
public final class NoSuchVersion extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSuchVersion() {
    super("NoSuchVersion", null, false, false);
  }
}
