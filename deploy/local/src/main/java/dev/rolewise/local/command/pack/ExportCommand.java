package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.local.editing.RunningPacks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A pack as one file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a pack to a zip file, once it is without faults.",
      "With --bundled the pack that comes with this program: a good one to start from; with --running",
      "a version that a running suite has."
    })
final class ExportCommand implements Callable<Integer> {
  private static final String BUNDLED = "packs/rolewise-core";

  @Spec private CommandSpec spec;
  @Mixin private LinkOptions links;

  @Option(names = "--pack", paramLabel = "PACK", description = "A folder or a zip file.")
  private Path place;

  @Option(names = "--bundled", description = "The pack that comes with this program.")
  private boolean bundled;

  @Option(
      names = "--running",
      paramLabel = "VERSION",
      description = "A version that a running suite has.")
  private Integer running;

  @Mixin private SuiteOptions suite;
  @Mixin private WhichPack which;

  @Parameters(paramLabel = "FILE.zip", description = "New file to write.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    return running == null ? local() : fromSuite();
  }

  private int fromSuite() throws Exception {
    RunningPacks packs = suite.packs();
    return SuiteAnswer.tell(
        spec,
        () -> {
          String id = which.of(packs).id();
          NewFile.write(file, packs.export(id, running));
          return List.of("Pack " + id + " version " + running + " is in " + file + ".");
        });
  }

  private int local() throws Exception {
    return Findings.of(
        spec,
        () -> {
          PackFaults faults = new PackFaults();
          PackFiles files =
              bundled
                  ? PackFiles.onClassPath(BUNDLED)
                  : new PackPlace(place == null ? Path.of(".") : place).files(faults);
          Pack pack = PackLoader.load(files, links.hosts(), PackLimits.USUAL, faults);
          NewFile.write(file, PackArchive.write(files));
          PrintWriter out = spec.commandLine().getOut();
          out.println(PackLine.of(pack) + ", is in " + file + ".");
          out.println("hash " + pack.hash());
          out.flush();
          return Findings.fine();
        });
  }
}
