package dev.rolewise.systemtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The attacker of Q9: keeps every document that could be fetched while answers dripped in, and
 * subtracts each from each other one, whoever fetched it.
 */
final class DifferencingRecorder {
  /** A mean says nothing new while the counts that it is a mean of stay as they were. */
  private static final Map<String, String> MEANS =
      Map.of("struggle", "distribution", "gap", "coverage");

  /** What stays the same when a document is fetched again on another day. */
  private static final List<String> DATES = List.of("closedOn", "openedOn");

  private final List<Sighting> sightings = new ArrayList<>();
  private final Map<String, Sighting> latest = new HashMap<>();

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

  /** Keeps a document; one that says nothing new is not kept twice. */
  void see(Sighting sighting) {
    Sighting before = latest.put(sighting.channel(), sighting);
    if (before == null || !before.leaves().equals(sighting.leaves())) {
      sightings.add(sighting);
    }
  }

  /** What each channel shows at this moment, whole. */
  Map<String, Map<String, Object>> view() {
    Map<String, Map<String, Object>> view = new LinkedHashMap<>();
    latest.forEach((channel, sighting) -> view.put(channel, sighting.leaves()));
    return view;
  }

  int states() {
    return sightings.size();
  }

  /**
   * @param k the fewest sheets that a number, or the difference of two, may rest on
   */
  Loot attack(int k) {
    List<RecoveredSheet> sheets = new ArrayList<>();
    TreeSet<String> small = new TreeSet<>();
    for (int late = 0; late < sightings.size(); late++) {
      Sighting later = sightings.get(late);
      alone(k, later, small);
      for (int early = 0; early < late; early++) {
        Sighting earlier = sightings.get(early);
        people(k, earlier, later, small);
        counts(k, earlier, later, small);
        ofNobody(earlier, later, small);
        movedByNobody(earlier, later, small);
        sheet(earlier, later, sheets);
      }
    }
    return new Loot(sheets, List.copyOf(small));
  }

  /** What one document gives away by itself; whoever does not know an answer stays in the group. */
  private static void alone(int k, Sighting seen, TreeSet<String> small) {
    seen.unknown().forEach(number -> small.add("nobody says what this is about: " + number));
    if (seen.people().isEmpty()) {
      seen.ofPeople().keySet().stream()
          .map(name -> seen.channel() + " does not say how many people are behind " + name)
          .forEach(small::add);
    }
    seen.people()
        .forEach(
            (name, people) -> {
              long fewest = name.endsWith("n") ? k : Math.max(3, k - 1);
              if (people >= 1 && people < fewest) {
                small.add(seen.channel() + ": " + name + " is " + people);
              }
            });
    seen.counts()
        .forEach(
            (name, counts) -> {
              long people = counts.stream().mapToLong(Long::longValue).sum();
              if (people >= 1 && people < Math.max(3, k - 1)) {
                small.add(seen.channel() + ": " + name + " of " + people + " people");
              }
            });
  }

  private static void people(int k, Sighting earlier, Sighting later, TreeSet<String> small) {
    later
        .people()
        .forEach(
            (name, people) -> {
              Long before = earlier.people().get(name);
              if (before != null && smaller(people - before, k)) {
                small.add(between(earlier, later) + name + " from " + before + " to " + people);
              }
            });
  }

  /** Each person adds one at least, so that a small sum is a small group. */
  private static void counts(int k, Sighting earlier, Sighting later, TreeSet<String> small) {
    later
        .counts()
        .forEach(
            (name, counts) -> {
              List<Long> added = minus(counts, earlier.counts().get(name));
              if (added != null && smaller(added.stream().mapToLong(Math::abs).sum(), k)) {
                small.add(between(earlier, later) + name + " added " + added);
              }
            });
  }

  /** Numbers about the same people, or means of the same counts, that differ all the same. */
  private static void ofNobody(Sighting earlier, Sighting later, TreeSet<String> small) {
    Map<String, Object> numbers = new LinkedHashMap<>(later.ofPeople());
    numbers.putAll(later.counts());
    numbers.forEach(
        (name, number) -> {
          Object before = earlier.counts().getOrDefault(name, null);
          before = before == null ? earlier.ofPeople().get(name) : before;
          if (before != null && !before.equals(number) && sameGroup(name, earlier, later)) {
            small.add(between(earlier, later) + name + " moved by nobody");
          }
        });
  }

  private static boolean sameGroup(String name, Sighting earlier, Sighting later) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    String beside = name.substring(0, name.length() - last.length());
    // how many did not know grows with the sheets, not with the people who did
    boolean sameSheets = !last.equals("dontKnow") || Objects.equals(earlier.n(), later.n());
    String counted = beside + MEANS.getOrDefault(last, "distribution");
    List<Long> before = earlier.counts().get(counted);
    if (before != null && later.counts().containsKey(counted) && !counted.equals(name)) {
      boolean ofThese = MEANS.containsKey(last) || last.equals("dontKnow");
      return ofThese && sameSheets && before.equals(later.counts().get(counted));
    }
    Long people = earlier.behind(name);
    return people != null && sameSheets && people.equals(later.behind(name));
  }

  /**
   * A report about the same sheets, of a round with the same turnout, says the same. A live one has
   * no verdict yet, and while a round is open again its comments wait: those are told apart.
   */
  private static void movedByNobody(Sighting earlier, Sighting later, TreeSet<String> small) {
    boolean same =
        earlier.channel().equals(later.channel())
            && later.n() != null
            && earlier.people().equals(later.people())
            && earlier.turnout().equals(later.turnout())
            && Objects.equals(earlier.leaves().get("live"), later.leaves().get("live"))
            && isOpen(earlier) == isOpen(later);
    if (!same) {
      return;
    }
    later
        .leaves()
        .forEach(
            (path, leaf) -> {
              if (!leaf.equals(earlier.leaves().get(path))
                  && DATES.stream().noneMatch(path::endsWith)) {
                small.add(
                    "%s%s moved while nobody came in, from %s to %s"
                        .formatted(
                            between(earlier, later), path, earlier.leaves().get(path), leaf));
              }
            });
  }

  private static boolean isOpen(Sighting report) {
    return "null".equals(report.leaves().get("round/closedOn"));
  }

  private static void sheet(Sighting earlier, Sighting later, List<RecoveredSheet> sheets) {
    boolean one = later.n() != null && earlier.n() != null && later.n() - earlier.n() == 1;
    if (!one || later.counts().isEmpty()) {
      return;
    }
    Map<String, List<Long>> added = new LinkedHashMap<>();
    later
        .counts()
        .forEach(
            (name, counts) -> {
              List<Long> more = minus(counts, earlier.counts().get(name));
              if (more != null) {
                added.put(name, more);
              }
            });
    sheets.add(new RecoveredSheet(earlier.n().intValue(), added));
  }

  private static List<Long> minus(List<Long> counts, List<Long> earlier) {
    if (earlier == null || earlier.size() != counts.size()) {
      return null;
    }
    List<Long> added = new ArrayList<>();
    for (int place = 0; place < counts.size(); place++) {
      added.add(counts.get(place) - earlier.get(place));
    }
    return added;
  }

  private static boolean smaller(long people, int k) {
    return people != 0 && Math.abs(people) < k;
  }

  private static String between(Sighting earlier, Sighting later) {
    return earlier.channel() + " and " + later.channel() + ": ";
  }
}
