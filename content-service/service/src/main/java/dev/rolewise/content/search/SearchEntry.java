package dev.rolewise.content.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a search can find, in one language.
 *
 * @param kind what it is
 * @param id of the document, or of the term
 * @param title weighs most
 * @param responsibilities what it is there for: weighs more than the rest
 * @param body everything else there is to read
 */
public record SearchEntry(
    SearchKind kind, String id, String title, List<String> responsibilities, List<String> body) {
  /** Keeps its own copies. */
  public SearchEntry {
    responsibilities = List.copyOf(responsibilities);
    body = List.copyOf(body);
  }

  /** All that is not the title, the body first: it begins with what introduces the document. */
  public List<String> passages() {
    return Stream.concat(body.stream(), responsibilities.stream()).toList();
  }
}
