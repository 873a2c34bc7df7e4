package dev.rolewise.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Two network namespaces on one bridge of this machine, between which the wire can be cut: packets
 * then vanish without a word, while both still reach the machine itself. For root on Linux only.
 */
final class TwoNetworks implements AutoCloseable {
  private static final int SIDES = 2;

  private final String name = "rw" + ProcessHandle.current().pid() % 1_000_000;

  /** Of the range that is set aside for tests of networks: 198.18.0.0/15. */
  private final String network = "198.18." + ProcessHandle.current().pid() % 250 + ".";

  private TwoNetworks() {}

  /** Why there cannot be any here; empty when there can. */
  static Optional<String> whyNot() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("network namespaces take root");
    }
    String probe = "rwprobe" + ProcessHandle.current().pid() % 1_000_000;
    try {
      run("ip", "netns", "add", probe);
      run("ip", "netns", "delete", probe);
      return Optional.empty();
    } catch (IllegalStateException refused) {
      return Optional.of("network namespaces cannot be made here: " + refused.getMessage());
    }
  }

  static TwoNetworks make() {
    TwoNetworks made = new TwoNetworks();
    try {
      made.build();
      return made;
    } catch (RuntimeException failed) {
      made.close();
      throw failed;
    }
  }

  /** Address of this machine as both sides see it. */
  String machine() {
    return network + "254";
  }

  /** Address inside of a side, 0 or 1. */
  String address(int side) {
    return network + (side + 1);
  }

  /** What goes before a command to run it in a side. */
  List<String> place(int side) {
    return List.of("ip", "netns", "exec", space(side));
  }

  /** From now on nothing passes between the sides. */
  void split() {
    isolate("on");
  }

  void heal() {
    isolate("off");
  }

  private void isolate(String onOrOff) {
    for (int side = 0; side < SIDES; side++) {
      run("ip", "link", "set", "dev", outside(side), "type", "bridge_slave", "isolated", onOrOff);
    }
  }

  private void build() {
    run("ip", "link", "add", bridge(), "type", "bridge");
    run("ip", "address", "add", machine() + "/24", "dev", bridge());
    run("ip", "link", "set", bridge(), "up");
    for (int side = 0; side < SIDES; side++) {
      run("ip", "netns", "add", space(side));
      run("ip", "link", "add", outside(side), "type", "veth", "peer", "name", inside(side));
      run("ip", "link", "set", inside(side), "netns", space(side));
      run("ip", "link", "set", outside(side), "master", bridge(), "up");
      within(side, "link", "set", "lo", "up");
      within(side, "address", "add", address(side) + "/24", "dev", inside(side));
      within(side, "link", "set", inside(side), "up");
    }
  }

  private void within(int side, String... words) {
    List<String> line = new ArrayList<>(List.of("ip", "-n", space(side)));
    line.addAll(List.of(words));
    run(line.toArray(String[]::new));
  }

  private String bridge() {
    return name + "br";
  }

  private String space(int side) {
    return name + "n" + side;
  }

  private String outside(int side) {
    return name + "o" + side;
  }

  private String inside(int side) {
    return name + "i" + side;
  }

  /** Takes away what there is of it. */
  @Override
  public void close() {
    for (int side = 0; side < SIDES; side++) {
      tryTo("ip", "link", "delete", outside(side));
      tryTo("ip", "netns", "delete", space(side));
    }
    tryTo("ip", "link", "delete", bridge());
  }

  private static void tryTo(String... command) {
    try {
      run(command);
    } catch (IllegalStateException neverMade) {
      System.out.println("not taken away: " + neverMade.getMessage());
    }
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException missing) {
      throw new IllegalStateException(missing.getMessage(), missing);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
