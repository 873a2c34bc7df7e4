package dev.rolewise.assessment.instrument;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Hat;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Option;
import dev.rolewise.assessment.scoring.Instrument.Parameters;
import dev.rolewise.assessment.scoring.Instrument.Scenario;
import dev.rolewise.assessment.scoring.Instrument.Side;
import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.content.contract.InstrumentExport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Takes from a published instrument what scoring needs: structure and numbers, no texts. */
final class InstrumentMapping {
  private InstrumentMapping() {}

  static Instrument map(InstrumentExport export) {
    JsonObject structure = export.structure();
    return new Instrument(
        export.id(),
        export.version(),
        export.hash(),
        each(structure, "sides", InstrumentMapping::side),
        each(structure, "areas", a -> new Area(a.getString("id"), a.getString("side"))),
        each(structure, "items", InstrumentMapping::item),
        each(structure.getJsonObject("coverage"), "options", InstrumentMapping::coverageOption),
        each(structure, "scenarios", InstrumentMapping::scenario),
        parameters(structure.getJsonObject("parameters")));
  }

  private static Side side(JsonObject side) {
    return new Side(
        side.getString("id"),
        side.getString("role"),
        side.getString("option"),
        side.getInteger("minimumAreas"),
        side.getInteger("minimumInitiatives"));
  }

  private static Item item(JsonObject item) {
    return new Item(
        item.getString("id"),
        item.getString("area"),
        Wording.valueOf(item.getString("wording").toUpperCase(Locale.ROOT)),
        item.getBoolean("reversed"));
  }

  private static CoverageOption coverageOption(JsonObject option) {
    return new CoverageOption(
        option.getInteger("value"), option.getInteger("creditPercent"), option.getString("form"));
  }

  private static Scenario scenario(JsonObject scenario) {
    return new Scenario(
        scenario.getString("id"),
        each(scenario, "options", o -> new Option(o.getString("id"), o.getString("side"))));
  }

  private static Parameters parameters(JsonObject parameters) {
    return new Parameters(
        parameters.getInteger("struggleGate"),
        parameters.getInteger("gapGate"),
        parameters.getInteger("minimumTurnoutPercent"),
        parameters.getInteger("twoHatsMaximumSize"),
        each(
            parameters,
            "hats",
            hat -> new Hat(hat.getString("code"), words(hat.getJsonArray("areas")))));
  }

  private static List<String> words(JsonArray array) {
    return array.stream().map(String.class::cast).toList();
  }

  private static <T> List<T> each(JsonObject parent, String field, Function<JsonObject, T> map) {
    return parent.getJsonArray(field).stream().map(JsonObject.class::cast).map(map).toList();
  }
}
