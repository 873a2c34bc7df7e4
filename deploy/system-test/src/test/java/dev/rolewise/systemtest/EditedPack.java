package dev.rolewise.systemtest;

import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.local.editing.EditorToken;
import dev.rolewise.local.editing.RunningPacks;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A version of the bundled pack that an editor has brought into a running suite. It is not
 * published, so that whatever happens to it concerns no other test. What is read there is the
 * bundled pack under the number that the examples of the contract have.
 *
 * @param token of the editor
 */
record EditedPack(String token) {
  static final String ID = "rolewise-core";

  private static final int VERSION = 1_000;

  /** The version that the examples of the contract are about. */
  private static final int EXAMPLE = 1;

  static EditedPack in(RunningSuite suite) {
    RunningPacks packs = packs(suite);
    packs.bring(archive(VERSION, json -> {}));
    int current = current(packs);
    if (current != EXAMPLE) {
      packs.bring(archive(EXAMPLE, json -> {}));
      packs.publish(ID, EXAMPLE, current);
    }
    return new EditedPack(token(suite).secret().reveal());
  }

  private static int current(RunningPacks packs) {
    return packs.list().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getBoolean("current"))
        .map(it -> it.getInteger("version"))
        .findFirst()
        .orElseThrow();
  }

  /** What an editor does to a suite. */
  static RunningPacks packs(RunningSuite suite) {
    return new RunningPacks(URI.create(suite.url()), token(suite));
  }

  /**
   * The bundled pack with another version.
   *
   * @param change to the Dutch texts of the product manager
   */
  static byte[] archive(int version, Consumer<JsonObject> change) {
    TreeMap<String, byte[]> files = new TreeMap<>(PackFiles.onClassPath("packs/" + ID).content());
    edit(files, "pack.json", json -> json.put("version", version));
    edit(files, "texts/nl/roles/product-manager.json", change);
    return PackArchive.write(new PackFiles(ID, files));
  }

  private static void edit(
      TreeMap<String, byte[]> files, String file, Consumer<JsonObject> change) {
    JsonObject json = Buffer.buffer(files.get(file)).toJsonObject();
    change.accept(json);
    files.put(file, json.toBuffer().getBytes());
  }

  /** The path with ids of this suite; what only this version stands for is done to no other. */
  String path(String template) {
    return template
        .replace("{id}", ID)
        .replace("{version}", Integer.toString(template.endsWith("/withdraw") ? VERSION : EXAMPLE));
  }

  /** What a new suite has published by itself. */
  static int bundledVersion() {
    byte[] manifest = PackFiles.onClassPath("packs/" + ID).content().get("pack.json");
    return Buffer.buffer(manifest).toJsonObject().getInteger("version");
  }

  private static EditorToken token(RunningSuite suite) {
    try {
      return EditorToken.read(EditorToken.file(suite.data()));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
