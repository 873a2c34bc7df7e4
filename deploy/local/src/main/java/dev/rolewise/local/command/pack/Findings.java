package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.PackFault;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Runs what needs a pack without faults, and tells the faults when it has some. */
final class Findings {
  private static final int FINE = 0;
  private static final int FOUND = 1;

  private Findings() {}

  static int of(CommandSpec spec, Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (InvalidPack invalid) {
      return tell(spec, invalid);
    }
  }

  static int fine() {
    return FINE;
  }

  static int found() {
    return FOUND;
  }

  private static int tell(CommandSpec spec, InvalidPack invalid) {
    PrintWriter out = spec.commandLine().getOut();
    invalid.faults().stream().map(PackFault::toString).forEach(out::println);
    int untold = invalid.total() - invalid.faults().size();
    if (untold > 0) {
      out.println("and " + untold + " more");
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        invalid.total() == 1
            ? "The pack has a fault; nothing was done with it."
            : "The pack has " + invalid.total() + " faults; nothing was done with it.");
    err.flush();
    return FOUND;
  }
}
