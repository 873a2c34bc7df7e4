package dev.rolewise.assessment.privacy;

import dev.rolewise.assessment.contract.round.Participation.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The privacy promise in words, per language. */
public final class PromiseTexts {
  /** The languages of these texts. */
  public static final List<String> LANGUAGES = List.of("en", "nl");

  private static final String FALLBACK = "en";

  private final Map<String, JsonObject> byLanguage;

  private PromiseTexts(Map<String, JsonObject> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /**
   * Reads the texts of every language.
   *
   * @return the texts
   * @throws IllegalStateException when a resource is not in the jar
   */
  public static PromiseTexts load() {
    Map<String, JsonObject> texts = new TreeMap<>();
    LANGUAGES.forEach(language -> texts.put(language, read(language)));
    return new PromiseTexts(texts);
  }

  /**
   * What is promised to the members of a round.
   *
   * @param locale language asked for, or null
   * @param k the round's fewest sheets behind any number
   * @param entry "open", "tickets" or "signed-in"
   * @param live "turnout" or "batches"
   * @return the sentences in the order of the promise
   */
  public List<Promise> forRound(String locale, int k, String entry, String live) {
    Set<String> situation = Set.of("entry-" + entry, "live-" + live);
    return sentences(language(locale), "promise").stream()
        .filter(
            promise ->
                !promise.containsKey("when") || situation.contains(promise.getString("when")))
        .map(
            promise ->
                new Promise(
                    promise.getString("code"),
                    promise.getString("text").replace("{k}", String.valueOf(k))))
        .toList();
  }

  /**
   * The language in which texts are answered.
   *
   * @param locale language asked for, or null
   * @return one there are texts in
   */
  String language(String locale) {
    return locale != null && byLanguage.containsKey(locale) ? locale : FALLBACK;
  }

  /** Sentences with their codes: "promise" or "limits". */
  List<JsonObject> sentences(String language, String part) {
    return byLanguage.get(language).getJsonArray(part).stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  /** What a table, or a column as "table.column", holds; null when nobody has said so. */
  String holds(String language, String name) {
    return byLanguage.get(language).getJsonObject("holds").getString(name);
  }

  private static JsonObject read(String language) {
    String name = "promise." + language + ".json";
    try (InputStream in = PromiseTexts.class.getResourceAsStream(name)) {
      return new JsonObject(Buffer.buffer(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new IllegalStateException(name + " cannot be read", unreadable);
    }
  }
}
