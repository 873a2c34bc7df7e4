package dev.rolewise.kubernetes.program;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.runtime.cluster.BusCertificates;
import dev.rolewise.runtime.cluster.TestAuthority;
import dev.rolewise.runtime.postgres.PreparedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a container of ours finds around it, on this machine: the environment, with all places that
 * are mounted moved below a folder, and the files that its secrets bring.
 *
 * @param environment of the process
 */
record PodHere(Map<String, String> environment) {

  private static final String ADDRESS = "10.244.1.7";

  /** Programs look at certificates before they begin. */
  private static final Map<String, String> BUS = bus();

  private static Map<String, String> bus() {
    try {
      Path folder = Files.createTempDirectory("rolewise-bus-");
      BusCertificates made = TestAuthority.in(folder).issue("pod");
      Map<String, String> files =
          Map.of(
              "tls.crt", Files.readString(made.certificate()),
              "tls.key", Files.readString(made.privateKey()),
              "ca.crt", Files.readString(made.authority()));
      PreparedData.delete(folder);
      return files;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * Lays the files out.
   *
   * @param all that the same folder makes
   * @param secrets keys of every Secret
   */
  static PodHere of(
      Resource workload, List<Resource> all, Map<String, List<String>> secrets, Path folder)
      throws IOException {
    Node container = workload.containers().get(0);
    Map<String, String> environment = new LinkedHashMap<>();
    for (Node source : container.items("envFrom")) {
      environment.putAll(configMap(all, source.at("configMapRef", "name").text()));
    }
    for (Node variable : container.items("env")) {
      environment.put(
          variable.at("name").text(),
          variable.at("valueFrom", "fieldRef", "fieldPath").is("status.podIP")
              ? ADDRESS
              : variable.at("value").text());
    }
    for (Node mount : container.items("volumeMounts")) {
      Path here = Files.createDirectories(moved(mount.at("mountPath").text(), folder));
      for (String secret : secretsOf(workload, mount.at("name").text())) {
        for (String key : secrets.getOrDefault(secret, List.of())) {
          Files.writeString(
              here.resolve(key), BUS.containsKey(key) ? BUS.get(key) : "of " + secret + "\n");
        }
      }
    }
    environment.replaceAll(
        (name, value) ->
            container.items("volumeMounts").stream()
                    .map(mount -> mount.at("mountPath").text())
                    .anyMatch(path -> (value + "/").startsWith(path + "/"))
                ? moved(value, folder).toString()
                : value);
    return new PodHere(environment);
  }

  private static Path moved(String path, Path folder) {
    return folder.resolve(path.substring(1));
  }

  private static Map<String, String> configMap(List<Resource> all, String name) {
    return all.stream()
        .filter(it -> it.is("ConfigMap") && it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .at("data")
        .texts();
  }

  private static List<String> secretsOf(Resource workload, String volume) {
    Node found =
        workload.pod().items("volumes").stream()
            .filter(it -> it.at("name").is(volume))
            .findFirst()
            .orElseThrow();
    if (found.at("emptyDir").isThere()) {
      return List.of();
    }
    return found.at("secret").isThere()
        ? List.of(found.at("secret", "secretName").text())
        : found.at("projected").items("sources").stream()
            .map(source -> source.at("secret", "name").text())
            .toList();
  }
}
