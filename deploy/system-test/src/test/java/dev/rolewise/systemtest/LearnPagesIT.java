package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a search engine finds: it follows links, reads no scripts, and believes the site map. */
@ExtendWith(SharedSuite.class)
class LearnPagesIT {
  private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/(?:nl|en)/[^\"#]*)");
  private static final Pattern CANONICAL = Pattern.compile("rel=\"canonical\" href=\"([^\"]+)\"");
  private static final Pattern TWIN =
      Pattern.compile("rel=\"alternate\" href=\"([^\"]+)\" hreflang=\"([a-z-]+)\"");
  private static final Pattern TITLE = Pattern.compile("<title>(.+?)</title>");
  private static final Pattern DESCRIPTION =
      Pattern.compile("<meta name=\"description\" content=\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("<loc>([^<]+)</loc>");

  private final Api api;
  private final Map<String, String> read = new HashMap<>();

  LearnPagesIT(RunningSuite suite) {
    this.api = suite.api();
  }

  @Test
  void theSiteMapNamesEveryPageThatCanBeFoundAndNoOther() {
    Set<String> named = new TreeSet<>(all(PLACE, api.get("/sitemap.xml").expect(200).body()));
    Set<String> found = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(List.of("/nl/", "/en/"));
    // nobody has to link to what the map names: it is looked at like the rest
    named.forEach(address -> next.add(below(address)));
    while (!next.isEmpty()) {
      String path = next.remove();
      if (seen.add(path)) {
        String page = page(path);
        found.addAll(all(CANONICAL, page));
        next.addAll(all(LINK, page));
      }
    }
    assertEquals(named, found);
    assertTrue(named.size() > 200, named.size() + " pages");
  }

  @Test
  void everyPageAndItsTwinNameEachOtherAndHaveATitleOfTheirOwn() {
    List<String> named = all(PLACE, api.get("/sitemap.xml").expect(200).body());
    Set<String> descriptions = new TreeSet<>();
    for (String address : named) {
      String page = page(below(address));
      assertEquals(List.of(address), all(CANONICAL, page));
      List<String> twins = all(TWIN, page);
      assertEquals(3, twins.size(), address);
      assertTrue(twins.contains(address), address);
      for (String twin : twins) {
        assertEquals(twins, all(TWIN, page(below(twin))), twin);
      }
      assertEquals(1, all(TITLE, page).size(), address);
      assertTrue(
          descriptions.add(all(DESCRIPTION, page) + " " + all(TITLE, page)),
          address + " says of itself what another page says");
    }
  }

  /** Each is asked for once: there are hundreds, and each names the others. */
  private String page(String path) {
    return read.computeIfAbsent(path, asked -> api.get(asked).expect(200).body());
  }

  private String below(String address) {
    String path = address.replaceFirst("https?://[^/]+", "");
    assertTrue(path.matches("/(nl|en)/.*"), address);
    return path;
  }

  private static List<String> all(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(LearnPagesIT::address).toList();
  }

  private static String address(MatchResult found) {
    return found.group(1).replace("&amp;", "&");
  }
}
