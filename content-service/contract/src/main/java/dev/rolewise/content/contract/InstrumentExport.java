package dev.rolewise.content.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * An instrument as it travels once, in all languages: whoever stores it needs the content service
 * no more.
 *
 * @param id the instrument's id
 * @param version its version, 1 or higher
 * @param hash SHA-256, 64 lower-case hexadecimal digits, over the RFC 8785 canonical form of {@code
 *     {"structure": …, "texts": …}}; the receiver computes it again before it trusts the rest
 * @param structure the instrument with a reference {@code $key} in place of every text
 * @param texts per language one flat object of key to text
 */
public record InstrumentExport(
    String id, int version, String hash, JsonObject structure, JsonObject texts) {
  /** Refuses missing parts. */
  public InstrumentExport {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(texts, "texts");
  }

  /**
   * Reads the reply of {@link ContentAddress#INSTRUMENT_EXPORT}; further fields are ignored.
   *
   * @throws RuntimeException when the bytes are no such document
   */
  public static InstrumentExport from(Buffer reply) {
    JsonObject json = reply.toJsonObject();
    return new InstrumentExport(
        json.getString("id"),
        json.getInteger("version"),
        json.getString("hash"),
        json.getJsonObject("structure"),
        json.getJsonObject("texts"));
  }

  /** The reply as bytes. */
  public Buffer toBuffer() {
    return new JsonObject()
        .put("id", id)
        .put("version", version)
        .put("hash", hash)
        .put("structure", structure)
        .put("texts", texts)
        .toBuffer();
  }

  /** The part the hash is taken over: {@code {"structure": …, "texts": …}}. */
  public JsonObject hashed() {
    return new JsonObject().put("structure", structure).put("texts", texts);
  }
}
