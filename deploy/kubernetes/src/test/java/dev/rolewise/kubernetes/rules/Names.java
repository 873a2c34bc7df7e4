package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names of objects, containers, volumes, ports and labels that a cluster takes. */
final class Names implements Rule {

  private static final Pattern DNS_LABEL = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern PORT = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_PORT = 15;
  private static final Pattern LABEL_VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
  private static final Pattern LABEL_KEY =
      Pattern.compile(
          "([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final Set<String> LABELS = Set.of("labels", "matchLabels");

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    for (Resource resource : rendered.resources()) {
      check(findings, resource, "dns-name", resource.name(), DNS_LABEL.asMatchPredicate());
      for (Node container : resource.containers()) {
        check(
            findings,
            resource,
            "dns-name",
            container.at("name").text(),
            DNS_LABEL.asMatchPredicate());
        ports(findings, resource, container.items("ports"));
      }
      for (Node volume : resource.pod().items("volumes")) {
        check(
            findings, resource, "dns-name", volume.at("name").text(), DNS_LABEL.asMatchPredicate());
      }
      if (resource.is("Service")) {
        ports(findings, resource, resource.at("spec").items("ports"));
      }
      labels(findings, resource);
    }
    return findings;
  }

  private static void ports(List<Finding> findings, Resource resource, List<Node> ports) {
    ports.forEach(
        port ->
            check(
                findings,
                resource,
                "port-name",
                port.at("name").text(),
                name -> name.length() <= LONGEST_PORT && PORT.matcher(name).matches()));
    long names = ports.stream().map(port -> port.at("name").text()).distinct().count();
    if (names < ports.size()) {
      findings.add(resource.finding("port-name", "gives two ports the same name"));
    }
  }

  private static void labels(List<Finding> findings, Resource resource) {
    resource
        .at()
        .visit(
            "",
            (path, node) -> {
              if (LABELS.contains(path.substring(path.lastIndexOf('.') + 1))) {
                node.texts()
                    .forEach(
                        (key, value) -> {
                          check(findings, resource, "label", key, LABEL_KEY.asMatchPredicate());
                          check(findings, resource, "label", value, LABEL_VALUE.asMatchPredicate());
                        });
              }
            });
  }

  private static void check(
      List<Finding> findings, Resource resource, String rule, String name, Predicate<String> good) {
    if (!good.test(name)) {
      findings.add(resource.finding(rule, "has a name that clusters refuse: \"" + name + '"'));
    }
  }
}
