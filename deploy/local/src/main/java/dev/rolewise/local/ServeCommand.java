package dev.rolewise.local;

import dev.rolewise.runtime.log.LogSetup;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves the whole suite until Ctrl-C. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves until Ctrl-C (default).")
final class ServeCommand implements Runnable {

  @Spec private CommandSpec spec;
  @Mixin private ServeOptions options;
  @ParentCommand private RolewiseMain main;

  @Override
  public void run() {
    serve(options.orElse(main.options()), spec.commandLine().getOut());
  }

  static void serve(ServeOptions options, PrintWriter out) {
    LogSetup.apply(
        LogSetup.Format.PLAIN, "rolewise", System.getProperty("rolewise.log.level", "WARN"));
    Address address = options.address();
    Suite suite = new Suite();
    Thread stop = new Thread(() -> stop(suite, out), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    if (System.console() != null) {
      out.println("Rolewise is starting…");
      out.flush();
    }
    List<String> lines =
        suite.start(address, options.data(), options.managementPort(), options.demo());
    lines.forEach(out::println);
    out.flush();
    suite.awaitStop();
  }

  private static void stop(Suite suite, PrintWriter out) {
    boolean served = suite.stop();
    if (served) {
      out.println("Rolewise has stopped; everything is kept.");
      out.flush();
    }
  }
}
