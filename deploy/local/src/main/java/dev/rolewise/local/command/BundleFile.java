package dev.rolewise.local.command;

import dev.rolewise.assessment.bundle.BundleFault;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.local.input.JsonFile;
import dev.rolewise.runtime.json.JsonLimits;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A file with a report bundle in it. */
final class BundleFile {

  /** Fifty times what a bundle of our own instrument takes. */
  private static final int MOST_BYTES = 1024 * 1024;

  // a double may take 25 characters
  private static final JsonLimits LIMITS = new JsonLimits(16, 32, 4 * 1024);

  private final JsonFile file;

  private BundleFile(JsonFile file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws InputFault when it cannot be read or holds no JSON object
   */
  static BundleFile read(Path file) {
    return new BundleFile(JsonFile.read(file, MOST_BYTES, LIMITS));
  }

  JsonObject document() {
    return file.document();
  }

  /** What the reader makes of the document; its faults become this file's. */
  <T> T checked(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (BundleFault fault) {
      throw file.fault(fault.pointer(), fault.getMessage());
    }
  }

  /**
   * A fault at a value of the document.
   *
   * @param opening what kind of fault it is, or nothing
   */
  InputFault fault(String pointer, String opening, String what) {
    return file.fault(pointer, opening, what);
  }
}
