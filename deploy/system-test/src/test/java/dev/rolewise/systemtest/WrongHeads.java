package dev.rolewise.systemtest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What can be wrong before the body: method, address, headers, the framing of what follows. */
final class WrongHeads {

  private static final List<String> METHODS =
      List.of(
          "TRACE",
          "CONNECT",
          "OPTIONS",
          "HEAD",
          "PUT",
          "PROPFIND",
          "get",
          "Post",
          "X",
          "G E T",
          "M".repeat(300),
          "GET\u0000",
          "PRI",
          "DELETE",
          "PATCH",
          "POST",
          "GET");

  private static final List<String> VERSIONS =
      List.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "HTTP/1.10", "http/1.1", "", "X");

  private static final List<String> TARGETS =
      List.of(
          "*",
          "/",
          "//",
          "/api",
          "/api/",
          "/api/v1",
          "/api/v1/",
          "/api/v2/roles",
          "/API/V1/ROLES",
          "/api/v1//roles",
          "/api/v1/roles/",
          "/api/v1/../v1/roles",
          "/api/v1/%2e%2e/roles",
          "/api/v1/roles/..%2f..%2fetc%2fpasswd",
          "/../../etc/passwd",
          "/api/v1/roles/%00",
          "/api/v1/roles/%zz",
          "/api/v1/roles/%",
          "/api/v1/roles/%c0%af",
          "/api/v1/roles/%ff",
          "/api\\v1\\roles",
          "http://127.0.0.1/api/v1/roles",
          "http://elsewhere.example/",
          "roles",
          "/api/v1/roles;jsessionid=1",
          "/api/v1/roles#top",
          "/api/v1/roles?#",
          "/api/v1/roles/\u00e9",
          "/api/v1/r\u0001oles",
          "/index.html/..",
          "/assets/../index.html",
          "/%2e%2e/%2e%2e/",
          "/.git/config",
          "/metrics",
          "/readyz",
          "/api/v1/openapi.yaml/x",
          "?",
          "/?",
          "/ /");

  private static final List<String> QUERIES =
      List.of(
          "locale=xx",
          "locale=",
          "locale=en&locale=nl",
          "locale=%",
          "locale=%00",
          "locale=%ff",
          "x=1",
          "=",
          "&",
          "&&&&",
          "ids=",
          "ids=,",
          "ids=a,a",
          "ids=a,b,c,d,e",
          "ids=%2C%2C",
          "ids[]=a",
          "returnTo=//evil.example",
          "returnTo=http://x",
          "returnTo=%5c%5cx",
          "code=%00",
          "state=" + "s".repeat(500),
          "q=" + "a".repeat(3_000),
          "locale=en;x",
          "locale=en%0d%0aX:1");

  private static final List<String> NAMES =
      List.of(
          "Authorization",
          "Idempotency-Key",
          "If-None-Match",
          "If-Match",
          "Accept",
          "Accept-Language",
          "Accept-Encoding",
          "Range",
          "Cookie",
          "Origin",
          "Sec-Fetch-Site",
          "Referer",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Request-Id",
          "Forwarded",
          "traceparent",
          "tracestate",
          "Last-Event-ID",
          "Content-Encoding",
          "Upgrade",
          "Connection",
          "Content-Language",
          "Cache-Control",
          "Access-Control-Request-Method",
          "Via",
          "TE",
          "Expect",
          "If-Modified-Since",
          "X-HTTP-Method-Override",
          "HTTP2-Settings",
          "Content-Xength");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          ",",
          ";",
          "*",
          "\"",
          "\"unterminated",
          "\u00e9\u00ff",
          "\u0001",
          "a\u0000b",
          "\t",
          "x".repeat(4_000),
          "x".repeat(9_000),
          "bytes=0-",
          "bytes=9-1,-",
          "gzip",
          "br, gzip;q=x",
          "*/*;q=9",
          "text/html",
          "nl;q=abc, en;;",
          "-",
          "Bearer",
          "Bearer ",
          "Basic eDp5",
          "Bearer a b",
          "bearer x",
          "Bearer " + "A".repeat(43),
          "Bearer " + "A".repeat(3_000),
          "0123-4567",
          "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01",
          "00-x",
          "h2c",
          "websocket",
          "close, Upgrade",
          "100-continue",
          "200-ok",
          "%0d%0aSet-Cookie:x",
          "${jndi:ldap://127.0.0.1/x}",
          "for=127.0.0.1;by=\"",
          "W/\"x\", \"y",
          "9".repeat(400));

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "multipart/form-data; boundary=x",
          "application/json;",
          "application/json; charset=utf-16",
          "application/json; charset=\"",
          "json",
          "",
          "*/*",
          "application/x-www-form-urlencoded",
          "application/json, text/plain",
          "a/b/c",
          ";;;",
          "application/json; charset=utf-8; charset=utf-7",
          "multipart/form-data",
          "application/jsonp");

  private static final List<String> LINES =
      List.of(
          " folded: once",
          "no colon",
          ": no name",
          "bad name: x",
          "b\u0001d: x",
          "X: a\r\n\tb",
          "Host: elsewhere",
          "Host:",
          "Host: a b",
          "Host: [::1",
          "Host: 127.0.0.1:99999999",
          "X-\u00e9: x",
          "X: \u0000",
          "a".repeat(9_000) + ": x",
          "Content-Type: a, b");

  private static final List<String> FRAMINGS =
      List.of(
          "Content-Length: 0\r\nContent-Length: 5",
          "Content-Length: -1",
          "Content-Length: +5",
          "Content-Length: 5, 5",
          "Content-Length: 0x5",
          "Content-Length: 99999999999999999999",
          "Content-Length: 5\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding: identity",
          "Transfer-Encoding: x",
          "Transfer-Encoding: chunked, chunked",
          "Content-Length: 1000000",
          "Content-Length:",
          "Content-Length: 70000",
          "Content-Xength: 5",
          "Transfer-Encoding:\u000bchunked");

  private static final List<String> CHUNKS =
      List.of(
          "5\r\nhello\r\n0\r\n\r\n",
          "zz\r\nhello\r\n",
          "-5\r\nhello\r\n0\r\n\r\n",
          "5\r\nhel",
          "ffffffffffffffff\r\n",
          "5;x=\"y\r\nhello\r\n0\r\n\r\n",
          "0\r\nTrailer: x\r\n\r\n",
          "\r\n\r\n",
          "5\nhello\n0\n\n",
          "00000000000000000000000005\r\nhello\r\n0\r\n\r\n");

  private WrongHeads() {}

  /** Every way, by its name. */
  static Map<String, Wrong> all() {
    Map<String, Wrong> all = new TreeMap<>();
    all.put("method", (draft, random) -> draft.method = pick(METHODS, random));
    all.put("version", WrongHeads::version);
    all.put("target", (draft, random) -> draft.target = pick(TARGETS, random));
    all.put("target: a part changed", WrongHeads::changePart);
    all.put("target: long", (draft, random) -> draft.target += "/x".repeat(random.nextInt(9_000)));
    all.put("query", WrongHeads::addQuery);
    all.put("content type", WrongHeads::anotherType);
    all.put("no content type", (draft, random) -> draft.without("Content-Type"));
    all.put("header", WrongHeads::header);
    all.put("header: no right", (draft, random) -> draft.without("Authorization"));
    all.put("header: a line", (draft, random) -> line(draft, pick(LINES, random)));
    all.put("header: many", WrongHeads::many);
    all.put("header: no host", (draft, random) -> draft.without("Host"));
    all.put("framing", WrongHeads::framing);
    return all;
  }

  private static void version(RequestDraft draft, Random random) {
    draft.version = pick(VERSIONS, random);
    // the connection ends with the answer, and some versions have no word for it
    draft.lastOfConnection = true;
  }

  private static void changePart(RequestDraft draft, Random random) {
    String[] parts = draft.target.split("/", -1);
    List<String> strange =
        List.of(
            "",
            ".",
            "..",
            "%2e",
            "%00",
            "%",
            "%e9",
            "\u00e9",
            "a".repeat(65),
            "A",
            "-",
            "0",
            "-1",
            "99999999999999999999",
            "x%2fy",
            "'",
            "0b6cbf5e-7a53-4c7e-9d0b-3d8f0f6a0001",
            "a b",
            "*");
    parts[random.nextInt(parts.length)] = pick(strange, random);
    draft.target = String.join("/", parts);
  }

  private static void addQuery(RequestDraft draft, Random random) {
    draft.target += (draft.target.contains("?") ? "&" : "?") + pick(QUERIES, random);
  }

  private static void anotherType(RequestDraft draft, Random random) {
    draft.without("Content-Type").header("Content-Type", pick(TYPES, random));
  }

  private static void header(RequestDraft draft, Random random) {
    String name = pick(NAMES, random);
    if (random.nextBoolean()) {
      draft.without(name);
    }
    draft.header(random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT), pick(VALUES, random));
    // it may announce what does not follow
    draft.openEnded |= name.equals("Upgrade") || name.equals("Expect");
  }

  private static void line(RequestDraft draft, String line) {
    draft.headers.add(line);
    draft.openEnded = true;
  }

  private static void many(RequestDraft draft, Random random) {
    for (int count = random.nextInt(400); count > 0; count--) {
      draft.header("X-" + count, "x".repeat(random.nextInt(60)));
    }
  }

  private static void framing(RequestDraft draft, Random random) {
    String framing = pick(FRAMINGS, random);
    draft.without("Content-Length").headers.add(framing);
    draft.framed = true;
    draft.openEnded = true;
    if (draft.body == null || framing.contains("chunked")) {
      draft.body = pick(CHUNKS, random).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
  }

  private static String pick(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
