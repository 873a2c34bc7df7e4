package dev.rolewise.local;

/** Cleans up when the program is ended before its time, by Ctrl-C for instance. */
final class OnExit implements AutoCloseable {

  private final Thread hook;

  private OnExit(Thread hook) {
    this.hook = hook;
  }

  /** From now on, until this is closed. */
  static OnExit run(Runnable cleaning) {
    Thread hook = new Thread(cleaning, "clean up");
    Runtime.getRuntime().addShutdownHook(hook);
    return new OnExit(hook);
  }

  /** The work is done; nothing has to be cleaned up any more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // the program is being ended: the hook runs, and whoever waits for it sees to the rest
    }
  }
}
