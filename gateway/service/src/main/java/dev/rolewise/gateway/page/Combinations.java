package dev.rolewise.gateway.page;

import java.util.ArrayList;
import java.util.List;

/** Which ones can be put together, each combination once and in the order of the whole. */
final class Combinations {
  private Combinations() {}

  static List<List<String>> of(List<String> whole, int fewest, int most) {
    List<List<String>> grown = new ArrayList<>(List.of(List.of()));
    for (String next : whole) {
      for (List<String> before : List.copyOf(grown)) {
        if (before.size() < most) {
          List<String> more = new ArrayList<>(before);
          more.add(next);
          grown.add(List.copyOf(more));
        }
      }
    }
    return grown.stream().filter(one -> one.size() >= fewest).toList();
  }
}
