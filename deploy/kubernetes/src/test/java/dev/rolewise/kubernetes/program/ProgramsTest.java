package dev.rolewise.kubernetes.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolewise.kubernetes.kustomize.Resolution;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.Tree;
import dev.rolewise.runtime.health.Liveness;
import dev.rolewise.runtime.health.ManagementServer;
import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs themselves take what the manifests give them. */
class ProgramsTest {

  private static final Path SECRETS = Path.of("src/test/resources/secrets.csv");

  /** How long leaving the cluster may take, beside what is set: see the page for operators. */
  private static final int LEAVING = 20;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "suite/dev, 5, .*",
    // migrating differs in nothing but the host
    "suite/production, 3, Deployment/.*",
    "src/test/variants/sign-in, 2, Deployment/gateway|Job/content-service-migrate"
  })
  void everyProgramFindsItsConfigurationFine(String made, int programs, String those)
      throws Exception {
    List<Resource> all = Resolution.of(Tree.asItIs(), made);
    Map<Resource, CheckedConfiguration> checked =
        check(programs(all).filter(it -> it.id().matches(those)).toList(), all);
    assertEquals(programs, checked.size());
    checked.forEach(
        (workload, configuration) -> {
          assertEquals(0, configuration.exit(), () -> workload.id() + configuration.said());
          if (workload.isServer()) {
            portsAreThePrograms(workload, configuration);
            drainsInTime(workload, configuration);
          } else {
            assertTrue(
                configuration.said().contains("migration=Optional[Login["), configuration.said());
          }
          if (made.endsWith("sign-in") && workload.isServer()) {
            assertEquals("BOTH", configuration.setting("mode"));
          }
        });
  }

  @Test
  void aSettingThatTheProgramDoesNotKnowIsRefused() throws Exception {
    String file = "gateway/base/kustomization.yaml";
    Tree tree = Tree.asItIs();
    Tree wrong = tree.with(file, tree.read(file).replace("CLUSTER_NAME=", "CLUSTER_TITLE="));
    List<Resource> all = Resolution.of(wrong, "gateway/base");
    CheckedConfiguration checked = check(programs(all).toList(), all).values().iterator().next();
    assertEquals(2, checked.exit());
    assertTrue(checked.said().contains("ROLEWISE_CLUSTER_TITLE"), checked.said());
  }

  @Test
  void everyProbeIsAnswered() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      int port =
          ManagementServer.start(vertx, "127.0.0.1", 0, Readiness.create(), new Liveness())
              .toCompletionStage()
              .toCompletableFuture()
              .get()
              .port();
      for (Resource server : suite().stream().filter(Resource::isServer).toList()) {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
          String path = server.containers().get(0).at(probe, "httpGet", "path").text();
          // before anything has started: alive, and neither started nor ready
          assertEquals(probe.equals("livenessProbe") ? 200 : 503, status(port, path), path);
        }
      }
      for (Resource monitor : suite().stream().filter(it -> it.is("PodMonitor")).toList()) {
        String path = monitor.at("spec").items("podMetricsEndpoints").get(0).at("path").text();
        assertTrue(Set.of(200, 500).contains(status(port, path)), path);
      }
      assertEquals(404, status(port, "/healthz"));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }

  @Test
  void everySecretIsOnTheListAndNothingElseIs() throws IOException {
    Set<String> needed =
        Stream.of("suite/dev", "src/test/variants/sign-in")
            .flatMap(made -> Resolution.of(Tree.asItIs(), made).stream())
            .filter(Resource::isWorkload)
            .flatMap(workload -> workload.pod().items("volumes").stream())
            .flatMap(
                volume ->
                    Stream.concat(
                        Stream.of(volume.at("secret", "secretName")),
                        volume.at("projected").items("sources").stream()
                            .map(source -> source.at("secret", "name"))))
            .filter(Node::isThere)
            .map(Node::text)
            .collect(Collectors.toSet());
    assertEquals(needed, secrets().keySet());
  }

  private static void portsAreThePrograms(Resource workload, CheckedConfiguration configuration) {
    Map<String, String> expected = new HashMap<>();
    expected.put("management", configuration.setting("managementPort"));
    expected.put("bus", configuration.setting("busPort"));
    String ports = configuration.said().replaceAll("(?s).*?ClusterSettings\\[", "[");
    expected.put("members", new CheckedConfiguration(0, ports).setting("port"));
    if (workload.name().equals("gateway")) {
      String own = configuration.said().replaceAll("(?s).*?GatewaySettings\\[", "[");
      expected.put("http", new CheckedConfiguration(0, own).setting("port"));
    }
    assertEquals(
        expected,
        workload.containers().get(0).items("ports").stream()
            .collect(
                Collectors.toMap(
                    port -> port.at("name").text(), port -> port.at("containerPort").text())));
  }

  private static void drainsInTime(Resource workload, CheckedConfiguration configuration) {
    int before =
        workload
            .containers()
            .get(0)
            .at("lifecycle", "preStop", "sleep", "seconds")
            .whole()
            .orElse(0);
    int drain =
        configuration.seconds("drainDelay") + configuration.seconds("stopTimeout") + LEAVING;
    int grace = workload.pod().at("terminationGracePeriodSeconds").whole().orElse(0);
    assertTrue(before > 0, workload.id() + " is told to stop before others know");
    assertTrue(
        grace > before + drain, workload.id() + " is killed after " + grace + " s, in its drain");
  }

  private Map<Resource, CheckedConfiguration> check(List<Resource> workloads, List<Resource> all)
      throws IOException {
    Map<String, List<String>> secrets = secrets();
    Map<Resource, PodHere> pods = new LinkedHashMap<>();
    for (Resource workload : workloads) {
      pods.put(workload, PodHere.of(workload, all, secrets, folder.resolve(workload.name())));
    }
    return pods.entrySet().parallelStream()
        .collect(Collectors.toMap(Map.Entry::getKey, pod -> check(pod.getKey(), pod.getValue())));
  }

  private static CheckedConfiguration check(Resource workload, PodHere pod) {
    try {
      return CheckedConfiguration.of(
          workload.podLabels().get("app.kubernetes.io/name"), pod.environment());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static Stream<Resource> programs(List<Resource> all) {
    return all.stream()
        .filter(Resource::isWorkload)
        .filter(it -> it.podLabels().containsKey("app.kubernetes.io/part-of"));
  }

  private static List<Resource> suite() {
    return Resolution.of(Tree.asItIs(), "suite/production");
  }

  private static Map<String, List<String>> secrets() throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(SECRETS)) {
      return rows.stream()
          .collect(
              Collectors.groupingBy(
                  row -> row.getField("secret"),
                  Collectors.mapping(row -> row.getField("key"), Collectors.toList())));
    }
  }

  private static int status(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
