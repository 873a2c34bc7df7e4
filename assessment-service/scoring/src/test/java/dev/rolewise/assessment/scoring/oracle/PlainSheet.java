package dev.rolewise.assessment.scoring.oracle;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Sheet;
import java.util.HashMap;
import java.util.Map;

/**
 * A sheet by id; what a person does not know is absent. Struggle is recoded: high means trouble.
 */
record PlainSheet(
    Map<String, Integer> struggle, Map<String, Integer> coverage, Map<String, String> votes) {

  static PlainSheet read(Instrument reduced, Sheet sheet) {
    Map<String, Integer> struggle = new HashMap<>();
    for (int i = 0; i < reduced.items().size(); i++) {
      Item item = reduced.items().get(i);
      int x = sheet.answers()[i];
      if (x != -1) {
        struggle.put(item.id(), item.id().endsWith("b") ? 4 - x : x);
      }
    }
    Map<String, Integer> coverage = new HashMap<>();
    for (int i = 0; i < reduced.areas().size(); i++) {
      if (sheet.coverage()[i] != -1) {
        coverage.put(reduced.areas().get(i).id(), (int) sheet.coverage()[i]);
      }
    }
    Map<String, String> votes = new HashMap<>();
    for (int i = 0; i < reduced.scenarios().size(); i++) {
      int vote = sheet.votes()[i];
      if (vote != -1) {
        votes.put(
            reduced.scenarios().get(i).id(), reduced.scenarios().get(i).options().get(vote).id());
      }
    }
    return new PlainSheet(struggle, coverage, votes);
  }

  /** The same sheet with one wording only. */
  PlainSheet only(String wording) {
    Map<String, Integer> kept = new HashMap<>(struggle);
    kept.keySet().removeIf(item -> !item.endsWith(wording));
    return new PlainSheet(kept, coverage, votes);
  }
}
