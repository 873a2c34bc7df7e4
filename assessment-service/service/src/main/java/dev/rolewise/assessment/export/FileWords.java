package dev.rolewise.assessment.export;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words around the figures of a report, per language. */
public final class FileWords {
  /** The languages there are such words in. */
  static final List<String> LANGUAGES = List.of("en", "nl");

  private static final String FALLBACK = "en";
  private static final Map<String, FileWords> ALL = new TreeMap<>();

  static {
    LANGUAGES.forEach(language -> ALL.put(language, new FileWords(language, read(language))));
  }

  /**
   * What a figure is.
   *
   * @param label a word or two
   * @param sentence what it tells
   */
  record Meaning(String label, String sentence) {}

  private final String language;
  private final JsonObject words;

  private FileWords(String language, JsonObject words) {
    this.language = language;
    this.words = words;
  }

  /**
   * The words in a language, else in English.
   *
   * @param language as a report names it
   * @return the words
   */
  public static FileWords in(String language) {
    return ALL.getOrDefault(language == null ? FALLBACK : language, ALL.get(FALLBACK));
  }

  /**
   * The language of these words.
   *
   * @return a language tag
   */
  public String language() {
    return language;
  }

  /**
   * A sentence on paper.
   *
   * @param key which
   * @param values names and values of what stands in it; that of {@code n} decides the number
   * @return the sentence
   */
  public String say(String key, Object... values) {
    Object found = words.getJsonObject("paper").getValue(key);
    boolean one = false;
    for (int i = 0; i < values.length; i += 2) {
      one |= values[i].equals("n") && values[i + 1].equals(1);
    }
    String sentence =
        found instanceof JsonObject numbers
            ? numbers.getString(one ? "one" : "other")
            : String.valueOf(found);
    for (int i = 0; i < values.length; i += 2) {
      sentence = sentence.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
    }
    return sentence;
  }

  /** The title of a part. */
  String table(String id) {
    return words.getJsonObject("tables").getString(id);
  }

  /** The head of a column that is about other columns. */
  String codeBook(String column) {
    return words.getJsonObject("codebook").getString(column);
  }

  /**
   * What a field of a part is. Fields that differ in a number alone share their words, and so do
   * the numbers that only some reasons have.
   */
  Meaning meaning(String table, String field) {
    JsonObject fields = words.getJsonObject("fields");
    JsonArray own = fields.getJsonArray(table + "." + field, fields.getJsonArray(field));
    if (own != null) {
      return new Meaning(own.getString(0), own.getString(1));
    }
    int dot = field.indexOf('.');
    JsonArray shared = dot < 0 ? null : fields.getJsonArray(field.substring(0, dot));
    return shared == null
        ? new Meaning(field, fields.getJsonArray("because.number").getString(1))
        : new Meaning(shared.getString(0) + " " + field.substring(dot + 1), shared.getString(1));
  }

  private static JsonObject read(String language) {
    String name = "words." + language + ".json";
    try (InputStream in = FileWords.class.getResourceAsStream(name)) {
      return new JsonObject(Buffer.buffer(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new IllegalStateException(name + " cannot be read", unreadable);
    }
  }
}
