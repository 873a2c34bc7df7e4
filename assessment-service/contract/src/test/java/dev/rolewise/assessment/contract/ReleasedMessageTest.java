package dev.rolewise.assessment.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.message.Faults;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * During an upgrade this version and the previous release share a bus: each reads what the other
 * sends, and finds in it all it knows.
 */
class ReleasedMessageTest {

  private static final List<GoldenMessage> RELEASED = ReleasedMessages.all();

  @Test
  void everyAddressOfThePreviousReleaseIsStillListenedTo() {
    assertTrue(RELEASED.size() > 30, "so few: " + RELEASED.size());
    for (GoldenMessage released : RELEASED) {
      assertTrue(
          AssessmentAddresses.requests().contains(released.address())
              || released.address().equals(AssessmentAddresses.TURNOUT_HINT),
          released.address());
    }
  }

  @TestFactory
  Stream<DynamicTest> itsRequestsAreReadWithoutLoss() {
    Map<String, UnaryOperator<JsonObject>> readers = GoldenReaders.requests();
    return each(
        it -> readers.containsKey(it.address()),
        it -> {
          JsonObject read = readers.get(it.address()).apply(it.request());
          assertEquals(List.of(), Lost.values(it.request(), read));
        });
  }

  @TestFactory
  Stream<DynamicTest> itsRequestsHaveTheFaultsTheyHadAndNoOthers() {
    return each(
        it -> GoldenReaders.CHECKED.containsKey(it.address()),
        it -> {
          Faults faults = new Faults();
          GoldenReaders.CHECKED.get(it.address()).accept(it.request(), faults);
          assertEquals(it.faults(), faults.list());
        });
  }

  @TestFactory
  Stream<DynamicTest> itsRepliesAreReadWithoutLoss() {
    return each(
        it -> it.reply() != null,
        it -> {
          JsonObject read = GoldenReaders.REPLIES.get(it.address()).apply(it.reply());
          assertEquals(List.of(), Lost.values(it.reply(), read));
        });
  }

  @TestFactory
  Stream<DynamicTest> itsFailuresAreStillKnown() {
    return each(it -> it.failure() != null, it -> assertNotEquals(ErrorCode.UNKNOWN, it.failure()));
  }

  /** What the previous release will be sent, and answered, by this one. */
  @TestFactory
  Stream<DynamicTest> itFindsAllItKnowsInWhatIsSentToday() {
    return each(
        it -> true,
        released -> {
          GoldenMessage today =
              GoldenMessage.all().stream()
                  .filter(it -> it.address().equals(released.address()))
                  .filter(it -> it.name().equals(released.name()))
                  .findFirst()
                  .orElse(null);
          assertNotNull(today, "the exchange is no longer recorded");
          assertEquals(List.of(), Lost.shape(released.request(), today.request()), "request");
          assertEquals(released.failure(), today.failure());
          if (released.reply() != null) {
            assertEquals(
                List.of(),
                Lost.shape(
                    released.reply(),
                    Optional.ofNullable(today.reply()).orElseGet(JsonObject::new)),
                "reply");
          }
        });
  }

  private interface Check {
    void of(GoldenMessage released);
  }

  private static Stream<DynamicTest> each(Predicate<GoldenMessage> which, Check check) {
    return RELEASED.stream()
        .filter(which)
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> check.of(it)));
  }
}
