package dev.rolewise.content.search;

import java.util.List;

/**
 * A word of a query as the pack knows it.
 *
 * @param word as it was asked for
 * @param found whether something has it as it is, or a form of it
 * @param instead when nothing has it: words that may have been meant
 */
public record QueryWord(String word, boolean found, List<String> instead) {
  /** Keeps its own copy. */
  public QueryWord {
    instead = List.copyOf(instead);
  }

  /**
   * What to look for, as PostgreSQL writes it.
   *
   * @param unfinished whether more letters may follow
   * @return empty when there is nothing to look for
   */
  String term(boolean unfinished) {
    if (found) {
      return unfinished ? beginning(word) : word;
    }
    return instead.isEmpty() ? "" : "(" + String.join(" | ", instead) + ")";
  }

  /** Whatever begins with a word; one or two letters begin nearly everything. */
  public static String beginning(String word) {
    return word.length() < 3 ? word : "(" + word + " | " + word + ":*)";
  }
}
