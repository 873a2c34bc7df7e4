package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every policy says who, and on which ports, in numbers; whom it lets in finds such a port. */
final class Policies implements Rule {

  private static final String RULE = "network-policy";
  private static final Map<String, String> DIRECTIONS = Map.of("ingress", "from", "egress", "to");

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    rendered.all("NetworkPolicy").forEach(policy -> judge(findings, rendered, policy));
    return findings;
  }

  private static void judge(List<Finding> findings, Rendered rendered, Resource policy) {
    Node spec = policy.at("spec");
    Set<String> types =
        spec.items("policyTypes").stream()
            .map(type -> type.text().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    DIRECTIONS.forEach(
        (direction, peers) -> {
          if (!spec.items(direction).isEmpty() && !types.contains(direction)) {
            findings.add(policy.finding(RULE, "has rules of a type it does not name"));
          }
          for (Node rule : spec.items(direction)) {
            boolean named =
                !rule.items(peers).isEmpty()
                    && !rule.items("ports").isEmpty()
                    && rule.items("ports").stream()
                        .allMatch(
                            port ->
                                port.at("port").whole().isPresent()
                                    && port.at("protocol").isThere());
            if (!named) {
              findings.add(policy.finding(RULE, "does not say who, and on which ports"));
            }
          }
        });
    for (Node rule : spec.items("ingress")) {
      for (Node port : rule.items("ports")) {
        Labels.workloads(rendered, spec.at("podSelector"))
            .filter(workload -> !listens(workload, port.at("port")))
            .forEach(
                workload ->
                    findings.add(
                        policy.finding(
                            RULE, "opens a port that " + workload.id() + " does not have")));
      }
    }
  }

  private static boolean listens(Resource workload, Node number) {
    return workload.containers().stream()
        .flatMap(container -> container.items("ports").stream())
        .anyMatch(port -> port.at("containerPort").equals(number));
  }
}
