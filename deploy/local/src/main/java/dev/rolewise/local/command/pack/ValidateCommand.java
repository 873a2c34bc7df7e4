package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.Pack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything that is wrong with a pack. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks a pack: every fault with its file, the place in it and the reason.")
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LinkOptions links;

  @Parameters(
      paramLabel = "PACK",
      arity = "0..1",
      defaultValue = ".",
      description = "A folder or a zip file (default: this folder).")
  private Path place;

  @Override
  public Integer call() throws Exception {
    return Findings.of(
        spec,
        () -> {
          Pack pack = new PackPlace(place).load(links.hosts());
          PrintWriter out = spec.commandLine().getOut();
          out.println(PackLine.of(pack) + ", is fine.");
          out.println("hash " + pack.hash());
          out.flush();
          return Findings.fine();
        });
  }
}
