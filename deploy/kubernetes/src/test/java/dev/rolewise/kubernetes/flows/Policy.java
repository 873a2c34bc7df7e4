package dev.rolewise.kubernetes.flows;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.rules.Labels;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a NetworkPolicy says, as a cluster reads it.
 *
 * @param resource the policy
 */
record Policy(Resource resource) {

  /** Whether it isolates this pod in this direction: {@code Ingress} or {@code Egress}. */
  boolean isolates(Party party, String direction) {
    return party.address().isEmpty()
        && party.namespace().equals(resource.at("metadata", "namespace").text())
        && Labels.select(resource.at("spec", "podSelector"), party.labels())
        && resource.at("spec").items("policyTypes").stream().anyMatch(type -> type.is(direction));
  }

  boolean allowsFrom(Party sender, Flow.Port port) {
    return allows("ingress", "from", sender, port);
  }

  boolean allowsTo(Party receiver, Flow.Port port) {
    return allows("egress", "to", receiver, port);
  }

  /** A rule without peers or without ports means all of them. */
  private boolean allows(String direction, String peers, Party other, Flow.Port port) {
    return resource.at("spec").items(direction).stream()
        .anyMatch(
            rule ->
                anyOrNone(rule.items(peers), peer -> means(peer, other))
                    && anyOrNone(rule.items("ports"), it -> means(it, port)));
  }

  private static boolean anyOrNone(List<Node> items, Predicate<Node> test) {
    return items.isEmpty() || items.stream().anyMatch(test);
  }

  private static boolean means(Node wanted, Flow.Port port) {
    String protocol = wanted.at("protocol").isThere() ? wanted.at("protocol").text() : "TCP";
    return protocol.equals(port.protocol())
        && (!wanted.at("port").isThere() || wanted.at("port").is(port.number()));
  }

  private boolean means(Node peer, Party other) {
    if (peer.at("ipBlock").isThere()) {
      return other.address().filter(it -> isWithin(peer.at("ipBlock"), it)).isPresent();
    }
    if (other.address().isPresent()) {
      return false;
    }
    boolean here =
        peer.at("namespaceSelector").isThere()
            ? Labels.select(
                peer.at("namespaceSelector"),
                Map.of("kubernetes.io/metadata.name", other.namespace()))
            : other.namespace().equals(resource.at("metadata", "namespace").text());
    return here
        && (!peer.at("podSelector").isThere()
            || Labels.select(peer.at("podSelector"), other.labels()));
  }

  private static boolean isWithin(Node block, String address) {
    return Addresses.isWithin(block.at("cidr").text(), address)
        && block.items("except").stream()
            .noneMatch(except -> Addresses.isWithin(except.text(), address));
  }
}
