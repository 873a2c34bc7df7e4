package dev.rolewise.local;

import dev.rolewise.local.backup.BackupReader;
import dev.rolewise.local.backup.Restore;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A backup, back into a folder. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Puts a backup into a new or empty folder, to serve from.")
final class RestoreCommand implements Runnable {

  @Spec private CommandSpec spec;
  @ParentCommand private RolewiseMain main;

  @Parameters(paramLabel = "FILE", description = "A file that backup wrote.")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "New or empty folder (default: rolewise in the user's data folder).")
  private Path data;

  @Override
  public void run() {
    Restore restore = new Restore(SuiteData.product(), SuiteData.SCHEMAS);
    PrintWriter out = spec.commandLine().getOut();
    try (BackupReader backup = BackupReader.open(file)) {
      restore.check(backup);
      Path folder = DataHome.choose(Optional.ofNullable(data).or(main.options()::data));
      fill(restore, backup, folder);
      out.println(
          "Restored "
              + SuiteContents.of(backup.header())
              + " from the backup of "
              + backup.header().made()
              + " into "
              + folder
              + ".");
      out.flush();
    }
  }

  /** All of it, or an empty folder again. */
  private static void fill(Restore restore, BackupReader backup, Path folder) {
    try (OnExit<EmbeddedPostgres> guarded =
        OnExit.open(
            () -> EmbeddedPostgres.startNew(folder, Durability.FULL, notice -> {}),
            EmbeddedPostgres::discard)) {
      EmbeddedPostgres postgres = guarded.get();
      try {
        restore.fill(backup, postgres, SuiteData.DATABASE);
        postgres.finished();
      } catch (RuntimeException failed) {
        postgres.discard();
        throw failed;
      }
      postgres.close();
    }
  }
}
