package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * The answers that the scores are computed from: 0 to 4 in order, coverage from 1 on going down.
 */
final class InstrumentScalesRule implements PackRule {
  private static final List<Integer> POINTS = List.of(0, 1, 2, 3, 4);

  /** Views of an owner lie apart when both ends have people, and an end is two options. */
  private static final List<List<Integer>> COVERAGE =
      List.of(List.of(1, 2, 3, 4), List.of(1, 2, 3, 4, 5));

  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    for (Document instrument : pack.documents(DocumentKind.INSTRUMENT)) {
      Place place = Place.of(instrument.file(), faults);
      JsonObject scale = instrument.structure().getJsonObject("scale");
      if (!values(scale, "points", "value").equals(POINTS)) {
        place.member("scale").member("points").fault("must have the values 0 to 4, in order");
      }
      JsonObject coverage = instrument.structure().getJsonObject("coverage");
      Place options = place.member("coverage").member("options");
      if (!COVERAGE.contains(values(coverage, "options", "value"))) {
        options.fault("must have the values 1 to 4 or 1 to 5, in order");
      }
      List<Integer> credits = values(coverage, "options", "creditPercent");
      for (int i = 1; i < credits.size(); i++) {
        if (credits.get(i) >= credits.get(i - 1)) {
          options.element(i).member("creditPercent").fault("must be lower than the one before");
        }
      }
    }
  }

  private static List<Integer> values(JsonObject parent, String list, String field) {
    return JsonItems.objects(parent, list).stream().map(e -> e.getInteger(field)).toList();
  }
}
