package dev.rolewise.gateway.page;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of all pages in one language: those of the front end's own screens, so that nobody sees
 * a page change its tune when the front end takes it over, and a few that only these pages need.
 */
final class PageWords {
  /** The languages that there are words in; the first is for whoever asks for none of them. */
  static final List<String> LANGUAGES = List.of("en", "nl");

  private static final List<String> FILES =
      List.of("/texts/%s/core.json", "/texts/%s/learn.json", "/pages/%s.json");

  /** Words of a report have names of their own: some say more briefly what the library says. */
  private static final String REPORT = "report.";

  private static final String REPORT_FILE = "/texts/%s/report.json";
  private static final Map<String, String> LOCALES = Map.of("en", "en_GB", "nl", "nl_NL");
  private static final Map<String, String> NAMES = Map.of("en", "English", "nl", "Nederlands");

  private final String language;
  private final JsonObject texts;

  private PageWords(String language, JsonObject texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The words of every language. Blocks for as long as reading a few files takes. */
  static Map<String, PageWords> all() {
    return LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(code -> code, PageWords::read));
  }

  private static PageWords read(String language) {
    JsonObject texts = new JsonObject();
    FILES.forEach(file -> texts.mergeIn(SharedFile.read(file.formatted(language))));
    SharedFile.read(REPORT_FILE.formatted(language))
        .forEach(text -> texts.put(REPORT + text.getKey(), text.getValue()));
    return new PageWords(language, texts);
  }

  String language() {
    return language;
  }

  /** As programs that show a preview want it: {@code nl_NL}. */
  String locale() {
    return LOCALES.get(language);
  }

  /** What a language calls itself. */
  static String nameOf(String language) {
    return NAMES.get(language);
  }

  /** The address of a page of the library in this language. */
  String at(String path) {
    return "/" + language + path;
  }

  /** "a, b and c". */
  String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + say("list.and") + parts.get(last);
  }

  boolean knows(String key) {
    return texts.containsKey(key);
  }

  String say(String key) {
    Object text = texts.getValue(key);
    if (text instanceof String sentence) {
      return sentence;
    }
    throw new IllegalArgumentException("no words for " + key + " in " + language);
  }

  /** A sentence with its blanks filled in; what was filled in is not looked at again. */
  String say(String key, Map<String, ?> blanks) {
    String sentence = text(key, blanks.get("n"));
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      int close = sentence.indexOf('}', open);
      Object value = close < 0 ? null : blanks.get(sentence.substring(open + 1, close));
      int next = value == null ? open + 1 : close + 1;
      filled.append(sentence, from, value == null ? next : open);
      if (value != null) {
        filled.append(value);
      }
      from = next;
    }
    return filled.append(sentence, from, sentence.length()).toString();
  }

  /** A text that has forms for one and for several takes that of {@code n}. */
  private String text(String key, Object n) {
    return texts.getValue(key) instanceof JsonObject forms
        ? forms.getString(Integer.valueOf(1).equals(n) ? "one" : "other")
        : say(key);
  }
}
