package dev.rolewise.assessment.suite;

import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
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

  /** The list of instruments as content-service answers it, as far as the service reads it. */
  public static JsonObject instruments() {
    JsonArray roles = new JsonArray();
    roleGapScan().structure().getJsonArray("sides").stream()
        .map(JsonObject.class::cast)
        .forEach(
            side ->
                roles.add(
                    new JsonObject()
                        .put("id", side.getString("role"))
                        .put("side", side.getString("id"))
                        .put("name", side.getString("role"))));
    JsonObject scan =
        new JsonObject()
            .put("id", "role-gap-scan")
            .put("version", 1)
            .put("languages", new JsonArray().add("en").add("nl"))
            .put("roles", roles);
    return new JsonObject().put("items", new JsonArray().add(scan));
  }

  private static JsonObject json(String path) {
    try {
      return new JsonObject(Buffer.buffer(Files.readAllBytes(PACK.resolve(path))));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
