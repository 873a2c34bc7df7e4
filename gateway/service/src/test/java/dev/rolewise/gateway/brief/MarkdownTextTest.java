package dev.rolewise.gateway.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody types stands in a Markdown document as those words and nothing else. */
class MarkdownTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '"',
      value = {
        "Noordzij@Noordzij",
        "100% klantgericht, +5%@100% klantgericht, +5%",
        "# Team@\\# Team",
        "- Team@\\- Team",
        "+ Team@\\+ Team",
        "=====@\\=====",
        "1. Team@1\\. Team",
        "2) Team@2\\) Team",
        "> Team@\\> Team",
        "*Team* _x_@\\*Team\\* \\_x\\_",
        "`rm`@\\`rm\\`",
        "[x](javascript:y)@\\[x\\](javascript:y)",
        "![x](y)@!\\[x\\](y)",
        "<script>@\\<script\\>",
        "&lt;b&gt;@\\&lt;b\\&gt;",
        "a | b@a \\| b",
        "~~a~~@\\~\\~a\\~\\~",
        "a\\@a\\\\",
        "$x$@\\$x\\$",
        "https://evil.example@https\\://evil.example",
        "www.evil.example@www\\.evil.example"
      })
  void markupIsShownAndNotObeyed(String typed, String written) {
    assertEquals(written, MarkdownText.of(typed));
  }

  @Test
  void everythingStaysOnItsLine() {
    assertEquals(
        "one \\# two three four", MarkdownText.of(" one\n# two\r\n\tthree\u2028\u2029four\u0000 "));
    assertEquals("turned", MarkdownText.of("tur\u202Ened\u2066"));
    assertEquals("half", MarkdownText.of("ha\uD800lf"));
    assertEquals("👩‍👩‍👧 é 漢", MarkdownText.of("👩‍👩‍👧 é 漢"));
  }

  @Test
  void aReaderGetsBackWhateverWasTyped() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      int length = random.nextInt(24);
      while (typed.length() < length) {
        // mostly what Markdown looks at, and a little of everything
        int point = random.nextInt(4) < 3 ? random.nextInt(0x80) : random.nextInt(0x11000);
        typed.appendCodePoint(point);
      }
      assertReadBack(typed.toString());
    }
  }

  private static void assertReadBack(String typed) {
    String written = MarkdownText.of(typed);
    assertFalse(written.matches("(?s).*[\\n\\r\\u2028\\u2029].*"));
    // CommonMark: a backslash before ASCII punctuation stands for that character
    String read = written.replaceAll("\\\\([!-/:-@\\[-`{-~])", "$1");
    assertEquals(oneLine(typed), read);
    String rest = written.replaceAll("\\\\[!-/:-@\\[-`{-~]", "");
    assertTrue(rest.chars().noneMatch(it -> "\\`*_[]<>&~|#$".indexOf(it) >= 0), written);
    assertFalse(written.matches("(?s)([-+=]|\\d+[.)]).*"), written);
  }

  private static String oneLine(String typed) {
    StringBuilder line = new StringBuilder();
    typed
        .codePoints()
        .forEach(
            point -> {
              boolean gone =
                  point >= 0x202A && point <= 0x202E
                      || point >= 0x2066 && point <= 0x2069
                      || point >= 0xD800 && point <= 0xDFFF;
              if (!gone) {
                boolean space = Character.isISOControl(point) || Character.isSpaceChar(point);
                line.appendCodePoint(space ? ' ' : point);
              }
            });
    return line.toString().replaceAll(" +", " ").strip();
  }
}
