package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackReader;
import dev.rolewise.content.translation.TranslationSheet;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The sheet that a translator fills in. */
@Command(
    name = "new-language",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the file to translate: every text beside an empty place for the new language.",
      "When it is filled in, add-language brings it into the pack."
    })
final class NewLanguageCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LinkOptions links;

  @Parameters(index = "0", paramLabel = "LANGUAGE", description = "Such as fr or pt-BR.")
  private String language;

  @Parameters(
      index = "1",
      paramLabel = "PACK",
      arity = "0..1",
      defaultValue = ".",
      description = "A folder or a zip file (default: this folder).")
  private Path place;

  @Option(
      names = "--from",
      paramLabel = "LANGUAGE",
      description = "What to translate from (default: the pack's default language).")
  private String from;

  @Option(
      names = "--output",
      paramLabel = "FILE.json",
      description = "New file to write (default: LANGUAGE.translation.json).")
  private Path output;

  @Override
  public Integer call() throws Exception {
    if (!language.matches(PackReader.LANGUAGE)) {
      throw new ParameterException(
          spec.commandLine(), "A language is written like fr or pt-BR, not " + language + ".");
    }
    return Findings.of(spec, this::write);
  }

  private int write() {
    Pack pack = new PackPlace(place).load(links.hosts());
    String source = from == null ? pack.manifest().defaultLanguage() : from;
    if (!pack.manifest().languages().contains(source) || source.equals(language)) {
      throw new ParameterException(
          spec.commandLine(),
          "--from must be another language of the pack: "
              + String.join(", ", pack.manifest().languages())
              + ".");
    }
    JsonObject sheet = TranslationSheet.of(pack, source, language);
    Path file = output == null ? Path.of(language + ".translation.json") : output;
    NewFile.write(file, (sheet.encodePrettily() + "\n").getBytes(StandardCharsets.UTF_8));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%s is ready to be translated from %s to %s. What stands in braces, such as {role}, stays"
                .formatted(file, source, language)
            + " as it is. Then: rolewise pack add-language "
            + file
            + " "
            + place);
    out.flush();
    return Findings.fine();
  }
}
