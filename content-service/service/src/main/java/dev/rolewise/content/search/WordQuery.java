package dev.rolewise.content.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What to look for.
 *
 * @param all what has every word
 * @param any what has one of them
 */
public record WordQuery(String all, String any) {
  /** Out of the words, in order; the last one may be unfinished. */
  public static WordQuery of(List<QueryWord> words) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String term = words.get(i).term(i == words.size() - 1);
      if (!term.isEmpty()) {
        terms.add(term);
      }
    }
    return new WordQuery(String.join(" & ", terms), String.join(" | ", terms));
  }

  /** Whether nothing can be found. */
  public boolean isEmpty() {
    return any.isEmpty();
  }
}
