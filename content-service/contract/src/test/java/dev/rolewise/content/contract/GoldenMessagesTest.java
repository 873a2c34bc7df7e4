package dev.rolewise.content.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenMessagesTest {
  private static final Function<JsonObject, JsonObject> CATALOGUE =
      body -> CatalogueRequest.from(body).toJson();
  private static final Function<JsonObject, JsonObject> DOCUMENT =
      body -> DocumentRequest.from(body).toJson();

  private static final Map<String, Function<JsonObject, JsonObject>> ROUND_TRIPS =
      Map.ofEntries(
          Map.entry(ContentAddress.ROLE_LIST, CATALOGUE),
          Map.entry(ContentAddress.ROLE_GET, DOCUMENT),
          Map.entry(ContentAddress.ROLE_BRIEF, body -> RoleBriefRequest.from(body).toJson()),
          Map.entry(ContentAddress.ROLE_COMPARE, body -> RoleCompareRequest.from(body).toJson()),
          Map.entry(ContentAddress.SCENARIO_LIST, CATALOGUE),
          Map.entry(ContentAddress.SCENARIO_GET, DOCUMENT),
          Map.entry(ContentAddress.INSTRUMENT_LIST, CATALOGUE),
          Map.entry(ContentAddress.INSTRUMENT_GET, body -> InstrumentRequest.from(body).toJson()),
          Map.entry(
              ContentAddress.INSTRUMENT_EXPORT,
              body -> InstrumentExportRequest.from(body).toJson()),
          Map.entry(ContentAddress.GLOSSARY_GET, CATALOGUE),
          Map.entry(ContentAddress.GUIDE_LIST, CATALOGUE),
          Map.entry(ContentAddress.GUIDE_GET, DOCUMENT),
          Map.entry(
              ContentAddress.RESPONSIBILITY_LIST,
              body -> ResponsibilityListRequest.from(body).toJson()),
          Map.entry(ContentAddress.RESPONSIBILITY_GET, DOCUMENT),
          Map.entry(
              ContentAddress.SCENARIO_ADVISE, body -> ScenarioAdviceRequest.from(body).toJson()),
          Map.entry(ContentAddress.SEARCH, body -> SearchRequest.from(body).toJson()));

  static Stream<String> names() {
    return GoldenMessages.names().stream();
  }

  /** Those of this version and those of the previous release: both are on the bus in an upgrade. */
  static Stream<Arguments> messages() {
    return Stream.concat(
        names().map(it -> Arguments.of(it, GoldenMessages.message(it))),
        releasedNames().map(it -> Arguments.of(it, GoldenMessages.released(it))));
  }

  static Stream<String> releasedNames() {
    return GoldenMessages.releasedNames().stream();
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("messages")
  void requestReadsAndWritesBackUnchanged(String name, JsonObject message) {
    Function<JsonObject, JsonObject> roundTrip = ROUND_TRIPS.get(message.getString("address"));
    JsonObject request = message.getJsonObject("request");
    JsonObject failure = message.getJsonObject("failure");
    if (failure != null && failure.getInteger("status") == 400) {
      MalformedRequest malformed =
          assertThrows(MalformedRequest.class, () -> roundTrip.apply(request));
      JsonObject fault = failure.getJsonArray("faults").getJsonObject(0);
      assertEquals(fault.getString("pointer"), malformed.pointer());
      assertEquals(fault.getString("code"), malformed.code().code());
    } else {
      assertEquals(request, roundTrip.apply(request));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void requestFieldsOfANewerCallerAreIgnored(String name) {
    JsonObject message = GoldenMessages.message(name);
    JsonObject failure = message.getJsonObject("failure");
    if (failure == null || failure.getInteger("status") != 400) {
      Function<JsonObject, JsonObject> roundTrip = ROUND_TRIPS.get(message.getString("address"));
      JsonObject request = message.getJsonObject("request");
      assertEquals(request, roundTrip.apply(request.copy().put("fromTheFuture", 1)));
    }
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("messages")
  void failuresUseKnownCodesAndTheirStatus(String name, JsonObject message) {
    JsonObject failure = message.getJsonObject("failure");
    if (failure != null) {
      ContentError error = ContentError.of(failure.getString("code"));
      assertNotEquals(ContentError.UNKNOWN, error);
      assertEquals(failure.getInteger("status"), error.status());
      for (Object fault : failure.getJsonArray("faults")) {
        String code = ((JsonObject) fault).getString("code");
        assertNotEquals(FaultCode.UNKNOWN, FaultCode.of(code), code);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("releasedNames")
  void thePreviousReleaseFindsAllItKnowsInWhatIsSaidToday(String name) {
    JsonObject released = GoldenMessages.released(name);
    JsonObject today = GoldenMessages.message(name);
    assertEquals(released.getString("address"), today.getString("address"));
    assertTrue(ContentAddress.operations().contains(released.getString("address")), name);
    assertEquals(released.getJsonObject("failure"), today.getJsonObject("failure"));
    for (String part : List.of("request", "reply", "headers")) {
      assertEquals(List.of(), lost(part, released.getValue(part), today.getValue(part)));
    }
  }

  @Test
  void aFieldThatIsGoneOrChangedItsTypeIsNamed() {
    JsonObject released = new JsonObject("{\"a\":{\"b\":1},\"c\":[{\"d\":\"x\"}],\"e\":null}");
    assertEquals(List.of(), lost("", released, released.copy().put("more", true)));
    JsonObject today = new JsonObject("{\"a\":{\"b\":\"1\"},\"c\":[{}],\"e\":2}");
    assertEquals(List.of("/a/b", "/c/0/d"), lost("", released, today));
  }

  /** Places that are gone or have another JSON type; a null says nothing about its type. */
  private static List<String> lost(String pointer, Object released, Object today) {
    List<String> lost = new ArrayList<>();
    if (released instanceof JsonObject object && today instanceof JsonObject other) {
      for (String field : object.fieldNames()) {
        String place = pointer + "/" + field;
        if (other.containsKey(field)) {
          lost.addAll(lost(place, object.getValue(field), other.getValue(field)));
        } else {
          lost.add(place);
        }
      }
    } else if (released instanceof JsonArray array && today instanceof JsonArray other) {
      for (int i = 0; i < Math.min(array.size(), other.size()); i++) {
        lost.addAll(lost(pointer + "/" + i, array.getValue(i), other.getValue(i)));
      }
    } else if (released != null && today != null && released.getClass() != today.getClass()) {
      lost.add(pointer);
    }
    return lost;
  }

  @Test
  void everyOperationHasAGoldenReply() {
    Set<String> answered = new HashSet<>();
    for (String name : GoldenMessages.names()) {
      JsonObject message = GoldenMessages.message(name);
      if (message.containsKey("reply")) {
        answered.add(message.getString("address"));
        String etag = message.getJsonObject("headers").getString(ContentHeader.ETAG);
        assertTrue(etag.matches("\"[0-9a-f]{64}\""), etag);
      }
    }
    assertEquals(new HashSet<>(ContentAddress.operations()), answered);
  }

  @Test
  void exportReadsAndWritesBackUnchanged() {
    exportReadsAndWritesBackUnchanged(GoldenMessages.message("instrument-export"));
    exportReadsAndWritesBackUnchanged(GoldenMessages.released("instrument-export"));
  }

  private static void exportReadsAndWritesBackUnchanged(JsonObject message) {
    JsonObject reply = message.getJsonObject("reply");
    InstrumentExport export = InstrumentExport.from(reply.toBuffer());
    assertEquals("role-gap-scan", export.id());
    assertEquals(1, export.version());
    assertEquals(Set.of("en", "nl"), export.texts().fieldNames());
    assertEquals(reply, export.toBuffer().toJsonObject());
    JsonObject fromNewerService = reply.copy().put("fromTheFuture", true);
    assertEquals(export, InstrumentExport.from(fromNewerService.toBuffer()));
  }

  @Test
  void hintReadsAndWritesBackUnchanged() {
    for (JsonObject message :
        List.of(GoldenMessages.message("published"), GoldenMessages.released("published"))) {
      JsonObject hint = message.getJsonObject("hint");
      assertEquals(hint, ContentPublished.from(hint).toJson());
    }
  }

  @Test
  void codesOfANewerContractAreUnknownInsteadOfAFailure() {
    assertEquals(ContentError.UNKNOWN, ContentError.of("brand-new"));
    assertEquals(FaultCode.UNKNOWN, FaultCode.of("brand-new"));
    assertEquals(FaultCode.UNKNOWN, FaultCode.of(""));
    assertEquals(FocusQuestion.UNKNOWN, FocusQuestion.of("brand-new"));
    assertEquals(FocusQuestion.ACROSS, FocusQuestion.of("across"));
  }
}
