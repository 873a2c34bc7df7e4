package dev.rolewise.local.statistics;

import dev.rolewise.assessment.scoring.statistics.ResponseScale;
import dev.rolewise.assessment.scoring.statistics.Scale;
import java.util.List;

/**
 * What a scales file says.
 *
 * @param responses the answers every item takes
 * @param scales one or more; an item may be on several
 */
public record ScaleSet(ResponseScale responses, List<Scale> scales) {
  public ScaleSet {
    scales = List.copyOf(scales);
  }

  /** Ids of all items, each once, in the order in which the scales name them. */
  List<String> items() {
    return scales.stream()
        .flatMap(scale -> scale.items().stream())
        .map(Scale.Item::id)
        .distinct()
        .toList();
  }
}
