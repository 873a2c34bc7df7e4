package dev.rolewise.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.content.search.Snippet.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
  private static final String PASSAGE = "Keeps the plan, and plans again.";

  @Test
  void hitsAreSegmentsOfTheirOwn() {
    assertEquals(
        List.of(
            new Segment("Keeps the ", false),
            new Segment("plan", true),
            new Segment(", and ", false),
            new Segment("plans", true),
            new Segment(" again.", false)),
        segments("Keeps the \u0002plan\u0003, and \u0002plans\u0003 again."));
  }

  @Test
  void saysWhereThePassageGoesOn() {
    assertEquals(
        List.of(new Segment("… the ", false), new Segment("plan", true), new Segment(" …", false)),
        segments("the \u0002plan\u0003"));
    assertEquals(
        List.of(new Segment("Keeps", true), new Segment(" the …", false)),
        segments("\u0002Keeps\u0003 the"));
  }

  @Test
  void withoutAHitItIsOneSegment() {
    assertEquals(List.of(new Segment(PASSAGE, false)), segments(PASSAGE));
    assertEquals(List.of(), Snippet.of("", "").segments());
  }

  @Test
  void hitsSideBySideAreOne() {
    assertEquals(
        List.of(new Segment("twoweekly", true)),
        Snippet.of("\u0002two\u0003\u0002weekly\u0003", "twoweekly").segments());
  }

  private static List<Segment> segments(String marked) {
    return Snippet.of(marked, PASSAGE).segments();
  }
}
