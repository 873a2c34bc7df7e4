package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.wire.RawConnection;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in: a clear answer, nothing asked of a service, and a connection that goes on. */
class BadInputTest {
  private static final String JSON = "application/json";
  private static final String SHEET =
      "{\"instrument\":{\"id\":\"role-gap-scan\",\"version\":1},"
          + "\"answers\":{},\"coverage\":{},\"scenarios\":{}}";

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.services().forget();
    gateway
        .services()
        .reply(AssessmentAddresses.SHEET_SUBMIT, new JsonObject().put("receipt", "R"));
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of(JSON, "", 400, " missing"),
        Arguments.of(JSON, "no json", 400, " malformed"),
        Arguments.of(JSON, "[]", 400, " malformed"),
        Arguments.of(JSON, "\"text\"", 400, " malformed"),
        Arguments.of(JSON, "null", 400, " malformed"),
        Arguments.of(JSON, "{\"name\":\"a\"", 400, null),
        Arguments.of(JSON, "{\"name\":\"a\"} {}", 400, null),
        Arguments.of(JSON, "{\"name\":\"a\",}", 400, null),
        Arguments.of(JSON, "{\"name\":NaN}", 400, null),
        Arguments.of(JSON, "{'name':'a'}", 400, null),
        Arguments.of(JSON, "{\"name\":1" + "0".repeat(25) + "}", 400, null),
        Arguments.of(JSON, "{\"name\":\"" + "a".repeat(5_000) + "\"}", 400, null),
        Arguments.of(JSON, "{\"name\":\"\\ud800\"}", 400, null),
        Arguments.of(JSON, "{\"name\":" + "[".repeat(20) + "]".repeat(20) + "}", 400, null),
        Arguments.of(JSON, "{\"name\":\"a\",\"name\":\"b\"}", 400, "/name duplicate"),
        Arguments.of(JSON, "{\"name\":\"a\",\"colour\":1}", 400, "/colour unknown"),
        Arguments.of(JSON, "{\"name\":\"a\",\"a/b~c\":1}", 400, "/a~1b~0c unknown"),
        Arguments.of(JSON, "{\"name\":\"a\",\"context\":{\"age\":1}}", 400, "/context/age unknown"),
        Arguments.of("text/plain", "{\"name\":\"a\"}", 415, null),
        Arguments.of("application/xml", "<name/>", 415, null),
        Arguments.of("application/json; charset=latin1", "{\"name\":\"a\"}", 415, null),
        Arguments.of(null, "{\"name\":\"a\"}", 415, null));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aBodyThatCannotBeReadIsRefusedAndTheConnectionGoesOn(
      String type, String body, int status, String fault) throws IOException {
    try (RawConnection connection = RawConnection.to(gateway.port())) {
      HttpAnswer answer = send(connection, "POST /api/v1/teams", type, body);
      gateway.check("createTeam", answer);
      assertEquals(status, answer.status(), answer.text());
      if (fault != null) {
        assertEquals(List.of(fault), answer.faults());
      }
      assertEquals(List.of(), gateway.services().asked());
      assertEquals(200, send(connection, "GET /api/v1/openapi.yaml", null, null).status());
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    Buffer body = Buffer.buffer("{\"name\":\"").appendByte((byte) 0xC3).appendByte((byte) 0x28);
    body.appendString("\"}");
    HttpAnswer answer = gateway.ask(HttpMethod.POST, "/teams", Map.of("Content-Type", JSON), body);
    assertEquals(400, answer.status());
    assertEquals(List.of(), gateway.services().asked());
  }

  @Test
  void moreThan64KibIsTooLarge() {
    Buffer body = Buffer.buffer("{\"name\":\"" + "a".repeat(65 * 1024) + "\"}");
    HttpAnswer answer = gateway.ask(HttpMethod.POST, "/teams", Map.of("Content-Type", JSON), body);
    gateway.check("createTeam", answer);
    assertEquals(413, answer.status());
    assertEquals("too-large", answer.code());
    assertEquals("close", answer.header("connection"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/roles?locale=nl&locale=en",
        "/roles/product-manager?locale=nl&locale=nl",
        "/roles/compare?ids=a,b&ids=c,d",
        "/search?q=a&q=b",
        "/scenarios/advice?signals=a.1&signals=b.1",
        "/responsibilities?role=a&role=b",
        "/glossary?x=1&x=2"
      })
  void aParameterTwiceIsAFaultOfStructure(String path) {
    HttpAnswer answer = gateway.ask(HttpMethod.GET, path, Map.of(), null);
    assertEquals(400, answer.status());
    String name = path.substring(path.indexOf('?') + 1, path.indexOf('='));
    assertEquals(List.of("/" + name + " duplicate"), answer.faults());
    assertEquals(List.of(), gateway.services().asked());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/roles?locale=%21 /locale malformed",
        "/roles?locale= /locale malformed",
        "/roles?locale=nederlands /locale malformed",
        "/roles/compare /ids missing",
        "/scenarios/advice /signals missing",
        "/search /q missing",
        "/search?q= /q missing",
        "/search?q=+%09%0A%C2%A0 /q missing",
        "/search?q=road%00map /q malformed",
        "/search?q=%1B[31m /q malformed",
        "/search?q=plan&locale=! /locale malformed"
      })
  void aWrongValueInTheAddressIsNamed(String path, String pointer, String code) {
    HttpAnswer answer = gateway.ask(HttpMethod.GET, path, Map.of(), null);
    assertEquals(422, answer.status(), answer.text());
    assertEquals(List.of(pointer + " " + code), answer.faults());
  }

  @Test
  void aSearchTakesTwoHundredCharactersWhateverTheyAre() {
    gateway
        .services()
        .decide(
            ContentAddress.SEARCH,
            body ->
                Future.succeededFuture(
                    new JsonObject()
                        .put("query", body.getString("q"))
                        .put("items", new JsonArray())
                        .put("notFound", new JsonArray())));
    for (String sign : List.of("a", "\uD83D\uDE80", "é", "'", "%", "&", "\"", "\\", "|")) {
      String fits = URLEncoder.encode(sign.repeat(200), StandardCharsets.UTF_8);
      HttpAnswer taken = gateway.ask(HttpMethod.GET, "/search?q=" + fits, Map.of(), null);
      gateway.check("search", taken);
      assertEquals(200, taken.status(), taken.text());
      assertEquals(sign.repeat(200), taken.json().getString("query"));
      String more = URLEncoder.encode(sign.repeat(201), StandardCharsets.UTF_8);
      HttpAnswer refused = gateway.ask(HttpMethod.GET, "/search?q=" + more, Map.of(), null);
      gateway.check("search", refused);
      assertEquals(422, refused.status());
      assertEquals(List.of("/q out-of-range"), refused.faults());
    }
  }

  @Test
  void aSheetNeedsAKeyOfVisibleAscii() {
    for (String key : new String[] {null, "", "short", "with space", "a".repeat(101)}) {
      MultiMap headers =
          MultiMap.caseInsensitiveMultiMap()
              .add("Authorization", "Bearer 7Q2XB0M4VY9C6T1DHR5JW8ZKEA")
              .add("Content-Type", JSON);
      if (key != null) {
        headers.add("Idempotency-Key", key);
      }
      Map<String, String> plain = new java.util.HashMap<>();
      headers.forEach(it -> plain.put(it.getKey(), it.getValue()));
      HttpAnswer answer = gateway.ask(HttpMethod.POST, "/sheets", plain, Buffer.buffer(SHEET));
      gateway.check("submitSheet", answer);
      assertEquals(400, answer.status(), key);
      assertTrue(answer.faults().get(0).startsWith("/Idempotency-Key "), answer.text());
    }
    assertEquals(List.of(), gateway.services().asked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/",
        "/api/v2/roles",
        "/api/v1/nothing",
        "/api/v1/roles/a/b",
        "/api/v1/rounds/1/nothing"
      })
  void anUnknownPathOfTheApiIsNeverThePage(String path) {
    HttpAnswer answer =
        gateway.askAnywhere(HttpMethod.GET, path, Map.of("Accept", "text/html"), null);
    assertEquals(404, answer.status(), path);
    assertEquals("application/problem+json", answer.header("content-type"));
    assertEquals("not-found", answer.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/roles|GET, HEAD",
        "POST|/roles/product-manager|GET, HEAD",
        "GET|/teams|POST",
        "POST|/team|DELETE, GET, HEAD, PATCH",
        "DELETE|/rounds|GET, HEAD, POST",
        "GET|/rounds/1/close|POST",
        "DELETE|/sheets|POST"
      })
  void aWrongMethodHearsTheRightOnes(String method, String path, String allow) {
    HttpAnswer answer = gateway.ask(HttpMethod.valueOf(method), path, Map.of(), null);
    assertEquals(405, answer.status());
    assertEquals("method-not-allowed", answer.code());
    assertEquals(allow, answer.header("allow"));
  }

  @Test
  void titlesSpeakTheReadersLanguage() {
    for (String language : List.of("nl", "en")) {
      HttpAnswer byHeader =
          gateway.ask(
              HttpMethod.GET, "/nothing", Map.of("Accept-Language", language + "-XX;q=0.9"), null);
      assertEquals(language, byHeader.header("content-language"));
      HttpAnswer byQuery =
          gateway.ask(HttpMethod.GET, "/nothing?locale=" + language, Map.of(), null);
      assertEquals(byHeader.json().getString("title"), byQuery.json().getString("title"));
    }
    assertFalse(
        gateway
            .ask(HttpMethod.GET, "/nothing?locale=nl", Map.of(), null)
            .json()
            .getString("title")
            .equals(
                gateway
                    .ask(HttpMethod.GET, "/nothing?locale=en", Map.of(), null)
                    .json()
                    .getString("title")));
  }

  @ParameterizedTest
  @ValueSource(strings = {";;;", ";", "; charset=utf-8"})
  void aContentTypeWithoutATypeIsNone(String type) {
    HttpAnswer answer =
        gateway.ask(
            HttpMethod.POST,
            "/teams",
            Map.of("Content-Type", type),
            Buffer.buffer("{\"name\":\"x\"}"));
    gateway.check("createTeam", answer);
    assertEquals(415, answer.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"for=127.0.0.1;by=\"", ";", ";q", ",;,", "nl;q=abc;;;", "-", "=;="})
  void aWishForALanguageThatCannotBeReadIsNone(String wish) {
    HttpAnswer answer =
        gateway.ask(HttpMethod.DELETE, "/shares/1", Map.of("Accept-Language", wish), null);
    gateway.check("deleteShare", answer);
    assertEquals(401, answer.status());
    assertEquals("application/problem+json", answer.header("content-type"));
    assertEquals(
        404,
        gateway
            .ask(HttpMethod.GET, "/roles/nobody", Map.of("Accept-Language", wish), null)
            .status());
  }

  private static HttpAnswer send(RawConnection connection, String line, String type, String body)
      throws IOException {
    String head = line + " HTTP/1.1\nHost: localhost\n";
    if (type != null) {
      head += "Content-Type: " + type + "\n";
    }
    if (body != null) {
      head += "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\n";
    }
    connection.send(head + "\n");
    if (body != null) {
      connection.sendExactly(body);
    }
    return parse(connection.readResponse());
  }

  private static HttpAnswer parse(String response) {
    int end = response.indexOf("\r\n\r\n");
    String[] lines = response.substring(0, end).split("\r\n");
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.add(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
    }
    return new HttpAnswer(
        Integer.parseInt(lines[0].split(" ")[1]), headers, response.substring(end + 4));
  }
}
