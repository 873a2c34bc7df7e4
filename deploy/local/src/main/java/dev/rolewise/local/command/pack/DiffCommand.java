package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.PackDiff;
import dev.rolewise.content.pack.PackDiff.Change;
import dev.rolewise.local.input.InputFault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What differs between two packs. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Shows what differs between two packs; exit code 1 when something does.")
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LinkOptions links;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "A folder or a zip file.")
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "A folder or a zip file.")
  private Path after;

  @Override
  public Integer call() throws Exception {
    return Findings.of(
        spec,
        () -> {
          List<Change> changes =
              PackDiff.between(
                  new PackPlace(before).load(links.hosts()),
                  new PackPlace(after).load(links.hosts()));
          PrintWriter out = spec.commandLine().getOut();
          changes.stream().map(DiffCommand::line).forEach(out::println);
          out.println(changes.isEmpty() ? "The packs are the same." : count(changes.size()));
          out.flush();
          return changes.isEmpty() ? Findings.fine() : Findings.found();
        });
  }

  private static String count(int changes) {
    return changes == 1 ? "1 difference." : changes + " differences.";
  }

  static String line(Change change) {
    String place =
        change.pointer().isEmpty() ? change.file() : change.file() + " " + change.pointer();
    return switch (change.kind()) {
      case ADDED -> "+ " + place + value(": ", change.after());
      case REMOVED -> "- " + place + value(": ", change.before());
      case CHANGED ->
          "~ " + place + value(": ", change.before()) + " -> " + value("", change.after());
    };
  }

  private static String value(String lead, Object value) {
    return value == null ? "" : lead + InputFault.quote(value.toString());
  }
}
