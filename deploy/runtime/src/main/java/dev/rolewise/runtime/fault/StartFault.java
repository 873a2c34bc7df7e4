package dev.rolewise.runtime.fault;

/** Why a program cannot start, in one plain line that says what to do. */
public final class StartFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param line one sentence for the person at the keyboard, without a secret
   */
  public StartFault(String line) {
    super(oneLine(line), null, false, false);
  }

  /** A sentence and the first words of what the machine said about it. */
  public static StartFault because(String what, Throwable cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String reason =
        deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    return new StartFault(what + ": " + reason);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
