package dev.rolewise.gateway.content;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A public document as it goes over the wire, plain and compressed, with a strong entity tag for
 * each.
 *
 * @param plain the bytes
 * @param gzip the same, compressed once somebody takes it so
 * @param tag entity tag of the plain bytes, without quotes
 * @param mediaType value of Content-Type
 * @param language value of Content-Language, or null
 * @param fileName under what name to save it, or null to show it
 * @param page whether it is a page, which names files of this very release and has its language in
 *     its address: to be looked at again each time, by that address alone
 */
record CachedDocument(
    Buffer plain,
    Zipped gzip,
    String tag,
    String mediaType,
    String language,
    String fileName,
    boolean page) {
  private static final String GZIP_SUFFIX = "-gzip";

  static CachedDocument of(Buffer plain, String mediaType, String language, String fileName) {
    return new CachedDocument(
        plain, new Zipped(plain), digest(plain), mediaType, language, fileName, false);
  }

  static CachedDocument ofPage(String html, String language) {
    Buffer plain = Buffer.buffer(html.getBytes(StandardCharsets.UTF_8));
    return new CachedDocument(
        plain, new Zipped(plain), digest(plain), "text/html; charset=utf-8", language, null, true);
  }

  /**
   * Answers a read: 304 when the reader has it, else the bytes in the encoding the reader takes.
   *
   * @param freshness whether the document may have changed since
   */
  void answer(HttpServerRequest request, HttpServerResponse response, Freshness freshness) {
    boolean compressed = takesGzip(request) && gzip.isShorter();
    String entityTag = "\"" + tag + (compressed ? GZIP_SUFFIX : "") + "\"";
    response
        .putHeader(HttpHeaders.ETAG, entityTag)
        .putHeader(
            HttpHeaders.CACHE_CONTROL,
            page ? "no-cache" : "public, max-age=" + freshness.maxAgeSeconds())
        .putHeader(HttpHeaders.VARY, page ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
    if (language != null) {
      response.putHeader("content-language", language);
    }
    if (known(request, entityTag)) {
      freshness.markAgain(response);
      response.setStatusCode(304).end();
      return;
    }
    freshness.mark(response);
    if (fileName != null) {
      response.putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + fileName);
    }
    Buffer body = compressed ? gzip.bytes() : plain;
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (compressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    if (request.method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private static boolean known(HttpServerRequest request, String entityTag) {
    String given = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (given == null) {
      return false;
    }
    for (String one : given.split(",")) {
      String candidate = one.strip();
      // a reader's cache may have weakened the tag; for If-None-Match that makes no difference
      String strong = candidate.startsWith("W/") ? candidate.substring(2) : candidate;
      if (strong.equals("*") || strong.equals(entityTag)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesGzip(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (accepted == null) {
      return false;
    }
    for (String one : accepted.toLowerCase(Locale.ROOT).split(",")) {
      String coding = one.strip();
      if (coding.equals("gzip")
          || coding.startsWith("gzip;") && !coding.replace(" ", "").matches("gzip;q=0(\\.0*)?")) {
        return true;
      }
    }
    return false;
  }

  private static String digest(Buffer plain) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain.getBytes());
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static CachedDocument ofText(String text, String mediaType) {
    return of(Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)), mediaType, null, null);
  }
}
