package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.RunningPacks;
import picocli.CommandLine.Option;

/** Which of the packs of a running suite. */
final class WhichPack {
  @Option(
      names = "--pack-id",
      paramLabel = "ID",
      description = "Which pack (default: the one that the suite shows).")
  private String id;

  CurrentVersion of(RunningPacks packs) {
    return CurrentVersion.of(packs, id);
  }
}
