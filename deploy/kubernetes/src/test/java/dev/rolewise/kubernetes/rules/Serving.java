package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service is replaced, scaled and moved without anybody noticing. */
final class Serving implements Rule {

  private static final Map<String, String> PROBES =
      Map.of("startupProbe", "/startupz", "livenessProbe", "/livez", "readinessProbe", "/readyz");

  /** What the page for operators asks for. */
  private static final int PATIENCE_OF_PROBES = 2;

  private static final Set<String> SPREAD =
      Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname");

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    rendered
        .servers()
        .forEach(
            server ->
                Stream.concat(
                        server.containers().stream().map(it -> probes(server, it)),
                        Stream.of(
                            rollout(server),
                            spread(server),
                            autoscaler(rendered, server),
                            budget(rendered, server),
                            monitor(rendered, server)))
                    .forEach(findings::addAll));
    return findings;
  }

  private static List<Finding> probes(Resource server, Node container) {
    return PROBES.entrySet().stream()
        .filter(
            probe -> {
              Node there = container.at(probe.getKey());
              return !there.at("httpGet", "path").is(probe.getValue())
                  || !there.at("httpGet", "port").is("management")
                  || there.at("timeoutSeconds").whole().orElse(1) < PATIENCE_OF_PROBES;
            })
        .map(
            probe ->
                server.finding(
                    "probe",
                    "does not ask "
                        + probe.getValue()
                        + " on the management port, with patience, as its "
                        + probe.getKey()))
        .toList();
  }

  private static List<Finding> rollout(Resource server) {
    Node strategy = server.at("spec", "strategy");
    return server
        .unless(
            strategy.at("type").is("RollingUpdate")
                && strategy.at("rollingUpdate", "maxSurge").is(1)
                && strategy.at("rollingUpdate", "maxUnavailable").is(0),
            "rollout",
            "takes an old pod away before a new one is ready")
        .stream()
        .toList();
  }

  private static List<Finding> spread(Resource server) {
    Set<String> keys =
        server.pod().items("topologySpreadConstraints").stream()
            .filter(it -> Labels.select(it.at("labelSelector"), server.podLabels()))
            .map(it -> it.at("topologyKey").text())
            .collect(Collectors.toSet());
    return server
        .unless(keys.equals(SPREAD), "spread", "may run in one zone or on one node only")
        .stream()
        .toList();
  }

  private static List<Finding> autoscaler(Rendered rendered, Resource server) {
    Node scaled =
        rendered
            .all("HorizontalPodAutoscaler")
            .filter(it -> it.at("spec", "scaleTargetRef", "name").is(server.name()))
            .findFirst()
            .map(it -> it.at("spec"))
            .orElse(new Node(null));
    int least = scaled.at("minReplicas").whole().orElse(0);
    boolean good =
        !server.at("spec", "replicas").isThere()
            && least >= (rendered.isProduction() ? 2 : 1)
            && scaled.at("maxReplicas").whole().orElse(0) > least;
    return server
        .unless(good, "autoscaler", "is not scaled, by nobody but an autoscaler, from two pods on")
        .stream()
        .toList();
  }

  private static List<Finding> budget(Rendered rendered, Resource server) {
    boolean there =
        rendered
            .all("PodDisruptionBudget")
            .filter(it -> it.at("spec", "maxUnavailable").is(1))
            .anyMatch(it -> Labels.select(it.at("spec", "selector"), server.podLabels()));
    return server
        .unless(there, "budget", "may lose more than one pod when nodes are emptied")
        .stream()
        .toList();
  }

  private static List<Finding> monitor(Rendered rendered, Resource server) {
    boolean there =
        !rendered.folder().equals("suite/production")
            || rendered
                .all("PodMonitor")
                .anyMatch(it -> Labels.select(it.at("spec", "selector"), server.podLabels()));
    return server.unless(there, "monitor", "is not watched").stream().toList();
  }
}
