package dev.rolewise.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
  private static final List<String> FAULTS =
      List.of(
          "missing",
          "unknown",
          "wrong-type",
          "out-of-range",
          "too-long",
          "too-short",
          "duplicate",
          "not-allowed",
          "malformed",
          "other");

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void everyCodeHasItsWordsAndNothingIsLeftOver(String language) {
    Stream<String> codes =
        Arrays.stream(ProblemCode.values())
            .flatMap(it -> Stream.of(it.code() + ".title", it.code() + ".detail"));
    Set<String> wanted =
        Stream.concat(codes, FAULTS.stream().map("fault."::concat))
            .collect(Collectors.toCollection(TreeSet::new));
    JsonObject texts = ProblemTexts.read(language).all();
    assertEquals(wanted, new TreeSet<>(texts.fieldNames()));
    texts.forEach(
        text -> assertFalse(text.getValue().toString().isBlank(), language + " " + text.getKey()));
  }

  @Test
  void placeholdersAreTheSameInBothLanguages() {
    JsonObject english = ProblemTexts.read("en").all();
    JsonObject dutch = ProblemTexts.read("nl").all();
    for (String key : english.fieldNames()) {
      assertEquals(
          placeholders(english.getString(key)), placeholders(dutch.getString(key)), "in " + key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nl",
        "nl-BE,nl;q=0.9,en;q=0.8",
        "fr, nl;q=0.5, en;q=0.1",
        "en;q=0, NL",
        "de;q=1, nl;q=0.001"
      })
  void dutchIsChosenWhereItIsPreferred(String header) {
    assertEquals("nl", PreferredLanguage.of(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fr", "*", "nl;q=0", "en,nl", "nl;q=high", ";;,,;q", "nl;q=0.5,en"})
  void englishIsTheRest(String header) {
    assertEquals("en", PreferredLanguage.of(header));
  }

  @Test
  void whatIsWishedForIsReadInTheOrderOfItsWeights() {
    assertEquals(
        List.of("fr", "nl", "en"),
        PreferredLanguage.wishes("en;q=0.2, nl-BE;q=0.5, fr-CA, fr;q=0.1, *;q=0.9, de;q=0, <b>"));
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(it -> it.group()).sorted().toList();
  }
}
