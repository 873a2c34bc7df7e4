package dev.rolewise.assessment.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.suite.PackFiles;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedInstrumentTest {
  private final JsonObject export = PackFiles.roleGapScan().toBuffer().toJsonObject();

  @Test
  void theRealInstrumentIsReadWhole() {
    PublishedInstrument instrument = read();
    Instrument scored = instrument.forInitiatives(2);
    assertEquals(20, scored.items().size());
    assertEquals(10, scored.areas().size());
    assertEquals(16, instrument.forInitiatives(1).items().size());
    assertEquals(45, scored.parameters().struggleGate());
    assertEquals(List.of("P3"), scored.parameters().hats().get(0).areas());
    assertEquals(
        List.of(100, 80, 40, 20, 0),
        scored.coverageOptions().stream().map(Instrument.CoverageOption::creditPercent).toList());
    assertEquals("nl", instrument.texts("nl").locale());
    assertEquals("en", instrument.texts(null).locale());
    assertEquals("en", instrument.texts("de").locale());
  }

  @Test
  void oneChangedLetterIsNoticed() {
    export.getJsonObject("texts").getJsonObject("nl").put("items.P1a", "Iets anders.");
    assertThrows(IllegalArgumentException.class, this::read);
  }

  @Test
  void aChangedGateIsNoticed() {
    export.getJsonObject("structure").getJsonObject("parameters").put("gapGate", 41);
    assertThrows(IllegalArgumentException.class, this::read);
  }

  @Test
  void somethingElseIsNoInstrument() {
    for (String text : List.of("{}", "[]", "x", "{\"id\":\"a\",\"version\":1}")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> PublishedInstrument.read(Buffer.buffer(text)),
          text);
    }
  }

  @Test
  void whatIsStoredIsWhatTravelled() {
    PublishedInstrument instrument = read();
    assertEquals(
        instrument.hash(), PublishedInstrument.read(Buffer.buffer(instrument.document())).hash());
  }

  private PublishedInstrument read() {
    return PublishedInstrument.read(export.toBuffer());
  }
}
