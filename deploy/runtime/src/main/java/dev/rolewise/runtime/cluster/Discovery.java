package dev.rolewise.runtime.cluster;

import java.util.List;

/** Where the other members are. */
public sealed interface Discovery {

  /**
   * At addresses that are known beforehand.
   *
   * @param addresses each with its port, {@code host:port}; this process may be among them
   */
  record Members(List<String> addresses) implements Discovery {
    public Members {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Behind one name that has an address for every member, as a headless service has; all members
   * use the same port.
   */
  record DnsName(String name) implements Discovery {}
}
