package dev.rolewise.systemtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One document as it could be fetched at some moment, its numbers sorted by what they are about. A
 * figure has the same name in whatever document it stands: {@code P1/coverage} in the report, in
 * the bundle, and in anybody else's copy of either.
 *
 * @param channel who fetched what
 * @param leaves the whole document
 * @param counts per figure the counts that add up over people
 * @param people per figure the people behind it
 * @param ofPeople numbers about the people of a figure, by name
 * @param turnout what is told about sheets that came in
 * @param unknown numbers of which nobody has said what they are about
 */
record Sighting(
    String channel,
    SortedMap<String, Object> leaves,
    Map<String, List<Long>> counts,
    Map<String, Long> people,
    Map<String, Object> ofPeople,
    Map<String, Object> turnout,
    List<String> unknown) {

  static Sighting of(String channel, SortedMap<String, Object> leaves) {
    Sighting sighting =
        new Sighting(
            channel,
            leaves,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new TreeMap<>(),
            new ArrayList<>());
    leaves.forEach(
        (path, leaf) -> {
          if (leaf instanceof Number || leaf instanceof List) {
            sighting.sort(path, leaf);
          }
        });
    return sighting;
  }

  private void sort(String path, Object leaf) {
    switch (LeafKind.of(path)) {
      case COUNTS -> counts.put(figure(path), longs(leaf));
      case PEOPLE -> people.put(figure(path), ((Number) leaf).longValue());
      case OF_PEOPLE -> ofPeople.put(figure(path), leaf);
      case TURNOUT -> turnout.put(path, leaf);
      case FIXED -> {}
      case UNKNOWN -> unknown.add(channel + " " + path + " " + leaf);
    }
  }

  /** Released sheets, or null where a document does not say. */
  Long n() {
    return people.get("n");
  }

  /**
   * People behind a number about people: those who stand beside it, if it says.
   *
   * @param figure name of the number
   */
  Long behind(String figure) {
    String beside = figure.substring(0, figure.lastIndexOf('/') + 1);
    for (String name : List.of("raters", "people", "voters")) {
      if (people.containsKey(beside + name)) {
        return people.get(beside + name);
      }
    }
    return null;
  }

  private static String figure(String path) {
    // members of a list of rounds are figures of their own
    int id = path.contains("items/") ? -1 : path.lastIndexOf('[');
    String name = id < 0 ? path : path.substring(id);
    return name.replaceFirst("^(report|sums)/", "").replace("]/struggle/", "]/");
  }

  private static List<Long> longs(Object leaf) {
    List<?> numbers = leaf instanceof List<?> list ? list : List.of(leaf);
    return numbers.stream().map(number -> ((Number) number).longValue()).toList();
  }
}
