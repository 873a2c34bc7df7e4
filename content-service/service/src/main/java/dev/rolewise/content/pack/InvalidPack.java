package dev.rolewise.content.pack;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that is refused whole; the message lists every fault on a line of its own. */
public final class InvalidPack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PackFault> faults;
  private final int total;

  /** Refuses the named pack for these faults. */
  public InvalidPack(String name, PackFaults faults) {
    super(
        faults.all().stream()
            .map(PackFault::toString)
            .collect(
                Collectors.joining(
                    "\n  ",
                    "Content pack " + name + " has " + faults.size() + " fault(s):\n  ",
                    faults.untold() == 0 ? "" : "\n  and " + faults.untold() + " more")));
    this.faults = List.copyOf(faults.all());
    this.total = faults.size();
  }

  /** What is wrong with it. */
  public List<PackFault> faults() {
    return faults;
  }

  /** How many faults there are, which can be more than are listed. */
  public int total() {
    return total;
  }
}
