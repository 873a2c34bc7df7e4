package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.PackFiles;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack commands on a folder and a zip file, through the real command line. */
class PackCommandTest {
  private static final String ROLE = "roles/product-manager.json";

  @TempDir private Path folder;
  private Path pack;

  @BeforeEach
  void unpack() throws IOException {
    pack = Files.createDirectory(folder.resolve("pack"));
    for (Map.Entry<String, byte[]> file :
        PackFiles.onClassPath("packs/rolewise-core").content().entrySet()) {
      Path target = pack.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  @Test
  void aPackWithoutFaultsIsFine() {
    CommandRun run = run("validate", pack.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out().startsWith("Pack rolewise-core version 3, 36 documents in en, nl, is fine."),
        run.out());
  }

  @Test
  void everyFaultIsToldWithFilePointerAndReason() throws IOException {
    edit("texts/nl/" + ROLE, json -> json.remove("name"));
    edit(ROLE, json -> json.put("surprise", 1));
    Files.writeString(pack.resolve("texts/en/" + ROLE), "{\n  \"name\": <b>");
    CommandRun run = run("validate", pack.toString());
    assertEquals(1, run.code());
    List<String> told = run.out().lines().toList();
    assertTrue(told.contains("texts/nl/" + ROLE + " /name: translation is missing"), run.out());
    assertTrue(told.contains(ROLE + " /surprise: is not a field of this document"), run.out());
    assertTrue(
        told.contains("texts/en/" + ROLE + " /name: line 2, column 11: is not JSON"), run.out());
    assertEquals(
        List.of("The pack has " + told.size() + " faults; nothing was done with it."),
        run.complaints());
  }

  @Test
  void whatIsNoPackIsWrongUsage() throws IOException {
    assertEquals(2, run("validate", folder.resolve("none").toString()).code());
    CommandRun unsaid = run();
    assertEquals(2, unsaid.code());
    assertTrue(unsaid.err().startsWith("Say what to do with the pack: validate,"), unsaid.err());
    Path text = Files.writeString(folder.resolve("text.zip"), "hello");
    CommandRun noZip = run("validate", text.toString());
    assertEquals(1, noZip.code());
    assertEquals(
        "text.zip: is not a zip file that can be read: it has no table of contents",
        noZip.out().strip());
  }

  @Test
  void anExportedPackIsTheSamePackAndTheSameBytes() throws IOException {
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    CommandRun run = run("export", "--pack", pack.toString(), first.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals(0, run("export", "--pack", first.toString(), second.toString()).code());
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    String hash = run.out().lines().toList().get(1);
    assertEquals(hash, run("validate", first.toString()).out().lines().toList().get(1));
    CommandRun again = run("export", "--pack", pack.toString(), first.toString());
    assertEquals(2, again.code());
    assertTrue(again.err().contains("is there already"), again.err());

    Path bundled = folder.resolve("bundled.zip");
    assertEquals(0, run("export", "--bundled", bundled.toString()).code());
    assertEquals(0, run("diff", bundled.toString(), pack.toString()).code());
  }

  @Test
  void aDiffNamesEveryChange() throws IOException {
    Path before = folder.resolve("before.zip");
    run("export", "--pack", pack.toString(), before.toString());
    int version = json(pack.resolve("pack.json")).getInteger("version");
    edit("pack.json", json -> json.put("version", version + 1));
    edit("texts/nl/" + ROLE, json -> json.put("name", "productbaas"));
    CommandRun run = run("diff", before.toString(), pack.toString());
    assertEquals(1, run.code(), run.err());
    assertEquals(
        List.of(
            "~ pack.json /version: \"%d\" -> \"%d\"".formatted(version, version + 1),
            "~ texts/nl/" + ROLE + " /name: \"Productmanager\" -> \"productbaas\"",
            "2 differences."),
        run.out().lines().toList());
  }

  @Test
  void aLanguageIsTranslatedInOneFileAndBroughtBack() throws IOException {
    Path sheet = folder.resolve("fr.json");
    assertEquals(0, run("new-language", "fr", pack.toString(), "--output", sheet + "").code());
    JsonObject texts = json(sheet).getJsonObject("texts");
    JsonObject name = texts.getJsonObject(ROLE).getJsonObject("name");
    assertEquals("", name.getString("fr"));
    assertTrue(name.getString("en").length() > 3);

    CommandRun empty = run("add-language", sheet.toString(), pack.toString());
    assertEquals(1, empty.code());
    assertTrue(
        empty
            .out()
            .lines()
            .anyMatch(
                it ->
                    it.equals(
                        "fr.json /texts/roles~1product-manager.json/name/fr: is not translated yet")),
        empty.out());
    assertTrue(Files.notExists(pack.resolve("texts/fr")));

    JsonObject filled = json(sheet);
    for (String file : filled.getJsonObject("texts").fieldNames()) {
      JsonObject pairs = filled.getJsonObject("texts").getJsonObject(file);
      for (String key : pairs.fieldNames()) {
        JsonObject pair = pairs.getJsonObject(key);
        pair.put("fr", pair.getString("en"));
      }
    }
    JsonObject scan = filled.getJsonObject("texts").getJsonObject("instruments/role-gap-scan.json");
    String braced =
        scan.fieldNames().stream()
            .filter(key -> scan.getJsonObject(key).getString("en").contains("{role}"))
            .findFirst()
            .orElseThrow();
    scan.getJsonObject(braced).put("fr", "sans accolades");
    Files.writeString(sheet, filled.encode());
    CommandRun lost = run("add-language", sheet.toString(), pack.toString());
    assertEquals(1, lost.code());
    assertTrue(lost.out().contains("has the placeholders []"), lost.out());
    assertTrue(Files.notExists(pack.resolve("texts/fr")));

    scan.getJsonObject(braced).put("fr", scan.getJsonObject(braced).getString("en"));
    Files.writeString(sheet, filled.encode());
    CommandRun added = run("add-language", sheet.toString(), pack.toString());
    assertEquals(0, added.code(), added.out());
    assertTrue(run("validate", pack.toString()).out().contains("documents in en, nl, fr, is fine"));
  }

  @Test
  void linksLeadWhereTheyMay() throws IOException {
    edit("texts/nl/" + ROLE, json -> json.put("name", "https://intra.example/rollen"));
    assertEquals(1, run("validate", pack.toString()).code());
    assertEquals(0, run("validate", pack.toString(), "--allow-link", "intra.example").code());
  }

  @Test
  void schemasAreWrittenForEditors() throws IOException {
    Path schemas = folder.resolve("schemas");
    assertEquals(0, run("schema", schemas.toString()).code());
    JsonObject role = json(schemas.resolve("roles.schema.json"));
    assertEquals("https://json-schema.org/draft/2020-12/schema", role.getString("$schema"));
  }

  private static CommandRun run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "pack";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.of(all);
  }

  private void edit(String file, Consumer<JsonObject> change) throws IOException {
    JsonObject json = json(pack.resolve(file));
    change.accept(json);
    Files.writeString(pack.resolve(file), json.encode());
  }

  private static JsonObject json(Path file) throws IOException {
    return Buffer.buffer(Files.readAllBytes(file)).toJsonObject();
  }
}
