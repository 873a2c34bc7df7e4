package dev.rolewise.gateway.markup;

import static dev.rolewise.gateway.markup.Element.el;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  @Test
  void wordsMeanThemselvesBetweenTagsAndInAttributes() {
    String words = "<b title=\"x\">'&amp;'\u0007\r";
    assertEquals(
        "<p title=\"&lt;b title=&quot;x&quot;&gt;&#39;&amp;amp;&#39;\uFFFD&#10;\">"
            + "&lt;b title=&quot;x&quot;&gt;&#39;&amp;amp;&#39;\uFFFD&#10;</p>",
        written(el("p").attr("title", words).text(words)));
  }

  @Test
  void halvesOfAPairAreReplacedAndPairsAreKept() {
    assertEquals(
        "a\uFFFD\uFFFDb\uD83D\uDE80",
        written(
            Text.of("a\uD83D\uDE80b\uD83D\uDE80".replaceFirst("\uD83D\uDE80", "\uDE80\uD83D"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/",
        "/\\evil.example/",
        "https:evil",
        "ftp://example.org/",
        "mailto:a@b.example",
        "roles",
        ""
      })
  void addressesThatAreNeitherAPathNorOnTheWebLeadNowhere(String address) {
    assertEquals("<a>x</a>", written(el("a").href(address).text("x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nl/roles?a=b#c", "#main", "https://example.org/a", "http://example.org/"})
  void othersLeadThere(String address) {
    assertEquals("<a href=\"" + address + "\">x</a>", written(el("a").href(address).text("x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "style", "srcdoc", "formaction", "A", "a b", "a=\"", ""})
  void whatWouldRunSomethingIsNoAttribute(String name) {
    assertThrows(IllegalArgumentException.class, () -> el("p").attr(name, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"style", "iframe", "object", "base", "p class", "P", "<p", ""})
  void whatWouldRunSomethingIsNoElement(String name) {
    assertThrows(IllegalArgumentException.class, () -> el(name));
  }

  @Test
  void nothingStandsInAScriptOrAVoidElement() {
    assertThrows(IllegalStateException.class, () -> el("script").text("alert(1)"));
    assertThrows(IllegalStateException.class, () -> el("br").text("x"));
    assertEquals("<br/>", written(el("br")));
  }

  private static String written(Node node) {
    StringBuilder page = new StringBuilder();
    node.writeTo(page);
    return page.toString();
  }
}
