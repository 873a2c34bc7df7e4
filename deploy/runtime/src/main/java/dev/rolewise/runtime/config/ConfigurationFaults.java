package dev.rolewise.runtime.config;

import java.util.List;

/** Everything that is wrong with a configuration, all at once and in plain words. */
public final class ConfigurationFaults extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  /**
   * @param faults one sentence per fault, at least one; never contains a secret's value
   */
  public ConfigurationFaults(List<String> faults) {
    super(String.join(System.lineSeparator(), faults), null, false, false);
    this.faults = List.copyOf(faults);
  }

  /** One sentence per fault, in the order in which they were found. */
  public List<String> faults() {
    return faults;
  }
}
