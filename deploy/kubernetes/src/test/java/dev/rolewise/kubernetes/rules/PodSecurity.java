package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Pod Security Standard "restricted", control by control, which the namespace enforces. */
final class PodSecurity implements Rule {

  private static final String RULE = "pod-security";
  private static final List<String> OF_THE_HOST = List.of("hostNetwork", "hostPID", "hostIPC");
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");
  private static final List<String> SPECIAL =
      List.of("privileged", "procMount", "seLinuxOptions", "windowsOptions", "appArmorProfile");

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    rendered.all("Namespace").forEach(namespace -> enforced(findings, namespace));
    rendered
        .workloads()
        .forEach(
            workload -> {
              pod(findings, workload, workload.pod());
              workload.containers().forEach(container -> container(findings, workload, container));
            });
    return findings;
  }

  private static void enforced(List<Finding> findings, Resource namespace) {
    if (!namespace
        .at("metadata", "labels", "pod-security.kubernetes.io/enforce")
        .is("restricted")) {
      findings.add(namespace.finding(RULE, "does not enforce the restricted standard"));
    }
  }

  private static void pod(List<Finding> findings, Resource workload, Node pod) {
    for (String field : OF_THE_HOST) {
      refuse(findings, workload, pod.at(field).is(true), "uses " + field);
    }
    for (Node volume : pod.items("volumes")) {
      volume
          .fields()
          .filter(field -> !field.getKey().equals("name") && !VOLUMES.contains(field.getKey()))
          .forEach(field -> refuse(findings, workload, true, "has a volume " + field.getKey()));
    }
    Node context = pod.at("securityContext");
    refuse(findings, workload, context.at("sysctls").isThere(), "sets sysctls");
    special(findings, workload, context);
  }

  private static void container(List<Finding> findings, Resource workload, Node container) {
    Node own = container.at("securityContext");
    Node shared = workload.pod().at("securityContext");
    special(findings, workload, own);
    refuse(
        findings,
        workload,
        !own.at("allowPrivilegeEscalation").is(false),
        "may gain privileges (allowPrivilegeEscalation)");
    refuse(
        findings,
        workload,
        own.at("capabilities").items("drop").stream().noneMatch(drop -> drop.is("ALL")),
        "does not drop all capabilities");
    refuse(
        findings,
        workload,
        own.at("capabilities").items("add").stream().anyMatch(add -> !add.is("NET_BIND_SERVICE")),
        "adds capabilities");
    refuse(findings, workload, !either(own, shared, "runAsNonRoot").is(true), "may run as root");
    refuse(findings, workload, either(own, shared, "runAsUser").is(0), "runs as root");
    refuse(
        findings,
        workload,
        !SECCOMP.contains(either(own, shared, "seccompProfile").at("type").text()),
        "has no seccomp profile");
    refuse(
        findings,
        workload,
        container.items("ports").stream().anyMatch(port -> port.at("hostPort").isThere()),
        "takes a port of the host");
  }

  private static Node either(Node own, Node shared, String field) {
    return own.at(field).isThere() ? own.at(field) : shared.at(field);
  }

  private static void special(List<Finding> findings, Resource workload, Node context) {
    for (String field : SPECIAL) {
      refuse(findings, workload, context.at(field).isThere(), "sets " + field);
    }
  }

  private static void refuse(List<Finding> findings, Resource workload, boolean bad, String what) {
    if (bad) {
      findings.add(workload.finding(RULE, what));
    }
  }
}
