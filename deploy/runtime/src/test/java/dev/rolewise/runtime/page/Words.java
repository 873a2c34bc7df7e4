package dev.rolewise.runtime.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words behind the name of a program.
 *
 * @param plain those that are no option
 * @param options with their values, in the order given; the same one twice is joined by a comma
 */
public record Words(List<String> plain, Map<String, String> options) {

  /**
   * @param withValue options that take the next word for their value
   */
  public static Words of(List<String> arguments, Set<String> withValue) {
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (int index = 0; index < arguments.size(); index++) {
      String word = arguments.get(index);
      if (!word.startsWith("-") || word.equals("-")) {
        plain.add(word);
      } else if (withValue.contains(word)) {
        String value = index + 1 < arguments.size() ? arguments.get(++index) : "";
        options.merge(word, value, (one, other) -> one + "," + other);
      } else {
        String[] parts = word.split("=", 2);
        options.merge(
            parts[0], parts.length > 1 ? parts[1] : "", (one, other) -> one + "," + other);
      }
    }
    return new Words(List.copyOf(plain), options);
  }

  /** What the program is to do. */
  public String first() {
    return word(0);
  }

  /** One of the plain words; empty where there is none. */
  public String word(int index) {
    return index < plain.size() ? plain.get(index) : "";
  }

  /** The first option that is not among those. */
  public String otherThan(Set<String> known) {
    return options.keySet().stream().filter(it -> !known.contains(it)).findFirst().orElse("");
  }
}
