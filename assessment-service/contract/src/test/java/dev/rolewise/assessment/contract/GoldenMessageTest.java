package dev.rolewise.assessment.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.team.CreateTeam;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenMessageTest {
  @Test
  void everyAddressHasAGoldenMessage() {
    Set<String> expected = new HashSet<>(AssessmentAddresses.requests());
    expected.add(AssessmentAddresses.TURNOUT_HINT);
    assertEquals(
        expected,
        GoldenMessage.all().stream().map(GoldenMessage::address).collect(Collectors.toSet()));
  }

  @Test
  void everyFailureIsKnown() {
    GoldenMessage.all().stream()
        .filter(golden -> golden.failure() != null)
        .forEach(golden -> assertNotEquals(ErrorCode.UNKNOWN, golden.failure(), golden.name()));
    assertEquals(ErrorCode.UNKNOWN, ErrorCode.of("a-code-of-tomorrow"));
  }

  @TestFactory
  Stream<DynamicTest> repliesMapThereAndBack() {
    return GoldenMessage.all().stream()
        .filter(golden -> golden.reply() != null)
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () ->
                        assertEquals(
                            golden.reply(),
                            GoldenReaders.REPLIES.get(golden.address()).apply(golden.reply()))));
  }

  @TestFactory
  Stream<DynamicTest> requestsMapThereAndBack() {
    Map<String, UnaryOperator<JsonObject>> requests = GoldenReaders.requests();
    return GoldenMessage.all().stream()
        .filter(golden -> requests.containsKey(golden.address()))
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () ->
                        assertEquals(
                            golden.request(),
                            requests.get(golden.address()).apply(golden.request()))));
  }

  @TestFactory
  Stream<DynamicTest> checkedRequestsHaveExactlyTheirFaults() {
    return GoldenMessage.all().stream()
        .filter(golden -> GoldenReaders.CHECKED.containsKey(golden.address()))
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () -> {
                      Faults faults = new Faults();
                      GoldenReaders.CHECKED.get(golden.address()).accept(golden.request(), faults);
                      assertEquals(golden.faults(), faults.list());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> receiversIgnoreWhatTheyDoNotKnow() {
    return GoldenMessage.all().stream()
        .filter(golden -> golden.reply() != null)
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () ->
                        assertEquals(
                            golden.reply(),
                            GoldenReaders.REPLIES
                                .get(golden.address())
                                .apply(golden.reply().copy().put("ofTomorrow", 1)))));
  }

  @Test
  void everyKindOfTextFaultIsNamed() {
    List<List<String>> table =
        List.of(
            List.of("Noord\u0000zij", "malformed"),
            List.of("Noord\nzij", "malformed"),
            List.of("Noord\u202Ezij", "malformed"),
            List.of("half \uD83D pair", "malformed"),
            List.of("   ", "too-short"),
            List.of("x".repeat(81), "too-long"));
    for (List<String> row : table) {
      Faults faults = new Faults();
      CreateTeam.read(new JsonObject().put("name", row.get(0)), faults);
      assertEquals(1, faults.list().size(), row.get(0));
      assertEquals(row.get(1), faults.list().get(0).code(), row.get(0));
    }
    Faults none = new Faults();
    CreateTeam.read(new JsonObject().put("name", "\uD83D\uDE80".repeat(80)), none);
    assertTrue(none.isEmpty());
  }
}
