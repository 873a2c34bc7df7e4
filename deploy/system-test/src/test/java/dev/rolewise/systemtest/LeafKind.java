package dev.rolewise.systemtest;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a number is about; a number of which nobody has said so counts as given away. */
enum LeafKind {
  /** How many people or answers fall to each option: adds up over people. */
  COUNTS,
  /** People behind a figure. */
  PEOPLE,
  /** Adds up over the people beside it, or is a mean or a spread of theirs. */
  OF_PEOPLE,
  /** Sheets received, announced or held back, and what follows from these alone. */
  TURNOUT,
  /** Settled when the round opened, or with the questionnaire. */
  FIXED,
  UNKNOWN;

  private static final Map<LeafKind, Set<String>> NAMES =
      Map.of(
          COUNTS, Set.of("distribution", "coverage", "votes"),
          PEOPLE, Set.of("n", "raters", "voters", "people"),
          OF_PEOPLE,
              Set.of(
                  "struggle",
                  "gap",
                  "interval",
                  "halves",
                  "points",
                  "deviations",
                  "spread",
                  "sum",
                  "squares",
                  "dontKnow",
                  "adMean",
                  "rwgjLindell",
                  "chance95",
                  "usable"),
          TURNOUT, Set.of("received", "size", "heldBack", "invited", "missing", "version", "band"),
          FIXED,
              Set.of(
                  "k",
                  "initiatives",
                  "newcomers",
                  "formatVersion",
                  "minimumTurnoutPercent",
                  "struggleGate",
                  "gapGate",
                  "needed",
                  "percent",
                  "until"));

  /** Where every number is of a kind, whatever its name. */
  private static final Map<String, LeafKind> PLACES =
      Map.of("instrument", FIXED, "method", FIXED, "gates", FIXED);

  /** Where an n counts what came in. */
  private static final Set<String> OF_TURNOUT = Set.of("turnout", "because");

  static LeafKind of(String path) {
    List<String> steps = List.of(path.split("/"));
    String name = steps.get(steps.size() - 1);
    for (String step : steps) {
      if (PLACES.containsKey(step) && !step.equals(name)) {
        return PLACES.get(step);
      }
    }
    if (name.equals("n") && steps.stream().anyMatch(OF_TURNOUT::contains)) {
      return TURNOUT;
    }
    return NAMES.entrySet().stream()
        .filter(kind -> kind.getValue().contains(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
