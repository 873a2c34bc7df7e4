package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words out of a closed list, and quantities: the types of both libraries take any text there. */
final class Values implements Rule {

  private static final Map<String, Set<String>> WORDS =
      Map.ofEntries(
          Map.entry("imagePullPolicy", Set.of("IfNotPresent", "Always", "Never")),
          Map.entry("protocol", Set.of("TCP", "UDP")),
          Map.entry("restartPolicy", Set.of("Never", "OnFailure", "Always")),
          Map.entry("whenUnsatisfiable", Set.of("ScheduleAnyway", "DoNotSchedule")),
          Map.entry("pathType", Set.of("Prefix", "Exact", "ImplementationSpecific")),
          Map.entry("medium", Set.of("Memory")),
          Map.entry("policyTypes[]", Set.of("Ingress", "Egress")),
          Map.entry("accessModes[]", Set.of("ReadWriteOnce", "ReadWriteOncePod")),
          Map.entry("unhealthyPodEvictionPolicy", Set.of("AlwaysAllow", "IfHealthyBudget")),
          Map.entry("clusterIP", Set.of("None")),
          Map.entry("strategy.type", Set.of("RollingUpdate", "Recreate")),
          Map.entry("seccompProfile.type", Set.of("RuntimeDefault", "Localhost")),
          Map.entry("metrics[].type", Set.of("Resource")),
          Map.entry("target.type", Set.of("Utilization", "AverageValue")),
          Map.entry("policies[].type", Set.of("Pods", "Percent")),
          Map.entry("path.type", Set.of("PathPrefix", "Exact")),
          Map.entry("spec.type", Set.of("ClusterIP")));
  private static final Set<String> QUANTITIES =
      Set.of("cpu", "memory", "storage", "sizeLimit", "averageValue");
  private static final Pattern QUANTITY =
      Pattern.compile("[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    for (Resource resource : rendered.resources()) {
      resource.at().visit("", (path, node) -> check(findings, resource, path, node));
    }
    return findings;
  }

  private static void check(List<Finding> findings, Resource resource, String path, Node node) {
    if (!(node.value() instanceof String) && !(node.value() instanceof Integer)) {
      return;
    }
    WORDS.forEach(
        (place, words) -> {
          if (path.endsWith("." + place) && !words.contains(node.text())) {
            findings.add(
                resource.finding("word", path + " is " + node.text() + ", not one of " + words));
          }
        });
    String field = path.substring(path.lastIndexOf('.') + 1);
    if (QUANTITIES.contains(field) && !QUANTITY.matcher(node.text()).matches()) {
      findings.add(resource.finding("quantity", path + " is no quantity: " + node.text()));
    }
  }
}
