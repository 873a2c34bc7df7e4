package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that rules and dashboards ask Prometheus for, and the labels their words mention.
 *
 * @param asked by where it stands; the labels mentioned there are among the grouped ones
 * @param recorded names that rules make themselves
 */
record WatchedExpressions(Map<String, Expression> asked, Set<String> recorded) {

  private static final Pattern NAMED = Pattern.compile("\\$labels\\.(\\w+)|\\{\\{\\s*(\\w+)\\s*}}");

  static WatchedExpressions read() throws IOException {
    PrometheusRules rules = PrometheusRules.read();
    Map<String, Expression> asked = new TreeMap<>();
    for (Map<String, Object> rule : rules.rules()) {
      String name = String.valueOf(rule.getOrDefault("alert", rule.get("record")));
      asked.put(name, with(rule.get("expr").toString(), String.valueOf(rule.get("annotations"))));
    }
    try (Stream<Path> files = Files.list(PrometheusRules.HOME.resolve("dashboards"))) {
      for (Path file : files.sorted().toList()) {
        dashboard(new JsonObject(Files.readString(file)), asked);
      }
    }
    Set<String> recorded =
        rules.rules().stream()
            .filter(rule -> rule.containsKey("record"))
            .map(rule -> rule.get("record").toString())
            .collect(Collectors.toSet());
    return new WatchedExpressions(asked, recorded);
  }

  private static void dashboard(JsonObject dashboard, Map<String, Expression> asked) {
    JsonArray panels = dashboard.getJsonArray("panels");
    for (int at = 0; at < panels.size(); at++) {
      JsonObject panel = panels.getJsonObject(at);
      JsonArray targets = panel.getJsonArray("targets", new JsonArray());
      for (int number = 0; number < targets.size(); number++) {
        JsonObject target = targets.getJsonObject(number);
        String place = dashboard.getString("title") + " / " + panel.getString("title");
        String source = target.getJsonObject("datasource").getString("uid");
        if (!"${datasource}".equals(source)) {
          throw new AssertionError(place + " asks the source " + source + ", which others lack");
        }
        asked.put(
            place + " / " + target.getString("refId"),
            with(target.getString("expr"), target.getString("legendFormat")));
      }
    }
  }

  private static Expression with(String promql, String words) {
    Expression expression = Expression.of(promql);
    Set<String> labels = new TreeSet<>(expression.grouped());
    Matcher named = NAMED.matcher(words);
    while (named.find()) {
      labels.add(named.group(1) == null ? named.group(2) : named.group(1));
    }
    return new Expression(expression.metrics(), labels);
  }
}
