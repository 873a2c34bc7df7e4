package dev.rolewise.systemtest;

import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The questionnaire that the suite brings along, as scoring reads it. */
final class BundledInstrument {
  private static final String PACK = "/packs/rolewise-core/";

  private BundledInstrument() {}

  static Instrument roleGapScan() {
    JsonObject structure = json("instruments/role-gap-scan.json");
    JsonObject texts =
        new JsonObject()
            .put("en", json("texts/en/instruments/role-gap-scan.json"))
            .put("nl", json("texts/nl/instruments/role-gap-scan.json"));
    String hash =
        CanonicalJson.sha256(new JsonObject().put("structure", structure).put("texts", texts));
    InstrumentExport export = new InstrumentExport("role-gap-scan", 1, hash, structure, texts);
    return PublishedInstrument.read(export.toBuffer()).forInitiatives(Integer.MAX_VALUE);
  }

  private static JsonObject json(String path) {
    try (InputStream in = BundledInstrument.class.getResourceAsStream(PACK + path)) {
      return new JsonObject(Buffer.buffer(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
