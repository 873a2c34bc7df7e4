package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.RunningPacks;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an imported version the one that is read. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Makes an imported version the one that readers of a running suite get.")
final class PublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SuiteOptions suite;
  @Mixin private WhichPack which;

  @Parameters(paramLabel = "VERSION", description = "A version that was imported.")
  private int version;

  @Option(
      names = "--base",
      paramLabel = "VERSION",
      description = {
        "The version that was current when you looked (default: the one that is current now). When",
        "somebody has published another one since, nothing happens and the difference is shown."
      })
  private Integer base;

  @Override
  public Integer call() throws Exception {
    RunningPacks packs = suite.packs();
    return SuiteAnswer.tell(
        spec,
        () -> {
          CurrentVersion current = which.of(packs);
          Integer from = base == null ? current.version() : base;
          JsonObject published = packs.publish(current.id(), version, from).getJsonObject("pack");
          return List.of("Published " + SuiteAnswer.version(published));
        });
  }
}
