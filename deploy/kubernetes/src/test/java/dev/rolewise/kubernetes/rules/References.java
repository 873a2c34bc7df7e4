package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever one object says about another is true: selectors, ports, accounts, backends. */
final class References implements Rule {

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    rendered.workloads().forEach(workload -> ownPods(findings, workload));
    rendered.workloads().forEach(workload -> account(findings, rendered, workload));
    rendered.all("HorizontalPodAutoscaler").forEach(hpa -> target(findings, rendered, hpa));
    rendered
        .all("PodDisruptionBudget")
        .forEach(pdb -> selects(findings, rendered, pdb, "selector"));
    rendered.all("Service").forEach(service -> hasPorts(findings, service));
    if (rendered.isWhole()) {
      rendered.all("PodMonitor").forEach(monitor -> monitored(findings, rendered, monitor));
      rendered
          .all("NetworkPolicy")
          .forEach(policy -> selects(findings, rendered, policy, "podSelector"));
      rendered.all("Service").forEach(service -> served(findings, rendered, service));
      rendered.all("Ingress").forEach(ingress -> backends(findings, rendered, ingress));
      rendered.all("HTTPRoute").forEach(route -> backends(findings, rendered, route));
    }
    return findings;
  }

  private static void ownPods(List<Finding> findings, Resource workload) {
    Node selector = workload.at("spec", "selector");
    if (workload.is("Job")) {
      return;
    }
    if (selector.at("matchLabels").texts().isEmpty()) {
      findings.add(workload.finding("selector", "selects no pods"));
    } else if (!Labels.select(selector, workload.podLabels())) {
      findings.add(workload.finding("selector", "selects other pods than its own"));
    }
  }

  private static void account(List<Finding> findings, Rendered rendered, Resource workload) {
    String name = workload.pod().at("serviceAccountName").text();
    boolean there = rendered.all("ServiceAccount").anyMatch(it -> it.name().equals(name));
    if (!there) {
      findings.add(workload.finding("account", "runs as an account that is not there: " + name));
    }
  }

  private static void target(List<Finding> findings, Rendered rendered, Resource autoscaler) {
    Node target = autoscaler.at("spec", "scaleTargetRef");
    boolean there =
        rendered
            .workloads()
            .anyMatch(
                workload ->
                    workload.apiVersion().equals(target.at("apiVersion").text())
                        && workload
                            .id()
                            .equals(target.at("kind").text() + "/" + target.at("name").text()));
    if (!there) {
      findings.add(autoscaler.finding("dangling", "scales what is not there"));
    }
  }

  private static void selects(
      List<Finding> findings, Rendered rendered, Resource resource, String field) {
    Node selector = resource.at("spec", field);
    if (!selector.isThere() || Labels.workloads(rendered, selector).findAny().isEmpty()) {
      findings.add(resource.finding("dangling", "selects no pods"));
    }
  }

  private static void hasPorts(List<Finding> findings, Resource service) {
    List<Node> ports = service.at("spec").items("ports");
    if (ports.isEmpty() || !ports.stream().allMatch(port -> port.at("port").whole().isPresent())) {
      findings.add(service.finding("service-port", "has no port, or one without a number"));
    }
  }

  private static void served(List<Finding> findings, Rendered rendered, Resource service) {
    Node selector = new Node(Map.of("matchLabels", service.at("spec", "selector").texts()));
    List<Resource> behind = Labels.workloads(rendered, selector).toList();
    if (selector.at("matchLabels").texts().isEmpty() || behind.isEmpty()) {
      findings.add(service.finding("dangling", "selects no pods"));
    }
    for (Node port : service.at("spec").items("ports")) {
      behind.stream()
          .filter(workload -> !hasPort(workload, port.at("targetPort").text()))
          .forEach(
              workload ->
                  findings.add(
                      service.finding(
                          "dangling", "leads to a port " + workload.id() + " has not")));
    }
  }

  private static void monitored(List<Finding> findings, Rendered rendered, Resource monitor) {
    selects(findings, rendered, monitor, "selector");
    for (Node endpoint : monitor.at("spec").items("podMetricsEndpoints")) {
      Labels.workloads(rendered, monitor.at("spec", "selector"))
          .filter(workload -> !hasPort(workload, endpoint.at("port").text()))
          .forEach(
              workload ->
                  findings.add(
                      monitor.finding("dangling", "asks a port " + workload.id() + " has not")));
    }
  }

  static boolean hasPort(Resource workload, String name) {
    return workload.containers().stream()
        .flatMap(container -> container.items("ports").stream())
        .anyMatch(port -> port.at("name").is(name));
  }

  private static void backends(List<Finding> findings, Rendered rendered, Resource route) {
    Stream<Node> ofIngress =
        route.at("spec").items("rules").stream()
            .flatMap(rule -> rule.at("http").items("paths").stream())
            .map(path -> path.at("backend", "service"));
    Stream<Node> ofRoute =
        route.at("spec").items("rules").stream()
            .flatMap(rule -> rule.items("backendRefs").stream());
    Stream.concat(ofIngress, ofRoute)
        .filter(backend -> !isServed(rendered, backend))
        .forEach(
            backend ->
                findings.add(route.finding("dangling", "leads nowhere: " + backend.value())));
  }

  /** An Ingress names the port, an HTTPRoute gives its number. */
  private static boolean isServed(Rendered rendered, Node backend) {
    Optional<Resource> service =
        rendered
            .all("Service")
            .filter(it -> it.name().equals(backend.at("name").text()))
            .findFirst();
    return service.stream()
        .flatMap(it -> it.at("spec").items("ports").stream())
        .anyMatch(
            port ->
                port.at("name").equals(backend.at("port", "name"))
                    || port.at("port").equals(backend.at("port")));
  }
}
