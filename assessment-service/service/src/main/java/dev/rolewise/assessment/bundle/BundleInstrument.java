package dev.rolewise.assessment.bundle;

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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The part of an instrument that scoring reads, in a bundle. The bounds leave room for many more
 * questions than a team would answer, and none for a file that only keeps a computer busy.
 */
final class BundleInstrument {

  private static final int MOST_SIDES = 6;
  private static final int MOST_AREAS = 40;
  private static final int MOST_AREAS_OF_A_SIDE = 12;
  private static final int MOST_OPTIONS = 12;
  private static final int MOST_INITIATIVES = 20;
  private static final int MOST_VERSION = 1_000_000;
  private static final int PERCENT = 100;

  private BundleInstrument() {}

  static JsonObject write(Instrument instrument) {
    Parameters parameters = instrument.parameters();
    return new JsonObject()
        .put("id", instrument.id())
        .put("version", instrument.version())
        .put("hash", instrument.hash())
        .put("sides", each(instrument.sides(), BundleInstrument::side))
        .put(
            "areas",
            each(
                instrument.areas(),
                area -> new JsonObject().put("id", area.id()).put("side", area.side())))
        .put("items", each(instrument.items(), BundleInstrument::item))
        .put("coverageOptions", each(instrument.coverageOptions(), BundleInstrument::option))
        .put("scenarios", each(instrument.scenarios(), BundleInstrument::scenario))
        .put(
            "parameters",
            new JsonObject()
                .put("struggleGate", parameters.struggleGate())
                .put("gapGate", parameters.gapGate())
                .put("minimumTurnoutPercent", parameters.minimumTurnoutPercent())
                .put("twoHatsMaximumSize", parameters.twoHatsMaximumSize())
                .put("hats", each(parameters.hats(), BundleInstrument::hat)));
  }

  private static JsonObject side(Side side) {
    return new JsonObject()
        .put("id", side.id())
        .put("role", side.role())
        .put("option", side.option())
        .put("minimumAreas", side.minimumAreas())
        .put("minimumInitiatives", side.minimumInitiatives());
  }

  private static JsonObject item(Item item) {
    return new JsonObject()
        .put("id", item.id())
        .put("area", item.area())
        .put("wording", item.wording().name().toLowerCase(Locale.ROOT))
        .put("reversed", item.reversed());
  }

  private static JsonObject option(CoverageOption option) {
    return new JsonObject()
        .put("value", option.value())
        .put("creditPercent", option.creditPercent())
        .put("form", option.form());
  }

  private static JsonObject scenario(Scenario scenario) {
    return new JsonObject()
        .put("id", scenario.id())
        .put(
            "options",
            each(
                scenario.options(),
                option -> new JsonObject().put("id", option.id()).put("side", option.side())));
  }

  private static JsonObject hat(Hat hat) {
    return new JsonObject().put("code", hat.code()).put("areas", new JsonArray(hat.areas()));
  }

  private static <T> JsonArray each(List<T> values, Function<T, Object> map) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(map.apply(value)));
    return array;
  }

  static Instrument read(BundleNode node) {
    node.object(
        "id",
        "version",
        "hash",
        "sides",
        "areas",
        "items",
        "coverageOptions",
        "scenarios",
        "parameters");
    List<Area> areas = node.at("areas").list(1, MOST_AREAS, BundleInstrument::readArea);
    List<Side> sides = node.at("sides").list(1, MOST_SIDES, BundleInstrument::readSide);
    for (Side side : sides) {
      if (areas.stream().filter(a -> a.side().equals(side.id())).count() > MOST_AREAS_OF_A_SIDE) {
        throw node.at("areas").fault("too many areas on side " + side.id());
      }
    }
    String id = node.at("id").id();
    int version = node.at("version").integer(1, MOST_VERSION);
    String hash = Hashes.read(node.at("hash"));
    List<Item> items = node.at("items").list(1, 2 * MOST_AREAS, BundleInstrument::readItem);
    // "split" looks at two options on either end
    List<CoverageOption> options =
        node.at("coverageOptions").list(2, MOST_OPTIONS, BundleInstrument::readOption);
    List<Scenario> scenarios =
        node.at("scenarios").list(0, MOST_AREAS, BundleInstrument::readScenario);
    Parameters parameters = readParameters(node.at("parameters"));
    try {
      return new Instrument(id, version, hash, sides, areas, items, options, scenarios, parameters);
    } catch (IllegalArgumentException incoherent) {
      throw node.fault("does not hang together: " + incoherent.getMessage());
    }
  }

  private static Area readArea(BundleNode node) {
    node.object("id", "side");
    return new Area(node.at("id").id(), node.at("side").id());
  }

  private static Side readSide(BundleNode node) {
    node.object("id", "role", "option", "minimumAreas", "minimumInitiatives");
    return new Side(
        node.at("id").id(),
        node.at("role").id(),
        node.at("option").id(),
        node.at("minimumAreas").integer(1, MOST_AREAS_OF_A_SIDE),
        node.at("minimumInitiatives").integer(1, MOST_INITIATIVES));
  }

  private static Item readItem(BundleNode node) {
    node.object("id", "area", "wording", "reversed");
    return new Item(
        node.at("id").id(),
        node.at("area").id(),
        readWording(node.at("wording")),
        node.at("reversed").truth());
  }

  private static Wording readWording(BundleNode node) {
    if ("a".equals(node.value())) {
      return Wording.A;
    }
    if ("b".equals(node.value())) {
      return Wording.B;
    }
    throw node.fault("must be \"a\" or \"b\"");
  }

  private static CoverageOption readOption(BundleNode node) {
    node.object("value", "creditPercent", "form");
    return new CoverageOption(
        node.at("value").integer(1, Byte.MAX_VALUE),
        node.at("creditPercent").integer(0, PERCENT),
        node.at("form").orNull(BundleNode::id));
  }

  private static Scenario readScenario(BundleNode node) {
    node.object("id", "options");
    return new Scenario(
        node.at("id").id(),
        node.at("options").list(1, MOST_OPTIONS, BundleInstrument::readScenarioOption));
  }

  private static Option readScenarioOption(BundleNode node) {
    node.object("id", "side");
    return new Option(node.at("id").id(), node.at("side").orNull(BundleNode::id));
  }

  private static Parameters readParameters(BundleNode node) {
    node.object("struggleGate", "gapGate", "minimumTurnoutPercent", "twoHatsMaximumSize", "hats");
    return new Parameters(
        node.at("struggleGate").integer(0, PERCENT),
        node.at("gapGate").integer(0, PERCENT),
        node.at("minimumTurnoutPercent").integer(0, PERCENT),
        node.at("twoHatsMaximumSize").integer(0, BundleReader.MOST_PEOPLE),
        node.at("hats").list(0, MOST_AREAS, BundleInstrument::readHat));
  }

  private static Hat readHat(BundleNode node) {
    node.object("code", "areas");
    return new Hat(node.at("code").id(), node.at("areas").list(0, MOST_AREAS, BundleNode::id));
  }
}
