package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules of a verdict presuppose: a product and a project side that everybody is asked
 * about, and perhaps a programme side; and no more of anything than the file with the numbers
 * behind a report can carry. Everything else about an instrument is its author's.
 */
final class InstrumentSidesRule implements PackRule {
  private static final List<String> EVERYBODYS = List.of("product", "project");
  private static final String PROGRAMME = "programme";
  private static final int MOST_AREAS = 12;
  private static final int MOST_INITIATIVES = 20;
  private static final int MOST_SCENARIOS = 12;

  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    for (Document instrument : pack.documents(DocumentKind.INSTRUMENT)) {
      Place place = Place.of(instrument.file(), faults);
      JsonObject structure = instrument.structure();
      List<JsonObject> sides = JsonItems.objects(structure, "sides");
      Set<String> known = new HashSet<>();
      Set<String> roles = new HashSet<>();
      for (int i = 0; i < sides.size(); i++) {
        Place at = place.member("sides").element(i);
        known.add(sides.get(i).getString("id"));
        checkSide(structure, sides.get(i), at);
        if (!roles.add(sides.get(i).getString("role"))) {
          at.member("role").fault("is another side's role already");
        }
      }
      for (String side : EVERYBODYS) {
        if (!known.contains(side)) {
          place.member("sides").fault("must have a side " + side);
        }
      }
      if (JsonItems.objects(structure, "scenarios").size() > MOST_SCENARIOS) {
        place.member("scenarios").fault("has more than " + MOST_SCENARIOS);
      }
    }
  }

  private static void checkSide(JsonObject instrument, JsonObject side, Place at) {
    String id = side.getString("id");
    boolean everybodys = EVERYBODYS.contains(id);
    int initiatives = side.getInteger("minimumInitiatives");
    if (!everybodys && !id.equals(PROGRAMME)) {
      at.member("id").fault("must be product, project or programme: verdicts speak of these");
      return;
    }
    if (everybodys && initiatives != 1) {
      at.member("minimumInitiatives").fault("must be 1: no verdict does without this side");
    }
    if (!everybodys && (initiatives < 2 || initiatives > MOST_INITIATIVES)) {
      at.member("minimumInitiatives")
          .fault("must be 2 to " + MOST_INITIATIVES + ": one initiative has no programme");
    }
    long areas =
        JsonItems.objects(instrument, "areas").stream()
            .filter(area -> id.equals(area.getString("side")))
            .count();
    if (areas > MOST_AREAS) {
      at.fault("has %d areas, must have at most %d".formatted(areas, MOST_AREAS));
    }
  }
}
