package dev.rolewise.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickCheckTest {
  private static final JsonObject SCAN = GoldenLibrary.reply("instrument-get");

  @Test
  void anAnswerCountsForWhatTheInstrumentSays() {
    assertEquals(
        new QuickCheck(List.of(0, 50, 100), List.of(0, 80, 100), 45, 40), QuickCheck.of(SCAN));
  }

  @ParameterizedTest
  @CsvSource({
    "2 2 0 0, PRODUCT",
    "0 0 2 1, PROJECT",
    "2 2 2 2, BOTH",
    "1 1 1 1, BOTH",
    "2 0 0 2, SUPPORT_PRODUCT",
    "0 2 2 0, SUPPORT_PROJECT",
    "2 0 2 0, SUPPORT_BOTH",
    "0 2 0 2, NONE",
    "2 2 2 0, PRODUCT",
    "0 0 0 0, NONE",
  })
  void theTwoGatesJudgeEachSide(String answers, String outcome) {
    List<Integer> taps = Stream.of((answers + " 1").split(" ")).map(Integer::valueOf).toList();
    assertEquals(outcome, QuickCheck.of(SCAN).judge(taps).outcome());
  }

  @Test
  void otherGatesJudgeOtherwise() {
    JsonObject strict = SCAN.copy();
    strict.getJsonObject("parameters").put("struggleGate", 51).put("gapGate", 81);
    assertEquals("NONE", QuickCheck.of(strict).judge(List.of(1, 1, 1, 1, 1)).outcome());
    assertEquals("BOTH", QuickCheck.of(SCAN).judge(List.of(1, 1, 1, 1, 1)).outcome());
  }
}
