package dev.rolewise.assessment.bus;

import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import java.util.Map;

/** Finished bytes in one language, with a strong entity tag made from them. */
public final class LocalisedDocument {
  private LocalisedDocument() {}

  /**
   * Encodes a document.
   *
   * @param content the document
   * @param language of its texts
   * @return bytes with the headers {@code language} and {@code etag}
   */
  public static BusDocument of(JsonObject content, String language) {
    Buffer body = content.toBuffer();
    String tag = HexFormat.of().formatHex(Secrets.sha256(body.getBytes()));
    return new BusDocument(body, Map.of("language", language, "etag", '"' + tag + '"'));
  }
}
