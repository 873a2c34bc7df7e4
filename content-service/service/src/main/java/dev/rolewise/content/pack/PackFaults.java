package dev.rolewise.content.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the faults of a pack, each one once, in the order they were found. Beyond {@value #MOST}
 * they are only counted: nobody reads more, and a hostile pack can have millions.
 */
public final class PackFaults {
  /** The most that are kept. */
  public static final int MOST = 10_000;

  private final Set<PackFault> faults = new LinkedHashSet<>();
  private int untold;

  /** Adds a fault. */
  public void add(String file, Pointer pointer, String reason) {
    if (faults.size() < MOST) {
      faults.add(new PackFault(file, pointer.text(), reason));
    } else {
      untold++;
    }
  }

  /** Adds a fault of a file as a whole. */
  public void add(String file, String reason) {
    add(file, Pointer.ROOT, reason);
  }

  /** How many there are by now. */
  public int size() {
    return faults.size() + untold;
  }

  /** How many of them are not among {@link #all}. */
  public int untold() {
    return untold;
  }

  /** Everything found. */
  public List<PackFault> all() {
    return new ArrayList<>(faults);
  }
}
