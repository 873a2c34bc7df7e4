package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the restricted standard does not ask for, and we do, of every pod. */
final class Hardening implements Rule {

  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");
  private static final Pattern MEBIBYTES = Pattern.compile("(\\d+)Mi");

  /** Network buffers may grow as large as the heap; classes, compiled code and stacks need 110. */
  private static final int BESIDE_THE_HEAP = 110;

  @Override
  public List<Finding> judge(Rendered rendered) {
    List<Finding> findings = new ArrayList<>();
    rendered
        .all("ServiceAccount")
        .forEach(
            account ->
                account
                    .unless(
                        account.at("automountServiceAccountToken").is(false),
                        "token",
                        "is given a token")
                    .ifPresent(findings::add));
    rendered.workloads().forEach(workload -> pod(findings, workload));
    return findings;
  }

  private static void pod(List<Finding> findings, Resource workload) {
    Node pod = workload.pod();
    Stream.of(
            workload.unless(
                pod.at("automountServiceAccountToken").is(false), "token", "is given a token"),
            workload.unless(
                pod.at("enableServiceLinks").is(false),
                "service-links",
                "gets the addresses of other services into its environment, as unknown settings"))
        .forEach(result -> result.ifPresent(findings::add));
    for (Node container : workload.containers()) {
      Stream.of(
              workload.unless(
                  container.at("securityContext", "readOnlyRootFilesystem").is(true),
                  "read-only",
                  "can write to its root file system"),
              workload.unless(
                  hasOwnTemporaryFolder(pod, container),
                  "read-only",
                  "has no /tmp in memory, with a limit"),
              workload.unless(
                  Stream.of("cpu", "memory")
                          .allMatch(it -> container.at("resources", "requests", it).isThere())
                      && container.at("resources", "limits", "memory").isThere(),
                  "resources",
                  "does not say what it needs and where its memory ends"),
              workload.unless(
                  heapFits(container), "resources", "has a heap that its memory does not hold"))
          .forEach(result -> result.ifPresent(findings::add));
    }
  }

  private static boolean hasOwnTemporaryFolder(Node pod, Node container) {
    return container.items("volumeMounts").stream()
        .filter(mount -> mount.at("mountPath").is("/tmp"))
        .flatMap(
            mount ->
                pod.items("volumes").stream()
                    .filter(volume -> volume.at("name").equals(mount.at("name"))))
        .anyMatch(
            volume ->
                volume.at("emptyDir", "medium").is("Memory")
                    && volume.at("emptyDir", "sizeLimit").isThere());
  }

  private static boolean heapFits(Node container) {
    Matcher limit = MEBIBYTES.matcher(container.at("resources", "limits", "memory").text());
    return container.items("env").stream()
        .map(env -> HEAP.matcher(env.at("value").text()))
        .filter(Matcher::find)
        .allMatch(
            heap ->
                limit.matches()
                    && Integer.parseInt(limit.group(1))
                        >= 2 * Integer.parseInt(heap.group(1)) + BESIDE_THE_HEAP);
  }
}
