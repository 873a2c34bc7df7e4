package dev.rolewise.local.command.pack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Content packs. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "Content packs: roles, scenarios, guides, a glossary and instruments in any language.",
      "list, import, publish, rollback and withdraw work on a running suite, export and diff too.",
      "Exit codes: 0 fine, 1 a finding, 2 wrong usage or a pack that cannot be read."
    },
    subcommands = {
      ValidateCommand.class,
      ExportCommand.class,
      DiffCommand.class,
      NewLanguageCommand.class,
      AddLanguageCommand.class,
      SchemaCommand.class,
      ListCommand.class,
      ImportCommand.class,
      PublishCommand.class,
      RollbackCommand.class,
      WithdrawCommand.class
    })
public final class PackCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with the pack: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
