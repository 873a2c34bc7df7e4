package dev.rolewise.local;

import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.lifecycle.StartFaults;
import dev.rolewise.runtime.log.LogSetup;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The whole suite in one process, from the command line. */
@Command(
    name = "rolewise",
    mixinStandardHelpOptions = true,
    description = {
      "Which role does this team miss? Asked anonymously, answered with evidence.",
      "Without a command: serve."
    },
    synopsisSubcommandLabel = "[serve]")
public final class RolewiseMain implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      scope = ScopeType.INHERIT,
      defaultValue = "8080",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      scope = ScopeType.INHERIT,
      defaultValue = "127.0.0.1",
      description = "Address to listen on; 0.0.0.0 lets others in (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--public-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "Address that links and QR codes carry, e.g. http://192.168.1.20:8080.")
  private URI publicUrl;

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      paramLabel = "FOLDER",
      description = "Folder everything is kept in (default: rolewise in the user's data folder).")
  private Path data;

  @Option(
      names = "--demo",
      scope = ScopeType.INHERIT,
      description =
          "Adds an open and a finished round, in Dutch and in English, and prints their links.")
  private boolean demo;

  /** Starts the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new RolewiseMain());
    line.setExecutionExceptionHandler(
        (failure, command, result) -> {
          StartFaults.lines(failure).forEach(command.getErr()::println);
          command.getErr().flush();
          return CommandLine.ExitCode.USAGE;
        });
    line.setParameterExceptionHandler(
        (failure, given) -> {
          PrintWriter err = failure.getCommandLine().getErr();
          err.println(failure.getMessage() + " (--help lists what there is)");
          err.flush();
          return CommandLine.ExitCode.USAGE;
        });
    return line;
  }

  @Override
  public void run() {
    serve();
  }

  @Command(name = "serve", description = "Serves until Ctrl-C (default).")
  void serve() {
    LogSetup.apply(LogSetup.Format.PLAIN, "rolewise", "WARN");
    if (port < 0 || port > 65_535) {
      throw new StartFault("--port must be between 0 and 65535, but is " + port + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    Suite suite = new Suite();
    Thread stop = new Thread(() -> stop(suite, out), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    Address address = Address.of(host, port, Optional.ofNullable(publicUrl));
    Optional<Path> folder = Optional.ofNullable(data);
    if (System.console() != null) {
      out.println("Rolewise is starting…");
      out.flush();
    }
    List<String> lines = suite.start(address, folder, demo);
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
