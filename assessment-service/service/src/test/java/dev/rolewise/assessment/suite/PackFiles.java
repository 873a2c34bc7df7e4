package dev.rolewise.assessment.suite;

import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real instrument, read from the pack's sources and exported as content-service does. */
public final class PackFiles {
  private static final Path PACK =
      Path.of("../../content-service/service/src/main/resources/packs/rolewise-core");

  private PackFiles() {}

  public static InstrumentExport roleGapScan() {
    JsonObject structure = json("instruments/role-gap-scan.json");
    JsonObject texts =
        new JsonObject()
            .put("en", json("texts/en/instruments/role-gap-scan.json"))
            .put("nl", json("texts/nl/instruments/role-gap-scan.json"));
    String hash =
        CanonicalJson.sha256(new JsonObject().put("structure", structure).put("texts", texts));
    return new InstrumentExport("role-gap-scan", 1, hash, structure, texts);
  }

  private static JsonObject json(String path) {
    try {
      return new JsonObject(Buffer.buffer(Files.readAllBytes(PACK.resolve(path))));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
