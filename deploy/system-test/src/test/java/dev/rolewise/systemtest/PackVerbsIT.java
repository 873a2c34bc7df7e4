package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.local.editing.EditorToken;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that an organisation does with a pack of its own, in the order in which it does so, by
 * the commands of the packaged program: a third language, and two versions in a running suite that
 * shows another pack.
 */
@ExtendWith(SharedSuite.class)
class PackVerbsIT {
  private static final String ID = "verbs-house";

  private final RunningSuite suite;
  private final Path folder;
  private final Path pack;

  PackVerbsIT(RunningSuite suite, @TempDir Path folder) {
    this.suite = suite;
    this.folder = folder;
    this.pack = folder.resolve("pack");
  }

  @Test
  void fromAThirdLanguageToTheVersionThatWasTurnedBack() throws Exception {
    unpackInTwoLanguages();
    Path sheet = folder.resolve("fr.translation.json");
    run(0, "new-language", "fr", pack.toString(), "--output", sheet.toString());
    says(run(1, "add-language", sheet.toString(), pack.toString()), "is not translated yet");
    translate(sheet);
    run(0, "add-language", sheet.toString(), pack.toString());
    String checked = run(0, "validate", pack.toString());
    says(checked, "Pack " + ID + " version 1");
    says(checked, "in en, nl, fr, is fine");
    String hash = checked.substring(checked.indexOf("hash ")).strip();

    says(onSuite(0, "import", pack.toString()), hash);
    says(onSuite(0, "publish", "1", "--pack-id", ID), "Published " + ID + " version 1, current");
    edit("pack.json", json -> json.put("version", 2));
    edit("texts/fr/roles/season-lead.json", json -> json.put("summary", "Tient la saison."));
    onSuite(0, "import", pack.toString());
    says(onSuite(1, "publish", "2", "--pack-id", ID, "--base", "7"), "Tient la saison.");
    onSuite(0, "publish", "2", "--pack-id", ID, "--base", "1");
    says(
        onSuite(1, "diff", "--running", "--pack-id", ID, "1", "2"),
        "~ texts/fr/roles/season-lead.json /summary");
    says(onSuite(0, "rollback", "--pack-id", ID), "Back to " + ID + " version 1, current");
    onSuite(0, "withdraw", "2", "--pack-id", ID);
    says(onSuite(1, "publish", "2", "--pack-id", ID), "This version was withdrawn");
    String listed = onSuite(0, "list");
    says(listed, ID + " version 1, current, not the pack that this suite shows");
    says(listed, ID + " version 2, not the pack that this suite shows, withdrawn from new rounds");

    Path zip = folder.resolve("one.zip");
    onSuite(0, "export", "--running", "1", "--pack-id", ID, zip.toString());
    says(run(0, "validate", zip.toString()), hash);
    says(onSuite(2, "publish", "1", "--pack-id", "nobodys-house"), "nobodys-house");
  }

  private void unpackInTwoLanguages() throws IOException {
    for (var file : PackFiles.onClassPath("packs/" + OwnPack.ID).content().entrySet()) {
      if (!file.getKey().startsWith("texts/fr/")) {
        Path target = pack.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
    }
    edit("pack.json", json -> json.put("id", ID).put("languages", List.of("en", "nl")));
    // a version of an instrument is one content, and with two languages it is another one
    for (String instrument : List.of(OwnPack.COMPASS, OwnPack.CHECK)) {
      edit("instruments/" + instrument + ".json", json -> json.put("version", 9));
    }
  }

  /** As a translator does: what the own pack says in French goes into the sheet. */
  private static void translate(Path sheet) throws IOException {
    JsonObject filled = new JsonObject(Files.readString(sheet));
    JsonObject texts = filled.getJsonObject("texts");
    for (String document : texts.fieldNames()) {
      JsonObject french =
          new JsonObject(Files.readString(OwnPack.FOLDER.resolve("texts/fr").resolve(document)));
      JsonObject pairs = texts.getJsonObject(document);
      pairs.fieldNames().forEach(key -> pairs.getJsonObject(key).put("fr", french.getString(key)));
    }
    Files.writeString(sheet, filled.encode());
  }

  private void edit(String file, Consumer<JsonObject> change) throws IOException {
    JsonObject json = new JsonObject(Files.readString(pack.resolve(file)));
    change.accept(json);
    Files.writeString(pack.resolve(file), json.encode());
  }

  private String onSuite(int code, String verb, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", suite.url()));
    all.addAll(List.of("--token-file", EditorToken.file(suite.data()).toString()));
    return run(code, verb, all.toArray(String[]::new));
  }

  private static String run(int code, String verb, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("pack", verb));
    line.addAll(List.of(arguments));
    JarCommand ran = JarCommand.run(line.toArray(String[]::new));
    String said = ran.out() + ran.err();
    assertEquals(code, ran.exitCode(), verb + ": " + said);
    return said;
  }

  private static void says(String said, String words) {
    assertTrue(said.contains(words), said);
  }
}
