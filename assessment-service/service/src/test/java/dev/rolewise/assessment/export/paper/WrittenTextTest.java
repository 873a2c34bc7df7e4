package dev.rolewise.assessment.export.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** Whatever somebody typed can be written on paper. */
class WrittenTextTest {
  @Test
  void arabicLettersJoin() {
    // alone, at the beginning, in the middle, at the end
    assertEquals("\uFE8F", ArabicForms.of("\u0628"));
    assertEquals("\uFE91\uFE92\uFE90", ArabicForms.of("\u0628\u0628\u0628"));
    // what does not join to the left ends a word within the word
    assertEquals("\uFEA9\uFE8F", ArabicForms.of("\u062F\u0628"));
    // lam and alef are one sign, and marks do not part letters
    assertEquals("\uFEFB", ArabicForms.of("\u0644\u0627"));
    assertEquals("\uFEDB\uFEFC", ArabicForms.of("\u0643\u0644\u0627"));
    assertEquals("\uFE91\u064E\uFE90", ArabicForms.of("\u0628\u064E\u0628"));
    assertEquals("plain", ArabicForms.of("plain"));
  }

  @Test
  void rightToLeftIsTurnedRoundAndNumbersAndBracketsAreNot() {
    assertEquals("abc", VisualOrder.of("abc", false));
    assertEquals("a \u05D1\u05D0 b", VisualOrder.of("a \u05D0\u05D1 b", false));
    assertEquals("(12) \u05D1\u05D0", VisualOrder.of("\u05D0\u05D1 (12)", true));
    assertEquals(
        "\u05D1\u05D0 · 27",
        VisualOrder.of("\u05D0\u05D1" + VisualOrder.LEFT_TO_RIGHT + " · 27", false));
    assertTrue(VisualOrder.rightToLeft("\u05D0 abc"));
    assertFalse(VisualOrder.rightToLeft("abc \u05D0"));
  }

  @Test
  void linesAreNoWiderThanThePageAndNothingIsLost() throws IOException {
    try (PDDocument document = new PDDocument();
        Typeface face = Typeface.load(document, "DejaVuSans.ttf")) {
      String text = "x".repeat(200) + " short words " + "é".repeat(200);
      var lines = face.lines(face.signs(text), 10, 100);
      lines.forEach(line -> assertTrue(face.width(line, 10) <= 100, line));
      assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
      assertEquals("😀 □□", face.signs("😀\u200D\uFE0F 漢字"));
    }
  }

  /** One for all tries: reading a font takes longer than using it. */
  private static final PDDocument DOCUMENT = new PDDocument();

  @Property(tries = 300)
  void anyTextBecomesSignsThatTheFontHas(@ForAll String text) throws IOException {
    Typeface face = face();
    for (String line : face.lines(face.signs(text), 10, 200)) {
      face.font().encode(VisualOrder.of(line, VisualOrder.rightToLeft(line)));
    }
  }

  private static synchronized Typeface face() throws IOException {
    if (shared == null) {
      shared = Typeface.load(DOCUMENT, "DejaVuSans.ttf");
    }
    return shared;
  }

  private static Typeface shared;
}
