package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.Manifest;
import dev.rolewise.content.pack.Pack;

/** A pack in half a sentence. */
final class PackLine {
  private PackLine() {}

  static String of(Pack pack) {
    Manifest manifest = pack.manifest();
    return "Pack %s version %d, %d documents in %s"
        .formatted(
            manifest.id(),
            manifest.version(),
            pack.documents().size(),
            String.join(", ", manifest.languages()));
  }
}
