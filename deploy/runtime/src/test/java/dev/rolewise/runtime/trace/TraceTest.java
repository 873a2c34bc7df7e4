package dev.rolewise.runtime.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String VALID = "00-" + ID + "-00f067aa0ba902b7-01";

  @Test
  void aValidTraceIsTakenOverAndPassedOnWithAPartOfItsOwn() {
    Trace trace = Trace.named(List.of(VALID)).orElseThrow();
    assertEquals(ID, trace.id());
    assertTrue(trace.sampled());
    assertTrue(trace.passedOn());
    assertTrue(trace.header().matches("00-" + ID + "-[0-9a-f]{16}-01"), trace.header());
    assertNotEquals(trace.header(), trace.header());
    assertEquals(trace, Trace.named(List.of(trace.header())).orElseThrow());
    assertFalse(Trace.named(List.of(VALID.replace("-01", "-02"))).orElseThrow().sampled());
  }

  @Test
  void aLaterVersionMayKnowMore() {
    assertEquals(
        ID, Trace.named(List.of("01-" + ID + "-00f067aa0ba902b7-01-more")).orElseThrow().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902bz-01",
        " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
      })
  void whatIsNotValidNamesNoTrace(String header) {
    assertTrue(Trace.named(List.of(header)).isEmpty());
  }

  @Test
  void twoHeadersOrAnEndlessOneNameNoTrace() {
    assertTrue(Trace.named(List.of(VALID, VALID)).isEmpty());
    assertTrue(Trace.named(List.of()).isEmpty());
    assertTrue(Trace.named(List.of("01" + VALID.substring(2) + "-" + "x".repeat(300))).isEmpty());
  }

  @Test
  void newTracesAreValidAndNeverTheSame() {
    Trace first = Trace.begin();
    Trace second = Trace.begin();
    assertNotEquals(first.id(), second.id());
    assertEquals(first, Trace.named(List.of(first.header())).orElseThrow());
    assertFalse(Trace.apart().passedOn());
  }
}
