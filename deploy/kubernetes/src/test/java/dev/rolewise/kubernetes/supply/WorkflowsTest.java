package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workflows do what the pages tell everybody to do, with no more rights than that takes. */
class WorkflowsTest {

  private static final Path ROOT = Path.of("..", "..");

  /** Hands the digests on to the steps that follow; means nothing outside a workflow. */
  private static final String HANDS_ON = ">>\"$GITHUB_OUTPUT\"; done";

  private static Node read(String file) throws IOException {
    return new Node(StrictYaml.documents(Files.readString(ROOT.resolve(file)), file).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "release"})
  void theyRunWhatThePagesNameWithLeastRights(String name) throws IOException {
    Node workflow = read(".github/workflows/" + name + ".yml");
    Set<String> documented =
        (Files.readString(ROOT.resolve("README.md"))
                + Files.readString(ROOT.resolve("deploy/README.md"))
                + Files.readString(ROOT.resolve("deploy/security/supply-chain.md")))
            .lines()
            .filter(line -> line.startsWith("    "))
            .map(String::strip)
            .collect(Collectors.toSet());
    assertEquals(Set.of("contents=read"), rights(workflow));
    // YAML 1.1 takes the key `on` for yes
    String events = String.valueOf(((java.util.Map<?, ?>) workflow.value()).get(Boolean.TRUE));
    assertFalse(events.contains("pull_request_target") || events.equals("null"), events);
    workflow
        .at("jobs")
        .fields()
        .forEach(
            job -> {
              assertTrue(job.getValue().at("timeout-minutes").whole().isPresent(), job.getKey());
              Set<String> rights = rights(job.getValue());
              if (name.equals("build") || job.getKey().equals("verify")) {
                assertEquals(Set.of(), rights);
              } else {
                assertTrue(rights.contains("packages=write"), rights::toString);
                assertFalse(rights.contains("contents=write"), rights::toString);
              }
              for (Node step : job.getValue().items("steps")) {
                assertTrue(step.at("uses").isThere() != step.at("run").isThere());
                String command = step.at("run").text();
                assertFalse(command.contains("${{"), () -> "an expression in " + command);
                assertTrue(
                    step.at("uses").text().matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}")
                        || command.matches("\\.ci/(run|tools|version)( -[\\w.=-]+)*")
                        || command.endsWith(HANDS_ON)
                        || documented.contains(command),
                    () -> "no page names " + command);
                if (step.at("uses").text().startsWith("actions/checkout@")) {
                  assertTrue(step.at("with", "persist-credentials").is(false));
                }
              }
            });
  }

  @Test
  void buildingIsTheReadmesOwnCommandOnBothJavas() throws IOException {
    Node job = read(".github/workflows/build.yml").at("jobs", "verify");
    assertEquals(List.of("17", "25"), job.at("strategy", "matrix", "java").value());
    assertRunsWithEveryTool(job, ".ci/run -Drequire.tools=true");
    String run = Files.readString(ROOT.resolve(".ci/run"));
    assertTrue(run.contains("mvn -B verify \"$@\""), run);
  }

  /** What is missing is installed before, and nothing is skipped for want of it. */
  private static void assertRunsWithEveryTool(Node job, String command) throws IOException {
    List<String> commands = job.items("steps").stream().map(step -> step.at("run").text()).toList();
    int tools = commands.indexOf(".ci/tools");
    assertTrue(tools >= 0 && commands.indexOf(command) > tools, commands::toString);
    Path script = ROOT.resolve(".ci/tools");
    assertTrue(Files.isExecutable(script));
    String installs = Files.readString(script);
    for (String tool : List.of("haproxy", "nginx", "openssl", "postgresql", "prometheus")) {
      assertTrue(installs.matches("(?s).*apt-get install [^\\n]* " + tool + "\\b.*"), tool);
    }
    // mounts for one process alone: full disks, and images without an engine
    assertTrue(installs.contains("kernel.apparmor_restrict_unprivileged_userns=0"), installs);
  }

  @Test
  void everyChangeIsBuiltTwiceAndCompared() throws IOException {
    String script = "deploy/security/rebuild-twice";
    Node job = read(".github/workflows/build.yml").at("jobs", "reproducible");
    // without the profile there would be no digest of an image to compare
    String command = script + " -Pimage";
    assertTrue(job.items("steps").stream().anyMatch(step -> step.at("run").is(command)));
    assertTrue(Files.isExecutable(ROOT.resolve(script)));
  }

  /** A release pushes no image that was never started, and signs what overlays are to name. */
  @Test
  void imagesAreRunWithEveryChangeAndTheirListsAreSigned() throws IOException {
    Node images = read(".github/workflows/build.yml").at("jobs", "images");
    assertRunsWithEveryTool(images, ".ci/run -Pimage -Drequire.tools=true");
    List<String> commands =
        read(".github/workflows/release.yml").at("jobs", "lists").items("steps").stream()
            .map(step -> step.at("run").text())
            .toList();
    int made = indexOf(commands, "imagetools create --tag \"$REGISTRY/$name:$TAG\"");
    int signed =
        indexOf(commands, "cosign sign --yes \"$REGISTRY/$name@$(docker buildx imagetools inspect");
    assertTrue(made >= 0 && signed > made, commands::toString);
  }

  @Test
  void aReleaseIsTestedAndNamedAfterItsVersionBeforeAnythingIsPushed() throws Exception {
    Node jobs = read(".github/workflows/release.yml").at("jobs");
    assertRunsWithEveryTool(jobs.at("verify"), ".ci/run -Pimage -Drequire.tools=true");
    assertTrue(
        jobs.at("verify").items("steps").stream().anyMatch(it -> it.at("run").is(".ci/version")));
    assertTrue(jobs.at("verify", "env", "TAG").is("${{ github.ref_name }}"));
    assertTrue(jobs.at("images", "needs").is("verify"));
    assertTrue(jobs.at("lists", "needs").is("images"));
    String version = ProjectVersion.read();
    assertEquals(0, fits("v" + version));
    assertEquals(1, fits(version));
    assertEquals(1, fits("v" + version + "1"));
  }

  private static int fits(String tag) throws IOException, InterruptedException {
    ProcessBuilder script = new ProcessBuilder(ROOT.resolve(".ci/version").toString());
    script.environment().put("TAG", tag);
    return script.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
  }

  /** The digest that overlays name answers for itself: where it is from, and what is in it. */
  @Test
  void theListsAreAttestedWithTheBillsOfBothArchitectures() throws IOException {
    Node lists = read(".github/workflows/release.yml").at("jobs", "lists");
    assertTrue(rights(lists).containsAll(Set.of("id-token=write", "attestations=write")));
    List<Node> steps = lists.items("steps");
    for (String name : List.of("content-service", "assessment-service", "gateway")) {
      List<String> attested =
          steps.stream()
              .filter(step -> step.at("uses").text().startsWith("actions/attest-"))
              .filter(
                  step ->
                      step.at("with", "subject-name")
                          .is("ghcr.io/${{ github.repository }}/" + name))
              .map(
                  step -> {
                    Node with = step.at("with");
                    assertTrue(
                        with.at("subject-digest")
                            .is("${{ steps.digests.outputs['" + name + "'] }}"));
                    assertTrue(with.at("push-to-registry").is(true));
                    String what =
                        step.at("uses").text().replaceFirst("actions/attest-(.*)@.*", "$1");
                    return (what + " " + with.at("sbom-path").text()).strip();
                  })
              .toList();
      String bill = "/" + name + "/target/root/service/app/" + name + ".cdx.json";
      assertEquals(
          List.of("build-provenance", "sbom bills/amd64" + bill, "sbom bills/arm64" + bill),
          attested);
    }
    Node digests =
        steps.stream().filter(step -> step.at("id").is("digests")).findFirst().orElseThrow();
    assertTrue(digests.at("run").text().contains("{{.Manifest.Digest}}"));
    List<String> fetched =
        steps.stream()
            .filter(step -> step.at("uses").text().startsWith("actions/download-artifact@"))
            .map(step -> step.at("with", "name").text() + " " + step.at("with", "path").text())
            .toList();
    assertEquals(List.of("bills-amd64 bills/amd64", "bills-arm64 bills/arm64"), fetched);
    assertTrue(
        read(".github/workflows/release.yml").at("jobs", "images").items("steps").stream()
            .anyMatch(
                step ->
                    step.at("with", "name").is("bills-${{ matrix.architecture }}")
                        && step.at("with", "path")
                            .is("deploy/images/*/target/root/service/app/*.cdx.json")));
  }

  private static int indexOf(List<String> commands, String part) {
    for (int at = 0; at < commands.size(); at++) {
      if (commands.get(at).contains(part)) {
        return at;
      }
    }
    return -1;
  }

  @Test
  void updatesLookWhereThereIsSomethingToUpdate() throws IOException {
    List<Node> updates = read(".github/dependabot.yml").items("updates");
    assertEquals(
        Set.of("maven", "npm", "github-actions", "docker", "docker-compose"),
        updates.stream().map(it -> it.at("package-ecosystem").text()).collect(Collectors.toSet()));
    for (Node update : updates) {
      assertTrue(Files.isDirectory(ROOT.resolve(update.at("directory").text().substring(1))));
    }
  }

  private static Set<String> rights(Node of) {
    return of.at("permissions")
        .fields()
        .map(it -> it.getKey() + "=" + it.getValue().text())
        .collect(Collectors.toSet());
  }
}
