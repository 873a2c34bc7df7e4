package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.Manifest;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.pack.PackReader;
import dev.rolewise.content.translation.TranslationSheet;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.runtime.json.JsonLimits;
import dev.rolewise.runtime.json.MalformedJson;
import dev.rolewise.runtime.json.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A filled-in sheet back into its pack. */
@Command(
    name = "add-language",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a translated file into a pack. Nothing is written unless every text is there and the",
      "pack is without faults afterwards."
    })
final class AddLanguageCommand implements Callable<Integer> {
  private static final int LARGEST_SHEET = 32 * 1024 * 1024;

  @Spec private CommandSpec spec;
  @Mixin private LinkOptions links;

  @Parameters(index = "0", paramLabel = "FILE.json", description = "What new-language wrote.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "PACK",
      arity = "0..1",
      defaultValue = ".",
      description = "The pack's folder (default: this folder).")
  private Path place;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(place)) {
      throw InputFault.in(place, "is not a folder");
    }
    return Findings.of(spec, this::add);
  }

  private int add() throws IOException {
    JsonObject sheet = sheet();
    String language = TranslationSheet.language(sheet);
    if (language == null || !language.matches(PackReader.LANGUAGE)) {
      throw InputFault.in(file, "does not say at /to which language it brings");
    }
    PackFaults faults = new PackFaults();
    PackFiles files = new PackPlace(place).files(faults);
    Pack pack = PackLoader.load(files, links.hosts(), PackLimits.USUAL, faults);
    String name = file.getFileName().toString();
    Map<String, JsonObject> translated = TranslationSheet.files(sheet, pack, name, faults);
    if (faults.size() > 0) {
      throw new InvalidPack(name, faults);
    }
    Map<String, byte[]> added = new LinkedHashMap<>();
    translated.forEach((path, texts) -> added.put(path, bytes(texts)));
    added.put(PackReader.MANIFEST, bytes(with(pack.manifest(), language).toJson()));
    TreeMap<String, byte[]> whole = new TreeMap<>(files.content());
    whole.putAll(added);
    Pack result =
        PackLoader.load(
            new PackFiles(files.name(), whole), links.hosts(), PackLimits.USUAL, faults);
    for (Map.Entry<String, byte[]> one : added.entrySet()) {
      Path target = place.resolve(one.getKey());
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.write(target, one.getValue());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        PackLine.of(result)
            + ", has "
            + language
            + " now. Raise \"version\" in pack.json, and in its instruments, before you publish.");
    out.flush();
    return Findings.fine();
  }

  private JsonObject sheet() throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_SHEET) {
      throw InputFault.in(file, "is no file that new-language wrote");
    }
    try {
      return StrictJson.object(Files.readAllBytes(file), JsonLimits.FILE);
    } catch (MalformedJson malformed) {
      throw InputFault.at(file, malformed.line(), malformed.column(), "is not JSON");
    }
  }

  private static Manifest with(Manifest manifest, String language) {
    List<String> languages = new ArrayList<>(manifest.languages());
    if (!languages.contains(language)) {
      languages.add(language);
    }
    return new Manifest(manifest.id(), manifest.version(), languages, manifest.defaultLanguage());
  }

  private static byte[] bytes(JsonObject json) {
    return (json.encodePrettily() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
