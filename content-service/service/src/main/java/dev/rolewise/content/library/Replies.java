package dev.rolewise.content.library;

import dev.rolewise.content.contract.ContentHeader;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Turns documents into replies: bytes, entity tag and language. */
public final class Replies {
  private Replies() {}

  /** A reply in one language. */
  public static BusDocument in(String language, JsonObject document) {
    Buffer body = document.toBuffer();
    return new BusDocument(
        body, Map.of(ContentHeader.ETAG, etag(body), ContentHeader.LANGUAGE, language));
  }

  /** A reply that has all languages in it. */
  public static BusDocument inAllLanguages(Buffer body) {
    return new BusDocument(body, Map.of(ContentHeader.ETAG, etag(body)));
  }

  private static String etag(Buffer body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
      return '"' + HexFormat.of().formatHex(digest) + '"';
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
