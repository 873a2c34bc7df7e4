package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.RunningPacks;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns readers back to an earlier version. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Makes an earlier version the one that readers of a running suite get.")
final class RollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SuiteOptions suite;
  @Mixin private WhichPack which;

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Which one (default: the one that was published before the current one).")
  private Integer to;

  @Override
  public Integer call() throws Exception {
    RunningPacks packs = suite.packs();
    return SuiteAnswer.tell(
        spec,
        () -> {
          CurrentVersion current = which.of(packs);
          int version = to == null ? current.before() : to;
          JsonObject published =
              packs.publish(current.id(), version, current.version()).getJsonObject("pack");
          return List.of("Back to " + SuiteAnswer.version(published));
        });
  }
}
