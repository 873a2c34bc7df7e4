package dev.rolewise.gateway.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.ProblemResponses;
import dev.rolewise.gateway.wire.RawConnection;
import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class SiteHandlerTest {

  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "index.html", "<!doctype html>page",
              "index.html.br", "page in brotli",
              "sw.js", "self",
              "assets/app-1a2b.js", "plain script",
              "assets/app-1a2b.js.br", "script in brotli",
              "assets/app-1a2b.js.gz", "script in gzip",
              "assets/look-3c4d.css", "a{}",
              "icon.svg", "<svg/>"));

  @TempDir Path folder;
  private HttpServer server;

  @BeforeEach
  void listen(Vertx vertx) throws Exception {
    Path jar = folder.resolve("a front end.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        entries.putNextEntry(new ZipEntry("web/" + file.getKey()));
        entries.write(file.getValue().getBytes(UTF_8));
      }
    }
    SiteFiles files;
    try (URLClassLoader classPath = loader(jar)) {
      files = SiteFiles.read(classPath, "web");
    }
    Router router = Router.router(vertx);
    ProblemResponses.byAcceptLanguage(ctx -> "1", new ClosingConnections()).mount(router);
    router
        .route()
        .handler(
            new SiteHandler(
                files,
                new SecurityText(
                    SecurityText.DEFAULT_CONTACT, Instant.parse("2026-03-01T10:00:00.5Z"))));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br | br | script in brotli",
        "gzip | gzip | script in gzip",
        "BR;q=0, gzip;q=0.5 | gzip | script in gzip",
        "* | br | script in brotli",
        "identity | '' | plain script",
        "zstd, br; q=0.0 | '' | plain script",
        "'' | '' | plain script",
      })
  void theBestFormTheBrowserTakesIsSent(String accepted, String encoding, String content)
      throws Exception {
    String answer = get("/assets/app-1a2b.js", "Accept-Encoding: " + accepted + "\n");
    assertTrue(answer.endsWith("\r\n\r\n" + content), answer);
    assertEquals(!encoding.isEmpty(), answer.contains("content-encoding: " + encoding), answer);
    assertHeader(answer, "vary: accept-encoding");
    assertHeader(answer, "content-type: text/javascript; charset=utf-8");
    assertHeader(answer, "cache-control: public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | text/html; charset=utf-8 | no-cache",
        "/index.html | text/html; charset=utf-8 | no-cache",
        "/sw.js | text/javascript; charset=utf-8 | no-cache",
        "/assets/look-3c4d.css | text/css; charset=utf-8 | public, max-age=31536000, immutable",
        "/icon.svg | image/svg+xml; charset=utf-8 | public, max-age=3600",
        "/.well-known/security.txt | text/plain; charset=utf-8 | public, max-age=3600",
      })
  void everyFileHasItsTypeAndItsLife(String path, String type, String life) throws Exception {
    String answer = get(path, "");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertHeader(answer, "content-type: " + type);
    assertHeader(answer, "cache-control: " + life);
  }

  @Test
  void anUnchangedFileIsNotSentAgain() throws Exception {
    String first = get("/", "Accept-Encoding: br\n");
    String tag = first.substring(first.indexOf("etag: ") + 6).split("\r\n")[0];
    assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
    for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
      String again = get("/", "Accept-Encoding: br\nIf-None-Match: " + known + "\n");
      assertTrue(again.startsWith("HTTP/1.1 304 "), again);
      assertHeader(again, "etag: " + tag);
      assertHeader(again, "cache-control: no-cache");
      assertTrue(again.endsWith("\r\n\r\n"), again);
    }
    String otherForm = get("/", "If-None-Match: " + tag + "\n");
    assertTrue(otherForm.endsWith("page"), otherForm);
    assertFalse(otherForm.contains(tag), otherForm);
  }

  @Test
  void headTellsTheLengthOnly() throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      connection.send(
          "HEAD /sw.js HTTP/1.1\nHost: a\n\nGET /sw.js HTTP/1.1\nHost: a\nConnection: close\n\n");
      String both = connection.readToEnd();
      String head = both.substring(0, both.indexOf("\r\n\r\n"));
      assertTrue(head.contains("content-length: 4"), both);
      assertTrue(both.substring(head.length() + 4).startsWith("HTTP/1.1 200 "), both);
      assertTrue(both.endsWith("\r\n\r\nself"), both);
    }
  }

  @Test
  void addressesOfThePageGetThePage() throws Exception {
    String answer = get("/new", "Accept: text/html,application/xhtml+xml\n");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.endsWith("<!doctype html>page"), answer);
    assertHeader(answer, "cache-control: no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200, false",
    "/questionnaire, 200, false",
    "/new, 200, true",
    "/teams, 200, true",
    "/sign-in/failed, 200, true",
    "/nothing, 404, true",
    "/new/nothing, 404, true",
  })
  void unknownAddressesAreNotFoundAndPrivateScreensAreForNoSearchEngine(
      String path, int status, boolean hidden) throws Exception {
    String answer = get(path, "Accept: text/html\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.endsWith("<!doctype html>page"), answer);
    assertEquals(hidden, answer.contains("\r\nx-robots-tag: noindex\r\n"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /new HTTP/1.1\nHost: a\nAccept: application/json\n\n",
        "GET /new HTTP/1.1\nHost: a\n\n",
        "GET /assets/gone-5e6f.js HTTP/1.1\nHost: a\nAccept: text/html\n\n",
        "GET /assets HTTP/1.1\nHost: a\nAccept: text/html\n\n",
        "GET /api/v1/nothing HTTP/1.1\nHost: a\nAccept: text/html\n\n",
        "GET /api HTTP/1.1\nHost: a\nAccept: text/html\n\n",
        "POST /new HTTP/1.1\nHost: a\nAccept: text/html\n\n",
        "GET /assets/app-1a2b.js.br HTTP/1.1\nHost: a\nAccept: */*\n\n",
        "GET /web/index.html HTTP/1.1\nHost: a\nAccept: */*\n\n",
      })
  void theRestIsNotFound(String request) throws Exception {
    String answer = exchange(request);
    assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
    assertHeader(answer, "content-type: application/problem+json");
  }

  @Test
  void filesAreOnlyRead() throws Exception {
    String answer = exchange("DELETE /index.html HTTP/1.1\nHost: a\n\n");
    assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
    assertHeader(answer, "allow: GET, HEAD");
  }

  @Test
  void weaknessesHaveAnAddressForAYear() throws Exception {
    String answer = get("/.well-known/security.txt", "");
    assertTrue(
        answer.endsWith(
            "Contact: mailto:security@rolewise.dev\n"
                + "Expires: 2027-02-28T10:00:00Z\n"
                + "Preferred-Languages: nl, en\n"),
        answer);
  }

  @Test
  void aMissingFrontEndIsSaidAtTheStart() throws Exception {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      String message =
          assertThrows(StartFault.class, () -> SiteFiles.read(empty, "web")).getMessage();
      assertTrue(message.startsWith("The front end is missing"), message);
    }
  }

  @Test
  void aFolderServesAsWellAsAJar() throws Exception {
    Path web = Files.createDirectories(folder.resolve("classes/web/assets"));
    Files.writeString(web.resolve("a-1.js"), "a");
    Files.writeString(web.resolveSibling("index.html"), "page");
    try (URLClassLoader classPath = loader(folder.resolve("classes"))) {
      SiteFiles files = SiteFiles.read(classPath, "web");
      assertTrue(files.at("/").isPresent());
      assertTrue(files.at("/assets/a-1.js").isPresent());
    }
  }

  private static URLClassLoader loader(Path path) throws Exception {
    return new URLClassLoader(new URL[] {path.toUri().toURL()}, null);
  }

  private String get(String path, String headers) throws Exception {
    return exchange("GET " + path + " HTTP/1.1\nHost: a\n" + headers + "\n");
  }

  private String exchange(String request) throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      return connection.send(request).readResponse();
    }
  }

  private static void assertHeader(String answer, String line) {
    assertTrue(answer.contains("\r\n" + line + "\r\n"), answer);
  }
}
