package dev.rolewise.kubernetes.flows;

/**
 * A way that is open.
 *
 * @param from who may begin
 * @param to whom
 * @param port on which port
 */
record Flow(String from, String to, Port port) {

  /**
   * Where something listens, or could.
   *
   * @param protocol TCP or UDP
   * @param number of the port
   */
  record Port(String protocol, int number) {}

  @Override
  public String toString() {
    return from + " -> " + to + " " + port.protocol() + " " + port.number();
  }
}
