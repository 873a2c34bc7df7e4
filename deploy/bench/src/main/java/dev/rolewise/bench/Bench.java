package dev.rolewise.bench;

import org.openjdk.jmh.Main;

/** placeholder */
public final class Bench {
  public static void main(String[] arguments) throws Exception {
    Main.main(arguments);
  }
}
