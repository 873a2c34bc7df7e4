package dev.rolewise.assessment.contract.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "~",
          " ",
          "  ",
          "\t",
          "\n",
          "\r\n",
          "\u0000",
          "\u001b",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u00e9",
          "\u2028",
          "\u2029",
          "\u202a",
          "\u202e",
          "\u2066",
          "\u2069",
          "\u206a",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\ufffd");

  @Test
  void whatIsQuickJudgesAsThePlainRule() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(6); piece > 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String typed = text.toString();
      assertEquals(typed.replaceAll("[ \\t\\r\\n]+", " ").strip(), PlainText.oneLine(typed));
      assertEquals(
          typed.codePoints().noneMatch(PlainTextTest::forbidden), PlainText.isClean(typed));
    }
  }

  private static boolean forbidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    };
  }
}
