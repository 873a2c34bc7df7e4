package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Secrets come as files that others cannot read, never through the environment, and none is in the
 * repository. The password of the role that owns the tables is seen by the migration alone.
 */
final class Secrets implements Rule {

  private static final Set<String> THROUGH_ENVIRONMENT = Set.of("secretRef", "secretKeyRef");
  private static final Pattern A_SECRET = Pattern.compile("(^|_)(PASSWORD|SECRET|TOKEN)$");
  private static final int OTHERS = 0007;

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    rendered
        .all("Secret")
        .forEach(secret -> findings.add(secret.finding("secret", "lies in the repository")));
    rendered
        .all("ConfigMap")
        .forEach(
            map -> map.at("data").fields().forEach(field -> open(findings, map, field.getKey())));
    for (Resource workload : rendered.workloads().toList()) {
      for (Node container : workload.containers()) {
        container.items("env").forEach(env -> open(findings, workload, env.at("name").text()));
      }
      workload
          .pod()
          .visit(
              "",
              (path, node) -> {
                if (THROUGH_ENVIRONMENT.contains(path.substring(path.lastIndexOf('.') + 1))) {
                  findings.add(
                      workload.finding("secret", "takes a secret through the environment"));
                }
              });
      workload.pod().items("volumes").forEach(volume -> file(findings, workload, volume));
    }
    return findings;
  }

  private static void open(List<Finding> findings, Resource resource, String name) {
    if (A_SECRET.matcher(name).find()) {
      findings.add(resource.finding("secret", "shows a secret in the open: " + name));
    }
  }

  private static void file(List<Finding> findings, Resource workload, Node volume) {
    Node secret = volume.at("secret").isThere() ? volume.at("secret") : volume.at("projected");
    if (!secret.isThere()) {
      return;
    }
    if (secret.at("defaultMode").whole().filter(mode -> (mode & OTHERS) == 0).isEmpty()) {
      findings.add(workload.finding("secret", "lets others read " + volume.at("name").text()));
    }
    boolean ownersPassword =
        volume.at("projected").items("sources").stream()
                .anyMatch(source -> source.at("secret", "name").text().endsWith("-migration"))
            || secret.at("secretName").text().endsWith("-migration");
    if (ownersPassword && !workload.is("Job")) {
      findings.add(workload.finding("secret", "serves with the password of the tables' owner"));
    }
    for (Node container : workload.containers()) {
      container.items("volumeMounts").stream()
          .filter(mount -> mount.at("name").equals(volume.at("name")))
          .filter(mount -> !mount.at("readOnly").is(true))
          .forEach(
              mount ->
                  findings.add(
                      workload.finding("secret", "could write to " + mount.at("name").text())));
    }
  }
}
