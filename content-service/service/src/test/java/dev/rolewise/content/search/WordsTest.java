package dev.rolewise.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void whateverIsNoLetterAndNoDigitOnlyPartsWords() {
    assertEquals(
        List.of("who", "keeps", "the", "road", "map"),
        Words.of("  \"Who keeps\" & (the | !road:*) <-> 'map' \uD83D\uDE80 who\\"));
    assertEquals(List.of(), Words.of("\uD83D\uDE80 !!! \u0000 -- ½"));
    assertEquals(List.of("sprint", "2", "coördinatie"), Words.of("Sprint 2: COÖRDINATIE"));
  }

  @Test
  void aDecomposedAccentIsTheSameLetter() {
    assertEquals(List.of("één"), Words.of("e\u0301e\u0301n"));
    assertEquals("een", Words.plain("één"));
    assertEquals("coordinatie", Words.plain("coördinatie"));
  }

  @Test
  void whatStandsBehindAnApostropheIsNoWordUnlessItIsOne() {
    assertEquals(
        List.of("risico", "customer", "agenda", "l", "équipe", "s"),
        Words.of("risico's customer’s agenda's l'équipe 's"));
  }

  @Test
  void nobodyMeansAWordOfTwoLettersOrOfAPage() {
    assertEquals(Set.of("the", "plan"), Words.meant("an of the plan " + "a".repeat(41)));
  }
}
