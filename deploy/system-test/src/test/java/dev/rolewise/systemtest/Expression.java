package dev.rolewise.systemtest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PromQL expression asks for.
 *
 * @param metrics each with the labels it is selected by
 * @param grouped labels that the result is grouped by
 */
record Expression(Map<String, Set<String>> metrics, Set<String> grouped) {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern GROUP =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTOR =
      Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)})?(?!\\s*\\()(?![\\w:])");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf");

  static Expression of(String promql) {
    String plain = RANGE.matcher(TEXT.matcher(promql).replaceAll("")).replaceAll("");
    Set<String> grouped = new TreeSet<>();
    Matcher group = GROUP.matcher(plain);
    while (group.find()) {
      grouped.addAll(Set.of(group.group(1).replace(" ", "").split(",")));
    }
    Map<String, Set<String>> metrics = new HashMap<>();
    Matcher selector = SELECTOR.matcher(GROUP.matcher(plain).replaceAll(""));
    while (selector.find()) {
      if (!WORDS.contains(selector.group(1))) {
        Set<String> labels = metrics.computeIfAbsent(selector.group(1), name -> new TreeSet<>());
        Matcher matcher = MATCHER.matcher(selector.group(2) == null ? "" : selector.group(2));
        while (matcher.find()) {
          labels.add(matcher.group(1));
        }
      }
    }
    return new Expression(metrics, grouped);
  }
}
