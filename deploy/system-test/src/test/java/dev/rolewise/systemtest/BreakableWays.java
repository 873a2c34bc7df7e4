package dev.rolewise.systemtest;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The members' ways to the gateways, where they can be broken. */
final class BreakableWays implements AutoCloseable {
  private final Map<String, TcpProxy> ways = new HashMap<>();

  private BreakableWays() {}

  static BreakableWays to(List<ServiceUnderTest> gateways) throws IOException {
    BreakableWays all = new BreakableWays();
    for (ServiceUnderTest gateway : gateways) {
      all.ways.put(gateway.url(), TcpProxy.to(gateway.port("http.port")));
    }
    return all;
  }

  /** The same gateway as somebody would choose, on the way that leads here. */
  Supplier<String> choosing(Supplier<String> gateway) {
    return () -> "http://127.0.0.1:" + ways.get(gateway.get()).port();
  }

  /** Open ones, on all ways. */
  int connections() {
    return ways.values().stream().mapToInt(TcpProxy::connections).sum();
  }

  void each(Consumer<TcpProxy> fault) {
    ways.values().forEach(fault);
  }

  @Override
  public void close() {
    each(TcpProxy::close);
  }
}
