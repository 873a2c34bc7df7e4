package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.local.editing.RunningPacks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A pack into a running suite. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a pack and brings it into a running suite. Readers see nothing of it before it is",
      "published."
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SuiteOptions suite;
  @Mixin private LinkOptions links;

  @Parameters(
      paramLabel = "PACK",
      arity = "0..1",
      defaultValue = ".",
      description = "A folder or a zip file (default: this folder).")
  private Path place;

  @Override
  public Integer call() throws Exception {
    RunningPacks packs = suite.packs();
    return Findings.of(
        spec,
        () -> {
          PackFaults faults = new PackFaults();
          PackFiles files = new PackPlace(place).files(faults);
          PackLoader.load(files, links.hosts(), PackLimits.USUAL, faults);
          return SuiteAnswer.tell(
              spec,
              () ->
                  List.of(
                      "Imported "
                          + SuiteAnswer.version(
                              packs.bring(PackArchive.write(files)).getJsonObject("pack"))));
        });
  }
}
