package dev.rolewise.local;

import dev.rolewise.local.command.ScoreCommand;
import dev.rolewise.local.command.StatisticsCommand;
import dev.rolewise.local.command.pack.PackCommand;
import dev.rolewise.local.command.simulate.SimulateCommand;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.runtime.lifecycle.StartFaults;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The suite and its tools, from the command line. Exit codes: 0 fine, 1 a finding, 2 wrong usage or
 * input that cannot be read.
 */
@Command(
    name = "rolewise",
    mixinStandardHelpOptions = true,
    description = {
      "Which role does this team miss? Asked anonymously, answered with evidence.",
      "Without a command: serve."
    },
    subcommands = {
      ServeCommand.class,
      StatisticsCommand.class,
      ScoreCommand.class,
      SimulateCommand.class,
      PackCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class RolewiseMain implements Runnable {

  @Spec private CommandSpec spec;
  @Mixin private ServeOptions options;

  /** Starts the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new RolewiseMain());
    line.setExecutionExceptionHandler(
        (failure, command, result) -> {
          List<String> lines =
              failure instanceof InputFault
                  ? List.of(failure.getMessage())
                  : StartFaults.lines(failure);
          lines.forEach(command.getErr()::println);
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

  ServeOptions options() {
    return options;
  }

  @Override
  public void run() {
    ServeCommand.serve(options, spec.commandLine().getOut());
  }
}
