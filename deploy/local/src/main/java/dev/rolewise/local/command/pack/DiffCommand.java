package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.PackDiff;
import dev.rolewise.content.pack.PackDiff.Change;
import dev.rolewise.local.editing.RunningPacks;
import dev.rolewise.local.input.InputFault;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Mixin private SuiteOptions suite;
  @Mixin private WhichPack which;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "A folder or a zip file; with --running a version.")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "Likewise.")
  private String after;

  @Option(names = "--running", description = "Compare two versions that a running suite has.")
  private boolean running;

  @Override
  public Integer call() throws Exception {
    return running ? runningDiff() : Findings.of(spec, this::localDiff);
  }

  private int localDiff() {
    List<Change> changes =
        PackDiff.between(
            new PackPlace(Path.of(before)).load(links.hosts()),
            new PackPlace(Path.of(after)).load(links.hosts()));
    return tell(changes.stream().map(DiffCommand::line).toList(), changes.size());
  }

  private int runningDiff() throws Exception {
    RunningPacks packs = suite.packs();
    int[] total = new int[1];
    int told =
        SuiteAnswer.tell(
            spec,
            () -> {
              String id = which.of(packs).id();
              JsonObject diff = packs.diff(id, version(before), version(after));
              total[0] = diff.getInteger("total");
              return SuiteAnswer.changes(diff.getJsonArray("changes"));
            });
    return told == Findings.fine() ? tell(List.of(), total[0]) : told;
  }

  private int version(String given) {
    if (!given.matches("[1-9][0-9]{0,8}")) {
      throw new ParameterException(
          spec.commandLine(), "With --running a version is a number such as 2, not " + given + ".");
    }
    return Integer.parseInt(given);
  }

  private int tell(List<String> lines, int total) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.println(total == 0 ? "The packs are the same." : count(total));
    out.flush();
    return total == 0 ? Findings.fine() : Findings.found();
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
