package dev.rolewise.gateway.page;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads what comes with the program, among it what the front end has as well. */
final class SharedFile {
  private SharedFile() {}

  /** A JSON object on the class path. */
  static JsonObject read(String name) {
    try (InputStream in = SharedFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + name);
      }
      return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
