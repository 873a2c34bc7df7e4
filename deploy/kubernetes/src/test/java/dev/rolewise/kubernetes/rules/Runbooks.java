package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Whoever is woken by an alert can open its page with one click. */
final class Runbooks implements Rule {

  @Override
  public List<Finding> judge(Rendered rendered) {
    return rendered.all("PrometheusRule").flatMap(Runbooks::findings).toList();
  }

  private static Stream<Finding> findings(Resource rules) {
    return rules.at("spec").items("groups").stream()
        .flatMap(group -> group.items("rules").stream())
        .filter(rule -> rule.at("alert").isThere())
        .filter(alert -> !isAddress(alert))
        .map(
            alert ->
                rules.finding(
                    "runbook",
                    alert.at("alert").text()
                        + " has no address of its page: "
                        + alert.at("annotations", "runbook_url").text()));
  }

  private static boolean isAddress(Node alert) {
    return alert
        .at("annotations", "runbook_url")
        .text()
        .matches("https://[\\w.-]+(:\\d+)?(/[\\w.~%-]+)*/" + alert.at("alert").text() + "\\.md");
  }
}
