package dev.rolewise.content.validation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.PackFiles;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The test pack, open for changes. */
public final class PackFixture {
  private final TreeMap<String, byte[]> content =
      new TreeMap<>(PackFiles.onClassPath("packs/test-pack").content());

  /** The files as they are now. */
  public PackFiles files() {
    return new PackFiles("test-pack", new TreeMap<>(content));
  }

  /** The pack is refused with this fault at this place, perhaps among others. */
  public void assertFault(String file, String pointer, String reason) {
    InvalidPack refusal = assertThrows(InvalidPack.class, () -> PackLoader.load(files()));
    assertTrue(
        refusal.faults().stream()
            .anyMatch(
                fault ->
                    fault.file().equals(file)
                        && fault.pointer().equals(pointer)
                        && fault.reason().contains(reason)),
        refusal::getMessage);
  }

  /** Removes a file that is there. */
  public PackFixture remove(String file) {
    if (content.remove(file) == null) {
      throw new IllegalArgumentException("no " + file);
    }
    return this;
  }

  /** Writes a file. */
  public PackFixture put(String file, String text) {
    content.put(file, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Changes a JSON file; the change must change something. */
  public PackFixture edit(String file, Consumer<JsonObject> change) {
    JsonObject json = Buffer.buffer(content.get(file)).toJsonObject();
    String before = json.encode();
    change.accept(json);
    if (json.encode().equals(before)) {
      throw new IllegalArgumentException("nothing changed in " + file);
    }
    return put(file, json.encode());
  }

  /** Lets two elements of a list change places; the path has slashes between names. */
  public PackFixture swap(String file, String path, int first, int second) {
    return edit(
        file,
        json -> {
          String[] names = path.split("/");
          JsonObject parent = json;
          for (int i = 0; i < names.length - 1; i++) {
            parent = parent.getJsonObject(names[i]);
          }
          JsonArray list = parent.getJsonArray(names[names.length - 1]);
          Object kept = list.getValue(first);
          list.set(first, list.getValue(second)).set(second, kept);
        });
  }
}
