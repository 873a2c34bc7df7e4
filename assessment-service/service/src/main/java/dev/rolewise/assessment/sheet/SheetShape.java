package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Option;
import dev.rolewise.assessment.scoring.Instrument.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a sheet of a questionnaire has to be made of, found out once for all its sheets.
 *
 * @param items ids of what is answered, in the order in which it is stored
 * @param areas ids of what has a coverage
 * @param coverages values that it may have
 * @param scenarios options of each scenario, in their order, by its id
 */
record SheetShape(
    List<String> items,
    List<String> areas,
    Set<Integer> coverages,
    Map<String, List<String>> scenarios) {

  /**
   * @param questionnaire the instrument as a round asks it
   */
  static SheetShape of(Instrument questionnaire) {
    return new SheetShape(
        questionnaire.items().stream().map(Item::id).toList(),
        questionnaire.areas().stream().map(Instrument.Area::id).toList(),
        questionnaire.coverageOptions().stream()
            .map(CoverageOption::value)
            .collect(Collectors.toUnmodifiableSet()),
        questionnaire.scenarios().stream()
            .collect(
                Collectors.toMap(
                    Scenario::id,
                    scenario -> scenario.options().stream().map(Option::id).toList(),
                    (first, same) -> first,
                    LinkedHashMap::new)));
  }

  /** Shapes by what makes them, the ones unused for longest forgotten. Safe from any thread. */
  static final class Kept {
    private static final int MOST = 64;

    /** A published instrument never changes. */
    private record Key(String hash, int initiatives) {}

    private final Map<Key, SheetShape> kept =
        java.util.Collections.synchronizedMap(
            new LinkedHashMap<>(MOST, 0.75f, true) {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<Key, SheetShape> eldest) {
                return size() > MOST;
              }
            });

    SheetShape of(String hash, int initiatives, Function<Integer, Instrument> questionnaire) {
      Key key = new Key(hash, initiatives);
      SheetShape known = kept.get(key);
      if (known != null) {
        return known;
      }
      SheetShape made = SheetShape.of(questionnaire.apply(initiatives));
      kept.put(key, made);
      return made;
    }
  }
}
