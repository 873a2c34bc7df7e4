package dev.rolewise.content.pack;

/**
 * A place in a file, to report faults at.
 *
 * @param file path inside the pack
 * @param pointer place inside the file
 * @param faults where faults go
 */
public record Place(String file, Pointer pointer, PackFaults faults) {
  /** The whole of a file. */
  public static Place of(String file, PackFaults faults) {
    return new Place(file, Pointer.ROOT, faults);
  }

  /** The member by that name. */
  public Place member(String name) {
    return new Place(file, pointer.member(name), faults);
  }

  /** The element at that index. */
  public Place element(int index) {
    return new Place(file, pointer.element(index), faults);
  }

  /** Reports a fault here. */
  public void fault(String reason) {
    faults.add(file, pointer, reason);
  }
}
