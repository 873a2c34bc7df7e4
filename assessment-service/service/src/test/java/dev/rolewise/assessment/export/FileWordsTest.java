package dev.rolewise.assessment.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files say the same in every language, and use the right number. */
class FileWordsTest {
  private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

  @Test
  void everyLanguageHasTheSameWordsWithTheSameBlanks() throws IOException {
    Map<String, String> english = blanks("en");
    assertTrue(english.size() > 150, "words: " + english.size());
    for (String language : FileWords.LANGUAGES) {
      assertEquals(english, blanks(language), language);
    }
  }

  @Test
  void monthsAreThoseOfTheLanguage() {
    for (String language : FileWords.LANGUAGES) {
      for (Month month : Month.values()) {
        assertEquals(
            month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language)),
            FileWords.in(language).say("month." + month.getValue()));
      }
    }
  }

  @Test
  void oneIsNotMany() {
    FileWords words = FileWords.in("nl");
    assertEquals("1 ziet niemand", words.say("own.nobody", "n", 1));
    assertEquals("3 zien niemand", words.say("own.nobody", "n", 3));
    assertEquals("1 van de 8 mensen heeft geantwoord", words.say("answered", "n", 1, "size", 8));
    assertEquals("2 van de 8 mensen hebben geantwoord", words.say("answered", "n", 2, "size", 8));
    assertEquals("Page 1 of 4", FileWords.in("de").say("page", "n", 1, "all", 4));
  }

  private static Map<String, String> blanks(String language) throws IOException {
    try (InputStream in = FileWords.class.getResourceAsStream("words." + language + ".json")) {
      Map<String, String> blanks = new TreeMap<>();
      collect("", new JsonObject(Buffer.buffer(in.readAllBytes())), blanks);
      return blanks;
    }
  }

  private static void collect(String path, Object value, Map<String, String> blanks) {
    if (value instanceof JsonObject object) {
      object.fieldNames().forEach(it -> collect(path + "/" + it, object.getValue(it), blanks));
    } else if (value instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        collect(path + "/" + i, list.getValue(i), blanks);
      }
    } else {
      blanks.put(
          path,
          String.join(
              " ",
              BLANK.matcher(value.toString()).results().map(MatchResult::group).sorted().toList()));
    }
  }
}
