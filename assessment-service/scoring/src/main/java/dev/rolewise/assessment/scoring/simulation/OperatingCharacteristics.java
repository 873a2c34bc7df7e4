package dev.rolewise.assessment.scoring.simulation;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How often the instrument is right and wrong about teams whose true state is known, because it was
 * made up.
 *
 * @param kinds one entry per kind of team that was simulated
 */
public record OperatingCharacteristics(SimulationPlan plan, List<KindOutcomes> kinds) {

  public OperatingCharacteristics {
    kinds = List.copyOf(kinds);
  }

  /** All kinds together, equally many teams of each. */
  public Outcomes all() {
    return sum(kind -> true, KindOutcomes::all);
  }

  /** All kinds together, without teams in which some area was answered by too few people. */
  public Outcomes usable() {
    return sum(kind -> true, KindOutcomes::usable);
  }

  /** The kinds that miss no role: telling them to find somebody is wrong. */
  public Outcomes needingNobody() {
    return sum(kind -> !kind.needsARole(), KindOutcomes::all);
  }

  /** Of those, the ones whose work is taken care of: healthy, or in need of support. */
  public Outcomes healthyOrSupported() {
    return sum(kind -> !kind.needsARole() && kind != TeamKind.SELF_ORGANISING, KindOutcomes::all);
  }

  /** The chosen kinds together. */
  public Outcomes sum(Predicate<TeamKind> which, Function<KindOutcomes, Outcomes> part) {
    return kinds.stream()
        .filter(kind -> which.test(kind.kind()))
        .map(part)
        .reduce(Outcomes.NONE, Outcomes::plus);
  }
}
