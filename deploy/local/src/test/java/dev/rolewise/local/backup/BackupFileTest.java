package dev.rolewise.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.local.input.InputFault;
import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that is no whole and honest backup is named in one plain line, before anything happens.
 */
class BackupFileTest {

  private static final String SHEETS = "assessment/pending_sheet.copy";

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path good;

  @BeforeAll
  static void write() throws Exception {
    good = shared.resolve("good");
    try (KeptWorld world = KeptWorld.start()) {
      world.migrated("kept").answer("kept", IntStream.range(0, 5).boxed().toList());
      world.backup("kept", good);
    }
  }

  @AfterAll
  static void forget() {
    good = null;
  }

  @Test
  void aGoodOneIsFine() {
    try (BackupReader backup = BackupReader.open(good)) {
      restore().check(backup);
      assertEquals("1.2.3", backup.header().product());
      assertEquals(5, backup.header().rows("assessment", "pending_sheet"));
      assertEquals(5, backup.header().rows("assessment", "ticket"));
      assertEquals(12, backup.header().rows());
    }
  }

  @Test
  void somethingElseIsNoBackup() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "hello");
    assertEquals(text + ": is no backup of Rolewise, or only the beginning of one", refused(text));
    Path empty = Files.createFile(folder.resolve("empty"));
    assertEquals(
        empty + ": is no backup of Rolewise, or only the beginning of one", refused(empty));
    Path zip = zip(Map.of("readme.txt", bytes("hello")));
    assertEquals(zip + ": is no backup of Rolewise", refused(zip));
    Path alike = zip(Map.of("backup.json", bytes("{\"format\":\"mine\"}")));
    assertEquals(alike + ": is no backup of Rolewise", refused(alike));
    assertEquals(folder + ": is a folder, not a file", refused(folder));
    Path missing = folder.resolve("missing");
    assertEquals(missing + ": there is no such file", refused(missing));
  }

  @Test
  void aBeginningIsNoBackup() throws Exception {
    byte[] whole = Files.readAllBytes(good);
    for (int length : List.of(whole.length - 1, whole.length / 2, 100)) {
      Path cut = Files.write(folder.resolve("cut" + length), Arrays.copyOf(whole, length));
      assertEquals(cut + ": is no backup of Rolewise, or only the beginning of one", refused(cut));
    }
  }

  @Test
  void aChangedAnswerIsSeen() throws Exception {
    Path changed = changed(all -> all.computeIfPresent(SHEETS, edit("{3,-1,4}", "{2,-1,4}")));
    assertEquals(
        changed
            + ": "
            + SHEETS
            + " in it was changed or damaged: its SHA-256 is not the one in the header",
        refused(changed));
  }

  @Test
  void aRowTooManyIsSeen() throws Exception {
    Path changed =
        changed(all -> all.computeIfPresent(SHEETS, (name, is) -> bytes(text(is) + text(is))));
    assertEquals(
        changed + ": " + SHEETS + " in it was changed or damaged: it holds 10 rows instead of 5",
        refused(changed));
  }

  @Test
  void aMissingAndAnUnknownPartAreSeen() throws Exception {
    Path lacking = changed(all -> all.remove(SHEETS));
    assertEquals(
        lacking + ": lacks " + SHEETS + ", which its header names: it was changed or damaged",
        refused(lacking));
    Path more = changed(all -> all.put("../etc/passwd", bytes("x")));
    assertEquals(
        more + ": holds \"../etc/passwd\", which its header does not name: it was changed",
        refused(more));
  }

  @Test
  void aChangedHeaderIsSeen() throws Exception {
    Path changed = changed(all -> all.computeIfPresent("backup.json", edit("1.2.3", "1.2.4")));
    assertEquals(
        changed + ": backup.json in it was changed or damaged: its hash does not belong",
        refused(changed));
    Path broken = changed(all -> all.computeIfPresent("backup.json", edit("{", "")));
    assertEquals(
        broken + ": backup.json in it was changed or damaged: it cannot be read", refused(broken));
    Path later = header(json -> json.put("formatVersion", 2));
    assertEquals(
        later
            + ": is a backup of another format (this Rolewise reads format 1): restore it with the"
            + " Rolewise that made it",
        refused(later));
    Path odd = header(json -> json.put("schemas", "none"));
    assertEquals(odd + ": backup.json in it is not what Rolewise writes", refused(odd));
    Path outside =
        header(json -> assessment(json).put("name", "../../x")); // names become paths and SQL
    assertEquals(outside + ": backup.json in it is not what Rolewise writes", refused(outside));
  }

  @Test
  void damageOnTheDiskIsSeenOrDoesNoHarm() throws Exception {
    byte[] bytes = Files.readAllBytes(good);
    BackupHeader header = check(good);
    int noticed = 0;
    for (int at = 0; at < bytes.length; at += 29) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      Path file = Files.write(folder.resolve("damaged" + at), damaged);
      try {
        // a bit that says nothing, such as one of a time in the archive: all rows are as they were
        assertEquals(header, check(file), "bit at " + at);
      } catch (InputFault seen) {
        assertEquals(1, seen.getMessage().lines().count());
        noticed++;
      }
    }
    assertTrue(noticed > bytes.length / 29 / 3, noticed + " of " + bytes.length / 29);
  }

  @Test
  void tablesOfANewerRolewiseAreRefused() throws Exception {
    Path newer =
        header(
            json ->
                assessment(json)
                    .getJsonArray("migrations")
                    .add(new JsonObject().put("script", "V99.1__tomorrow.sql").put("checksum", 1)));
    assertEquals(
        newer
            + ": was made by Rolewise \"1.2.3\", whose tables in assessment are newer (version 99.1)"
            + " than this Rolewise \"1.2.2\" knows: restore it with that one or a newer one",
        refused(newer));
  }

  @Test
  void partsOfAnotherProgramAreRefused() throws Exception {
    Path other = header(json -> assessment(json).put("name", "payroll"));
    assertTrue(refused(other).contains("lacks payroll/"), refused(other));
    Path none = changed(all -> all.keySet().removeIf(it -> !it.equals("backup.json")));
    Path less = header(none, json -> json.getJsonArray("schemas").clear());
    assertEquals(
        less + ": carries other parts than a suite has: it is no backup of one", refused(less));
  }

  private static Restore restore() {
    return new Restore("1.2.2", KeptWorld.SCHEMAS);
  }

  private static String refused(Path file) {
    return assertThrows(InputFault.class, () -> check(file)).getMessage();
  }

  private static BackupHeader check(Path file) {
    try (BackupReader backup = BackupReader.open(file)) {
      restore().check(backup);
      return backup.header();
    }
  }

  private static JsonObject assessment(JsonObject header) {
    return header.getJsonArray("schemas").getJsonObject(1);
  }

  private Path header(Consumer<JsonObject> change) throws IOException {
    return header(good, change);
  }

  /** With a header that belongs to itself. */
  private Path header(Path base, Consumer<JsonObject> change) throws IOException {
    return changed(
        base,
        all ->
            all.computeIfPresent(
                "backup.json",
                (name, is) -> {
                  JsonObject json = new JsonObject(text(is));
                  json.remove("hash");
                  change.accept(json);
                  return bytes(json.put("hash", CanonicalJson.sha256(json)).encode());
                }));
  }

  private Path changed(Consumer<Map<String, byte[]>> change) throws IOException {
    return changed(good, change);
  }

  private Path changed(Path base, Consumer<Map<String, byte[]>> change) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (ZipFile zip = new ZipFile(base.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        all.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    change.accept(all);
    return zip(all);
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = Files.createTempFile(folder, "backup", "");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private static BiFunction<String, byte[], byte[]> edit(String from, String to) {
    UnaryOperator<String> change =
        text -> {
          assertTrue(text.contains(from), from);
          return text.substring(0, text.indexOf(from))
              + to
              + text.substring(text.indexOf(from) + from.length());
        };
    return (name, is) -> bytes(change.apply(text(is)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
