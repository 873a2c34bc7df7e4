package dev.rolewise.content.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text. */
public final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}\\p{M}]*");

  /** What is left of a word behind its apostrophe: risico's, customer's. It is no word itself. */
  private static final Pattern ENDING =
      Pattern.compile("(?<=[\\p{L}\\p{M}])['’]\\p{L}(?![\\p{L}\\p{Nd}\\p{M}])");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final int SHORTEST_MEANT = 3;
  private static final int LONGEST_MEANT = 40;

  private Words() {}

  /**
   * The different words of a text in lower case, in their order. Whatever else stands there parts
   * words and means nothing: quotes, operators, emoji.
   */
  public static List<String> of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String whole = ENDING.matcher(composed).replaceAll("");
    return new ArrayList<>(
        new LinkedHashSet<>(WORD.matcher(whole).results().map(MatchResult::group).toList()));
  }

  /** Those words of a text that somebody may have meant who typed another one. */
  static Set<String> meant(String text) {
    Set<String> words = new LinkedHashSet<>(of(text));
    words.removeIf(word -> word.length() < SHORTEST_MEANT || word.length() > LONGEST_MEANT);
    return words;
  }

  /** The word without accents. */
  public static String plain(String word) {
    return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
  }
}
