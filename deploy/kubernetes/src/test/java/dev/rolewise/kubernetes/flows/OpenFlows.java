package dev.rolewise.kubernetes.flows;

import dev.rolewise.kubernetes.flows.Flow.Port;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which ways are open, with the policies that one folder makes, to and from whom it makes. */
final class OpenFlows {

  /** Those outside who have business here, and those who have none. */
  private static final List<Party> OTHERS =
      List.of(
          Party.pod("dns", "kube-system", Map.of("k8s-app", "kube-dns")),
          Party.pod("prometheus", "monitoring", Map.of("app.kubernetes.io/name", "prometheus")),
          Party.pod(
              "ingress-nginx",
              "ingress-nginx",
              Map.of(
                  "app.kubernetes.io/name", "ingress-nginx",
                  "app.kubernetes.io/component", "controller")),
          Party.pod(
              "gateway-api",
              "gateway-system",
              Map.of("gateway.networking.k8s.io/gateway-name", "web")),
          Party.outside("external-postgres", "192.0.2.10"),
          Party.outside("issuer", "203.0.113.10"),
          // in the namespace, without a label of ours
          Party.pod("stranger", "rolewise", Map.of("app", "stranger")),
          // with the labels of one of us, in another namespace
          Party.pod(
              "impostor",
              "default",
              Map.of(
                  "app.kubernetes.io/name", "prometheus",
                  "app.kubernetes.io/part-of", "rolewise",
                  "app.kubernetes.io/component", "server",
                  "rolewise.dev/bus", "member",
                  "rolewise.dev/database", "client")),
          // where monitoring is, but not Prometheus
          Party.pod("dashboard", "monitoring", Map.of("app.kubernetes.io/name", "grafana")),
          Party.outside("internet", "198.51.100.10"));

  /** Every port that anybody of us listens on, what they are reached at elsewhere, and no such. */
  private static final List<Port> PORTS =
      Stream.concat(
              IntStream.of(22, 53, 80, 443, 5432, 5701, 5702, 6443, 8080, 9000, 9090)
                  .mapToObj(number -> new Port("TCP", number)),
              IntStream.of(53, 123, 5701).mapToObj(number -> new Port("UDP", number)))
          .toList();

  private final List<Policy> policies;
  private final List<Party> ours;

  OpenFlows(List<Resource> resources) {
    policies = resources.stream().filter(it -> it.is("NetworkPolicy")).map(Policy::new).toList();
    ours = resources.stream().filter(Resource::isWorkload).map(Party::of).toList();
  }

  /** All of them; what those outside do among themselves is their business. */
  SortedSet<String> list() {
    List<Party> all = Stream.concat(ours.stream(), OTHERS.stream()).toList();
    return all.stream()
        .flatMap(from -> all.stream().map(to -> List.of(from, to)))
        .filter(pair -> pair.stream().anyMatch(this::isInTheNamespace))
        .flatMap(
            pair ->
                PORTS.stream()
                    .filter(port -> isOpen(pair.get(0), pair.get(1), port))
                    .map(port -> new Flow(pair.get(0).name(), pair.get(1).name(), port)))
        .map(Flow::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isInTheNamespace(Party party) {
    return party.namespace().equals("rolewise");
  }

  /** Both sides must agree; whom no policy means agrees to everything. */
  private boolean isOpen(Party from, Party to, Port port) {
    List<Policy> leaving = policies.stream().filter(it -> it.isolates(from, "Egress")).toList();
    List<Policy> arriving = policies.stream().filter(it -> it.isolates(to, "Ingress")).toList();
    return (leaving.isEmpty() || leaving.stream().anyMatch(it -> it.allowsTo(to, port)))
        && (arriving.isEmpty() || arriving.stream().anyMatch(it -> it.allowsFrom(from, port)));
  }
}
