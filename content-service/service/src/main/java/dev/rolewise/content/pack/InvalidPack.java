package dev.rolewise.content.pack;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that is refused whole; the message lists every fault on a line of its own. */
public final class InvalidPack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PackFault> faults;

  /** Refuses the named pack for these faults. */
  public InvalidPack(String name, List<PackFault> faults) {
    super(
        faults.stream()
            .map(PackFault::toString)
            .collect(
                Collectors.joining(
                    "\n  ",
                    "Content pack " + name + " has " + faults.size() + " fault(s):\n  ",
                    "")));
    this.faults = List.copyOf(faults);
  }

  /** Everything that is wrong with it. */
  public List<PackFault> faults() {
    return faults;
  }
}
