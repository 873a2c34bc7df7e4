package dev.rolewise.assessment.scoring.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Items that are scored together.
 *
 * @param id name of the scale
 * @param items one or more, each once
 * @param minAnswered a respondent who answered fewer of the items has no score; 1..number of items
 */
public record Scale(String id, List<Item> items, int minAnswered) {

  /** An item; an answer x to a reversed one counts as lowest + highest - x. */
  public record Item(String id, boolean reversed) {}

  public Scale {
    items = List.copyOf(items);
    Set<String> ids = new HashSet<>();
    for (Item item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException("item twice in scale " + id + ": " + item.id());
      }
    }
    if (items.isEmpty() || minAnswered < 1 || minAnswered > items.size()) {
      throw new IllegalArgumentException("minAnswered of scale " + id + " must be 1..items");
    }
  }

  /** The rule when none is given: half of the items, rounded up. */
  public static int halfOf(int items) {
    return (items + 1) / 2;
  }
}
