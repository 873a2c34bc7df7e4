package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.RunningPacks;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Withdraws a version from new rounds. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = "Withdraws a version from new rounds, for good; rounds that are open go on.")
final class WithdrawCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SuiteOptions suite;
  @Mixin private WhichPack which;

  @Parameters(paramLabel = "VERSION", description = "The version.")
  private int version;

  @Override
  public Integer call() throws Exception {
    RunningPacks packs = suite.packs();
    return SuiteAnswer.tell(
        spec,
        () -> {
          String id = which.of(packs).id();
          JsonObject withdrawn = packs.withdraw(id, version).getJsonObject("pack");
          return List.of("Withdrew " + SuiteAnswer.version(withdrawn));
        });
  }
}
