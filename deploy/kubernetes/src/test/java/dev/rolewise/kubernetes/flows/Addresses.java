package dev.rolewise.kubernetes.flows;

/** Networks of IPv4, such as 192.0.2.0/24. */
final class Addresses {

  private static final int BITS = 32;

  private Addresses() {}

  static boolean isWithin(String network, String address) {
    String[] parts = network.split("/");
    int prefix = Integer.parseInt(parts[1]);
    long mask = prefix == 0 ? 0 : -1L << (BITS - prefix);
    return (number(parts[0]) & mask) == (number(address) & mask);
  }

  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.")) {
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }
}
