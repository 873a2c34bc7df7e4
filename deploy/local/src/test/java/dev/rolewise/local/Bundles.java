package dev.rolewise.local;

import dev.rolewise.assessment.bundle.BundleWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Report bundles, and what {@code rolewise score} says of them. */
final class Bundles {

  /** Bundles as servers with role-gap/1 wrote them; these files never change. */
  static final List<String> GOLDEN =
      List.of(
          "product-manager",
          "at-the-gate",
          "both-and-programme",
          "turnout-too-low",
          "nothing-released");

  private Bundles() {}

  static JsonObject golden(String name) {
    return new JsonObject(Buffer.buffer(goldenBytes(name)));
  }

  static byte[] goldenBytes(String name) {
    try (InputStream in = Bundles.class.getResourceAsStream("bundles/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The document with the hash that belongs to it. */
  static JsonObject rehashed(JsonObject document) {
    return BundleWriter.sealed(document);
  }

  static CommandRun score(Path file, JsonObject document) {
    return score(file, document.toBuffer().getBytes());
  }

  static CommandRun score(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return CommandRun.of("score", "--bundle", file.toString());
  }
}
