package dev.rolewise.local;

import dev.rolewise.local.backup.BackupHeader;
import dev.rolewise.local.backup.BackupWriter;
import dev.rolewise.local.backup.KeptSchema;
import dev.rolewise.runtime.postgres.KeptDatabase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Everything the suite keeps, in one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes everything the suite keeps to a file; the suite may be running.")
final class BackupCommand implements Runnable {

  @Spec private CommandSpec spec;
  @ParentCommand private RolewiseMain main;

  @Parameters(paramLabel = "FILE", description = "New file to write.")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The suite's folder (default: rolewise in the user's data folder).")
  private Path data;

  @Override
  public void run() {
    BackupWriter.checkPlace(file);
    Path folder = DataHome.choose(Optional.ofNullable(data).or(main.options()::data));
    BackupHeader written;
    try (OnExit<KeptDatabase> guarded =
            OnExit.open(() -> KeptDatabase.open(folder, SuiteData.DATABASE), KeptDatabase::close);
        KeptDatabase database = guarded.get()) {
      written =
          new BackupWriter(
                  SuiteData.product(), SuiteData.SCHEMAS.stream().map(KeptSchema::name).toList())
              .write(database, file);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Backed up "
            + SuiteContents.of(written)
            + " to "
            + file
            + ". It holds answers that are not released yet: keep it as safe as the suite itself.");
    out.flush();
  }
}
