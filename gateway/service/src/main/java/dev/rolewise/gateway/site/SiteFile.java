package dev.rolewise.gateway.site;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file in memory.
 *
 * @param mediaType for Content-Type
 * @param cacheControl how long browsers may keep it
 * @param forms the forms it exists in, best first; the plain one is always the last
 */
record SiteFile(String mediaType, String cacheControl, List<Form> forms) {

  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK_EACH_TIME = "no-cache";
  private static final String FOR_AN_HOUR = "public, max-age=3600";

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  /**
   * The bytes of one form.
   *
   * @param encoding "br", "gzip" or empty for plain
   * @param etag strong, quotes included, of these very bytes
   */
  record Form(String encoding, String etag, Buffer bytes) {

    static Form of(String encoding, byte[] bytes) {
      return new Form(encoding, etag(bytes), Buffer.buffer(bytes));
    }

    private static String etag(byte[] bytes) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
      } catch (NoSuchAlgorithmException missing) {
        throw new IllegalStateException(missing);
      }
    }
  }

  /**
   * A file by its path.
   *
   * @param path from the root, such as {@code /assets/app-1a2b.js}
   * @param brotli null when there is no such sibling
   * @param gzip null when there is no such sibling
   */
  static SiteFile of(String path, byte[] plain, byte[] brotli, byte[] gzip) {
    return new SiteFile(
        mediaType(path),
        cacheControl(path),
        Stream.of(
                brotli == null ? null : Form.of("br", brotli),
                gzip == null ? null : Form.of("gzip", gzip),
                Form.of("", plain))
            .filter(form -> form != null)
            .toList());
  }

  /** A text that has no file, with the default life of a file. */
  static SiteFile text(String content) {
    return of("/text.txt", content.getBytes(StandardCharsets.UTF_8), null, null);
  }

  private static String mediaType(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static String cacheControl(String path) {
    if (path.startsWith("/assets/")) {
      return FOREVER;
    }
    boolean entry = path.endsWith(".html") || path.endsWith(".js") || path.endsWith("manifest");
    return entry ? ASK_EACH_TIME : FOR_AN_HOUR;
  }
}
