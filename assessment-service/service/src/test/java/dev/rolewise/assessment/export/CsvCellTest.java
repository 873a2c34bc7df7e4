package dev.rolewise.assessment.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody typed stays a text in every spreadsheet, and a number a number. */
class CsvCellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+31612345678",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "=cmd|' /C calc'!A0",
        "＝1+1",
        "\r=1+1",
        "\n=1+1"
      })
  void aTextThatBeginsLikeAFormulaGetsAnApostrophe(String text) {
    assertEquals('\'', CsvCell.of(text).charAt(0));
  }

  @Property
  void noCellBeginsLikeAFormula(@ForAll String text) {
    String cell = CsvCell.of(text);
    assertEquals(-1, cell.isEmpty() ? -1 : "=+-@\t\r\n".indexOf(cell.charAt(0)), cell);
  }

  @Test
  void numbersStayNumbersAlsoBelowZero() {
    assertEquals("41.666666666666664", CsvCell.of(41.666666666666664));
    assertEquals(-0.25, Double.parseDouble(CsvCell.of(-0.25)));
    assertEquals(' ', CsvCell.of(-0.25).charAt(0));
    assertEquals("", CsvCell.of(null));
    assertEquals("true", CsvCell.of(true));
  }

  @Test
  void halfCharactersAndControlsGoAndWholeOnesStay() {
    assertEquals("\uFFFDa\nb😀مرحبا", CsvCell.of("\uD83Da\u0000\u001B\r\nb😀مرحبا"));
  }
}
