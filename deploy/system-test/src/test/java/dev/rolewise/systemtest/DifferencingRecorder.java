package dev.rolewise.systemtest;

import dev.rolewise.systemtest.Published.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The attacker of Q9: keeps every state of a round that could be fetched while answers dripped in,
 * and subtracts each from each later one.
 */
final class DifferencingRecorder {
  private final List<Published> states = new ArrayList<>();

  /**
   * One person's answers as subtraction gives them away: per figure what this one person added.
   *
   * @param place of the person in the order of arrival, from 0
   */
  record RecoveredSheet(int place, Map<String, List<Long>> added) {}

  /**
   * What the attack came to.
   *
   * @param sheets found whole
   * @param smallGroups numbers, or differences of two, that rest on 1 to k - 1 people
   */
  record Loot(List<RecoveredSheet> sheets, List<String> smallGroups) {}

  /** Keeps a state; one that says nothing new is not kept twice. */
  void see(Published state) {
    if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
      states.add(state);
    }
  }

  int states() {
    return states.size();
  }

  /**
   * @param k the fewest sheets that a number, or the difference of two, may rest on
   */
  Loot attack(int k) {
    List<RecoveredSheet> sheets = new ArrayList<>();
    TreeSet<String> small = new TreeSet<>();
    for (int late = 0; late < states.size(); late++) {
      Published later = states.get(late);
      alone(k, later, small);
      for (int early = 0; early < late; early++) {
        subtract(k, states.get(early), later, small);
        sheet(states.get(early), later, sheets);
      }
    }
    return new Loot(sheets, List.copyOf(small));
  }

  /** What one state gives away by itself; whoever does not know an answer stays in the group. */
  private static void alone(int k, Published state, TreeSet<String> small) {
    if (state.n() >= 1 && state.n() < k) {
      small.add("a report about " + state.n());
    }
    state
        .figures()
        .forEach(
            (name, figure) -> {
              if (figure.people() >= 1 && figure.people() < Math.max(3, k - 1)) {
                small.add(name + " of " + figure.people() + " people, alone");
              }
            });
  }

  private static void subtract(int k, Published earlier, Published later, TreeSet<String> small) {
    if (smaller(later.n() - earlier.n(), k)) {
      small.add("n from " + earlier.n() + " to " + later.n());
    }
    boolean moved = earlier.n() != later.n() || !earlier.turnout().equals(later.turnout());
    for (String name : later.figures().keySet()) {
      Figure before = earlier.figures().get(name);
      Figure after = later.figures().get(name);
      if (before == null || !after.fits(before)) {
        moved = true;
        continue;
      }
      int people = between(before, after);
      if (smaller(people, k) || people == 0 && movedByNobody(earlier, before, later, after)) {
        small.add(name + " from " + before.people() + " to " + after.people());
      }
      moved |= people != 0;
    }
    if (!moved && !earlier.rest().equals(later.rest())) {
      small.add("moved while no figure did: " + earlier.rest() + "\n to " + later.rest());
    }
  }

  /** How many people lie between two states, or at most do. */
  private static int between(Figure before, Figure after) {
    return before.exact() && after.exact()
        ? after.people() - before.people()
        : (int) after.minus(before).stream().mapToLong(Long::longValue).sum();
  }

  /** New sheets that say "don't know" without exception move nothing but the count of these. */
  private static boolean movedByNobody(
      Published earlier, Figure before, Published later, Figure after) {
    return !after.counts().equals(before.counts())
        || !after.said().equals(before.said())
        || after.dontKnow() != before.dontKnow() && earlier.n() == later.n();
  }

  private static boolean smaller(int people, int k) {
    return people != 0 && Math.abs(people) < k;
  }

  private static void sheet(Published earlier, Published later, List<RecoveredSheet> sheets) {
    if (later.n() - earlier.n() != 1 || later.figures().isEmpty()) {
      return;
    }
    Map<String, List<Long>> added = new LinkedHashMap<>();
    later
        .figures()
        .forEach(
            (name, figure) -> {
              Figure before = earlier.figures().get(name);
              if (before != null && figure.fits(before)) {
                added.put(name, figure.minus(before));
              }
            });
    sheets.add(new RecoveredSheet(earlier.n(), added));
  }
}
