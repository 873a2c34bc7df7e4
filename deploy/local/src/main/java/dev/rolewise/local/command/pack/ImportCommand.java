package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.local.editing.RunningPacks;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
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

  private String told = "";

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
                              packs
                                  .bring(PackArchive.write(files), this::tell)
                                  .getJsonObject("pack"))));
        });
  }

  /** A large pack takes its time: how far it is, on the channel that carries no results. */
  private void tell(JsonObject underWay) {
    Integer documents = underWay.getInteger("documents");
    String line =
        documents == null
            ? "The suite is reading the pack ..."
            : "Of %d documents the suite has stored %d and made %d searchable ..."
                .formatted(
                    documents, underWay.getInteger("stored"), underWay.getInteger("searchable"));
    if (line.equals(told)) {
      return;
    }
    told = line;
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
