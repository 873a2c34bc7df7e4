package dev.rolewise.content.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackMessagesTest {
  private static final Map<String, Function<JsonObject, JsonObject>> ROUND_TRIPS =
      Map.of(
          PackAddress.LIST, body -> PackRequest.from(body).toJson(),
          PackAddress.IMPORT, body -> PackRequest.from(body).toJson(),
          PackAddress.EXPORT, body -> PackVersionRequest.from(body).toJson(),
          PackAddress.DIFF, body -> PackDiffRequest.from(body).toJson(),
          PackAddress.PUBLISH, body -> PackPublishRequest.from(body).toJson(),
          PackAddress.WITHDRAW, body -> PackVersionRequest.from(body).toJson());

  static Stream<String> names() {
    return GoldenMessages.packNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void requestReadsAndWritesBackUnchanged(String name) {
    JsonObject message = GoldenMessages.message(name);
    Function<JsonObject, JsonObject> roundTrip = ROUND_TRIPS.get(message.getString("address"));
    JsonObject request = message.getJsonObject("request");
    JsonObject failure = message.getJsonObject("failure");
    if (failure == null || failure.getInteger("status") != 400) {
      assertEquals(request, roundTrip.apply(request.copy().put("fromTheFuture", 1)));
    } else {
      MalformedRequest malformed =
          assertThrows(MalformedRequest.class, () -> roundTrip.apply(request));
      JsonObject fault = failure.getJsonArray("faults").getJsonObject(0);
      assertEquals(fault.getString("pointer"), malformed.pointer());
      assertEquals(fault.getString("code"), malformed.code().code());
    }
    if (failure != null) {
      ContentError error = ContentError.of(failure.getString("code"));
      assertNotEquals(ContentError.UNKNOWN, error);
      assertEquals(failure.getInteger("status"), error.status());
    }
  }

  @Test
  void everyOperationHasAGoldenMessage() {
    Set<String> known =
        names()
            .map(it -> GoldenMessages.message(it).getString("address"))
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(PackAddress.operations()), known);
  }

  @Test
  void noTokenIsEverPrinted() {
    for (Object request :
        new Object[] {
          new PackRequest("secret"),
          new PackVersionRequest("secret", "a", 1),
          new PackDiffRequest("secret", "a", 1, 2),
          new PackPublishRequest("secret", "a", 1, null)
        }) {
      assertFalse(request.toString().contains("secret"));
    }
  }
}
