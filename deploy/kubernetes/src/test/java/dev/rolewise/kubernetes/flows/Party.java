package dev.rolewise.kubernetes.flows;

import dev.rolewise.kubernetes.manifest.Resource;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who could send something, or get it: a pod, or an address outside the cluster.
 *
 * @param name in the list of flows
 * @param namespace of the pod; empty outside
 * @param labels of the pod
 * @param address outside; empty for a pod
 */
record Party(String name, String namespace, Map<String, String> labels, Optional<String> address) {

  static Party pod(String name, String namespace, Map<String, String> labels) {
    return new Party(name, namespace, labels, Optional.empty());
  }

  static Party of(Resource workload) {
    return pod(workload.name(), workload.at("metadata", "namespace").text(), workload.podLabels());
  }

  static Party outside(String name, String address) {
    return new Party(name, "", Map.of(), Optional.of(address));
  }
}
