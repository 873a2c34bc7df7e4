package dev.rolewise.systemtest;

import dev.rolewise.content.pack.PackFiles;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The own pack under another name, with as much more in it as it takes. */
final class LargePack {
  static final int MEBIBYTE = 1024 * 1024;

  /** Not the pack on show: what becomes of this one concerns no reader. */
  static final String ID = "large-house";

  /** The names and headers of an archive's files: what it is larger than they are together. */
  private static final int A_FILE = 160;

  private static final String[] LANGUAGES = {"en", "fr", "nl"};
  private static final String[] WORDS = {
    "visitors", "ouverture", "tentoonstelling", "budget", "salle", "planning", "montage", "licht"
  };

  private LargePack() {}

  /**
   * An archive of so many bytes, or a little less.
   *
   * @param version of the pack
   */
  static byte[] ofBytes(int bytes, int version) throws IOException {
    return zip(filled(bytes, version), Deflater.NO_COMPRESSION);
  }

  /** A small archive that is so large once it is unpacked. */
  static byte[] unpackingTo(int bytes, int version) throws IOException {
    return zip(filled(bytes, version), Deflater.BEST_COMPRESSION);
  }

  private static TreeMap<String, byte[]> filled(int bytes, int version) {
    TreeMap<String, byte[]> files = own(version);
    int total = files.values().stream().mapToInt(file -> file.length + A_FILE).sum();
    for (int i = 0; total < bytes - 20_000; i++) {
      int room = Math.min(60_000, (bytes - total - 10_000) / LANGUAGES.length);
      total += addRole(files, "filler-" + i, words(new Random(version * 1_000L + i), room));
    }
    return files;
  }

  /** An archive with so many documents more, each with texts in every language. */
  static byte[] ofDocuments(int documents) throws IOException {
    TreeMap<String, byte[]> files = own(1);
    byte[] empty = new JsonObject().toBuffer().getBytes();
    for (int i = 0; i < documents; i++) {
      files.put("guides/filler-" + i + ".json", empty);
      for (String language : LANGUAGES) {
        files.put("texts/" + language + "/guides/filler-" + i + ".json", empty);
      }
    }
    return zip(files, Deflater.NO_COMPRESSION);
  }

  private static TreeMap<String, byte[]> own(int version) {
    TreeMap<String, byte[]> files =
        new TreeMap<>(PackFiles.onClassPath("packs/" + OwnPack.ID).content());
    JsonObject manifest = Buffer.buffer(files.get("pack.json")).toJsonObject();
    manifest.put("id", ID).put("version", version);
    files.put("pack.json", manifest.toBuffer().getBytes());
    return files;
  }

  private static int addRole(TreeMap<String, byte[]> files, String id, String definition) {
    JsonObject role = Buffer.buffer(files.get("roles/season-lead.json")).toJsonObject();
    role.put("id", id).put("scored", false);
    role.getJsonArray("tasks").forEach(task -> ((JsonObject) task).getJsonArray("areas").clear());
    int bytes = put(files, "roles/" + id + ".json", role);
    for (String language : LANGUAGES) {
      JsonObject texts =
          Buffer.buffer(files.get("texts/" + language + "/roles/season-lead.json")).toJsonObject();
      bytes +=
          put(
              files,
              "texts/" + language + "/roles/" + id + ".json",
              texts.put("definition", definition));
    }
    return bytes;
  }

  private static int put(TreeMap<String, byte[]> files, String path, JsonObject json) {
    byte[] bytes = json.toBuffer().getBytes();
    files.put(path, bytes);
    return bytes.length + A_FILE;
  }

  /** Like people write: the same words again and again. */
  private static String words(Random random, int length) {
    StringBuilder words = new StringBuilder("A");
    while (words.length() < length) {
      words.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }

  private static byte[] zip(Map<String, byte[]> files, int level) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(level);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
