package dev.rolewise.local.command.pack;

import dev.rolewise.content.validation.PackSchemas;
import dev.rolewise.local.input.InputFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The JSON Schemas of a pack's files. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Writes the JSON Schema of every kind of file in a pack, for editors.")
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Where to write them.")
  private Path folder;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Files.createDirectories(folder);
      for (var schema : PackSchemas.all().entrySet()) {
        Path file = folder.resolve(schema.getKey());
        Files.writeString(file, schema.getValue().encodePrettily() + "\n", StandardCharsets.UTF_8);
        out.println(file + " is for " + schema.getValue().getString("title"));
      }
    } catch (IOException unwritable) {
      throw InputFault.in(folder, "cannot be written: " + unwritable.getMessage());
    }
    out.flush();
    return Findings.fine();
  }
}
