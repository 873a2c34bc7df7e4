package dev.rolewise.content.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every fault of a pack, each one once, in the order they were found. */
public final class PackFaults {
  private final Set<PackFault> faults = new LinkedHashSet<>();

  /** Adds a fault. */
  public void add(String file, Pointer pointer, String reason) {
    faults.add(new PackFault(file, pointer.text(), reason));
  }

  /** Adds a fault of a file as a whole. */
  public void add(String file, String reason) {
    add(file, Pointer.ROOT, reason);
  }

  /** How many there are by now. */
  public int size() {
    return faults.size();
  }

  /** Everything found. */
  public List<PackFault> all() {
    return new ArrayList<>(faults);
  }
}
