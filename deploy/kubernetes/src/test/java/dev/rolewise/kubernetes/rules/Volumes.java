package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every mount has a volume, every volume is mounted, every ConfigMap that is named is there. */
final class Volumes implements Rule {

  private static final Set<String> CONFIG_MAPS = Set.of("configMap", "configMapRef");

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    rendered
        .workloads()
        .forEach(
            workload -> {
              mounts(findings, workload);
              configMaps(findings, rendered, workload);
            });
    return findings;
  }

  private static void mounts(List<Finding> findings, Resource workload) {
    Set<String> volumes =
        Stream.concat(
                workload.pod().items("volumes").stream().map(volume -> volume.at("name")),
                workload.at("spec").items("volumeClaimTemplates").stream()
                    .map(claim -> claim.at("metadata", "name")))
            .map(Node::text)
            .collect(Collectors.toSet());
    Set<String> mounted = mounted(workload, "name").collect(Collectors.toSet());
    mounted.stream()
        .filter(name -> !volumes.contains(name))
        .forEach(
            name -> findings.add(workload.finding("volume", "mounts what it has not: " + name)));
    volumes.stream()
        .filter(name -> !mounted.contains(name))
        .forEach(name -> findings.add(workload.finding("volume", "does not mount " + name)));
    for (Node container : workload.containers()) {
      List<Node> mounts = container.items("volumeMounts");
      if (mounts.stream().map(mount -> mount.at("mountPath")).distinct().count() < mounts.size()) {
        findings.add(workload.finding("volume", "mounts two volumes in one place"));
      }
    }
  }

  private static Stream<String> mounted(Resource workload, String field) {
    return workload.containers().stream()
        .flatMap(container -> container.items("volumeMounts").stream())
        .map(mount -> mount.at(field).text());
  }

  private static void configMaps(List<Finding> findings, Rendered rendered, Resource workload) {
    Set<String> there = rendered.all("ConfigMap").map(Resource::name).collect(Collectors.toSet());
    workload
        .pod()
        .visit(
            "",
            (path, node) -> {
              String field = path.substring(path.lastIndexOf('.') + 1);
              if (CONFIG_MAPS.contains(field) && !there.contains(node.at("name").text())) {
                findings.add(
                    workload.finding(
                        "config-map", "needs " + node.at("name").text() + ", which is not there"));
              }
            });
  }
}
