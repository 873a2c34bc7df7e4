package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.RunningPacks;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The versions that a running suite has. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the versions of the content pack that a running suite has.")
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SuiteOptions suite;

  @Override
  public Integer call() throws Exception {
    RunningPacks packs = suite.packs();
    return SuiteAnswer.tell(
        spec,
        () ->
            packs.list().getJsonArray("items").stream()
                .map(it -> SuiteAnswer.version((JsonObject) it))
                .toList());
  }
}
