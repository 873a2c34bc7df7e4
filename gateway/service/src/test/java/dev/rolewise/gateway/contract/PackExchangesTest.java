package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.GoldenMessages;
import dev.rolewise.content.contract.PackAddress;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What editors send over HTTP, what of it goes over the bus, and what comes back. */
class PackExchangesTest {
  private static final String TOKEN =
      GoldenMessages.message("pack-list").getJsonObject("request").getString("token");
  private static final Buffer ARCHIVE = Buffer.buffer("PK and so on");

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
  void theEditorIsKnown() {
    gateway.services().forget();
    gateway
        .services()
        .reply(PackAddress.LIST, GoldenMessages.message("pack-list").getJsonObject("reply"));
  }

  static Stream<String> names() {
    // what a gateway that checks what it sends never sends
    return GoldenMessages.packNames().stream().filter(name -> !name.endsWith("-malformed"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aRecordedExchangeLooksTheSameFromOutside(String name) {
    JsonObject golden = GoldenMessages.message(name);
    JsonObject request = golden.getJsonObject("request");
    JsonObject failure = golden.getJsonObject("failure");
    JsonObject reply = golden.getJsonObject("reply", new JsonObject());
    if (failure == null) {
      gateway.services().reply(golden.getString("address"), reply);
    } else {
      gateway.services().refuse(golden.getString("address"), refusal(failure));
    }
    String operation = operation(golden.getString("address"));
    HttpAnswer answer = ask(operation, request);
    gateway.check(operation, answer);
    List<ServiceStandIn.Asked> asked = gateway.services().asked();
    assertEquals(
        new ServiceStandIn.Asked(golden.getString("address"), request),
        asked.get(asked.size() - 1));
    assertEquals("no-store", answer.header("cache-control"));
    if (failure == null) {
      assertEquals(200, answer.status(), answer.text());
      assertEquals(reply, answer.json());
    } else {
      assertEquals(failure.getInteger("status"), answer.status(), answer.text());
      assertEquals(failure.getString("code"), answer.code());
      JsonObject details = failure.getJsonObject("details", new JsonObject());
      for (String field : details.fieldNames()) {
        assertEquals(details.getValue(field), answer.json().getValue(field), field);
      }
    }
  }

  @Test
  void anArchiveTravelsAsItIs() {
    gateway.services().reply(PackAddress.IMPORT, new JsonObject());
    byte[] bytes = new byte[300_000];
    new java.util.Random(1).nextBytes(bytes);
    HttpAnswer answer = bring(TOKEN, "application/zip", Buffer.buffer(bytes));
    assertEquals(200, answer.status(), answer.text());
    assertEquals(List.of(Buffer.buffer(bytes)), gateway.services().attached());
  }

  @Test
  void anExportIsAZipFile() {
    gateway.services().reply(PackAddress.EXPORT, new JsonObject());
    HttpAnswer answer =
        gateway.ask(HttpMethod.GET, "/packs/a/versions/3", headers(TOKEN, null), null);
    assertEquals("application/zip", answer.header("content-type"));
    assertEquals("attachment; filename=pack-3.zip", answer.header("content-disposition"));
  }

  /** Whoever has no right is turned away at the head, however much would follow. */
  @Test
  void nothingIsReadOfWhoeverHasNoRight() {
    gateway.services().refuse(PackAddress.LIST, BusFailure.notFound());
    HttpAnswer answer = bring(TOKEN, "application/zip", Buffer.buffer(new byte[2 * 1024 * 1024]));
    gateway.check("importPack", answer);
    assertEquals(404, answer.status());
    assertEquals("close", answer.header("connection"));
    assertEquals(List.of(), gateway.services().attached());
  }

  @Test
  void whatIsTooLargeIsRefusedByItsLength() {
    int tooMuch = 16 * 1024 * 1024 + 1;
    HttpAnswer answer = bring(TOKEN, "application/zip", Buffer.buffer(new byte[tooMuch]));
    gateway.check("importPack", answer);
    assertEquals(413, answer.status());
    assertEquals("pack-too-large", answer.code());
    assertTrue(answer.text().contains("At most 16 MiB are taken here"), answer.text());
    assertEquals(List.of(), gateway.services().attached());
    // and this operation's limit is no other's
    HttpAnswer publish =
        gateway.ask(
            HttpMethod.POST,
            "/packs/a/publish",
            headers(TOKEN, "application/json"),
            Buffer.buffer(new byte[64 * 1024 + 1]));
    assertEquals(413, publish.status());
  }

  /**
   * While one import is under way there is no room for another: it need not come as far as that.
   */
  @Test
  void nothingIsReadWhileAnotherPackIsTakenIn() {
    JsonObject underWay =
        new JsonObject().put("documents", 800).put("stored", 120).put("searchable", 0);
    gateway
        .services()
        .reply(
            PackAddress.LIST,
            new JsonObject().put("items", new JsonArray()).put("importing", underWay));
    HttpAnswer answer = bring(TOKEN, "application/zip", ARCHIVE);
    gateway.check("importPack", answer);
    assertEquals(503, answer.status());
    assertTrue(Integer.parseInt(answer.header("retry-after")) > 0);
    assertEquals(List.of(), gateway.services().attached());
    HttpAnswer list = gateway.ask(HttpMethod.GET, "/packs", headers(TOKEN, null), null);
    gateway.check("listPacks", list);
    assertEquals(underWay, list.json().getJsonObject("importing"));
  }

  @Test
  void whatIsNoArchiveIsNotPassedOn() {
    for (String type :
        List.of("application/json", "application/zip; charset=utf-8", "text/plain")) {
      HttpAnswer answer = bring(TOKEN, type, ARCHIVE);
      gateway.check("importPack", answer);
      assertEquals(415, answer.status());
    }
    HttpAnswer empty = bring(TOKEN, "application/zip", Buffer.buffer());
    gateway.check("importPack", empty);
    assertEquals(400, empty.status());
    assertEquals(List.of(), gateway.services().attached());
  }

  @Test
  void aVersionIsANumber() {
    for (String version : List.of("0", "-1", "x", "99999999999", "1.0")) {
      HttpAnswer answer =
          gateway.ask(HttpMethod.GET, "/packs/a/versions/" + version, headers(TOKEN, null), null);
      assertEquals(404, answer.status());
    }
    HttpAnswer diff =
        gateway.ask(HttpMethod.GET, "/packs/a/diff?from=x", headers(TOKEN, null), null);
    gateway.check("diffPack", diff);
    assertEquals(422, diff.status());
    assertEquals(List.of("/from malformed", "/to missing"), diff.faults());
    assertTrue(gateway.services().asked().isEmpty());
  }

  private static HttpAnswer ask(String operation, JsonObject request) {
    String token = request.getString("token");
    String pack = "/packs/" + request.getString("id");
    String version = pack + "/versions/" + request.getInteger("version");
    return switch (operation) {
      case "listPacks" -> gateway.ask(HttpMethod.GET, "/packs", headers(token, null), null);
      case "importPack" -> bring(token, "application/zip", ARCHIVE);
      case "exportPack" -> gateway.ask(HttpMethod.GET, version, headers(token, null), null);
      case "withdrawPack" ->
          gateway.ask(HttpMethod.POST, version + "/withdraw", headers(token, null), null);
      case "diffPack" ->
          gateway.ask(
              HttpMethod.GET,
              pack + "/diff?from=" + request.getValue("from") + "&to=" + request.getValue("to"),
              headers(token, null),
              null);
      case "publishPack" ->
          gateway.ask(
              HttpMethod.POST,
              pack + "/publish",
              headers(token, "application/json"),
              new JsonObject()
                  .put("version", request.getValue("version"))
                  .put("base", request.getValue("base"))
                  .toBuffer());
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static HttpAnswer bring(String token, String type, Buffer archive) {
    return gateway.ask(HttpMethod.POST, "/packs", headers(token, type), archive);
  }

  private static Map<String, String> headers(String token, String type) {
    String authorization = "Bearer " + token;
    return type == null
        ? Map.of("Authorization", authorization)
        : Map.of("Authorization", authorization, "Content-Type", type);
  }

  private static BusFailure refusal(JsonObject failure) {
    List<Fault> faults =
        failure.getJsonArray("faults").stream()
            .map(JsonObject.class::cast)
            .map(it -> new Fault(it.getString("pointer"), it.getString("code")))
            .toList();
    return new BusFailure(
        failure.getInteger("status"),
        failure.getString("code"),
        faults,
        failure.getJsonObject("details"));
  }

  private static String operation(String address) {
    String word = address.substring(address.lastIndexOf('.') + 1);
    return word.equals("list") ? "listPacks" : word + "Pack";
  }
}
