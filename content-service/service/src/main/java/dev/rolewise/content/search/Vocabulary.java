package dev.rolewise.content.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that occur in some entries.
 *
 * @param words in lower case
 */
public record Vocabulary(Set<String> words) {
  /** The vocabulary of these entries. */
  public static Vocabulary of(Collection<SearchEntry> entries) {
    Set<String> words = new LinkedHashSet<>();
    for (SearchEntry entry : entries) {
      words.addAll(Words.meant(entry.title()));
      entry.passages().forEach(passage -> words.addAll(Words.meant(passage)));
    }
    return new Vocabulary(words);
  }

  /** The same words without accents, in the same order. */
  public List<String> plain() {
    return words.stream().map(Words::plain).toList();
  }
}
