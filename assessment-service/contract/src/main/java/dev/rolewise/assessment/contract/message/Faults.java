package dev.rolewise.assessment.contract.message;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one message, in the order they are met; confined to one reading. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /**
   * Notes a fault.
   *
   * @param pointer JSON pointer into the body
   * @param code one of {@link FaultCode}
   */
  public void add(String pointer, String code) {
    found.add(new Fault(pointer, code));
  }

  /**
   * Whether nothing was found.
   *
   * @return true for a message without faults
   */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * The faults so far.
   *
   * @return an immutable copy
   */
  public List<Fault> list() {
    return List.copyOf(found);
  }
}
