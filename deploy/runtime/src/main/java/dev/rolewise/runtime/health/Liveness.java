package dev.rolewise.runtime.health;

/** Whether this process can still be of use; once it is given up, only a new one helps. */
public final class Liveness {

  private volatile boolean live = true;

  /** From now on the process counts as dead. */
  public void giveUp() {
    live = false;
  }

  boolean isLive() {
    return live;
  }
}
