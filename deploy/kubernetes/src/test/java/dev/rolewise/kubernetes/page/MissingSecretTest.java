package dev.rolewise.kubernetes.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rolewise.kubernetes.kustomize.Resolution;
import dev.rolewise.kubernetes.kustomize.Targets;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A pod whose Secret is missing does not start, so no program can say so: the page about slips has
 * the event for each that our pods mount, and none that no pod mounts.
 */
class MissingSecretTest {

  private static final Path PAGE = Path.of("..", "observability", "runbooks", "bad-input.md");
  private static final Pattern EVENT =
      Pattern.compile("SetUp failed for volume \"([a-z-]+)\" : secret \"([A-Za-z-]+)\" not found");

  /**
   * A Secret in a pod.
   *
   * @param volume named so in the pod
   * @param secret its name, with SERVICE for that of the service
   */
  private record Mounted(String volume, String secret) implements Comparable<Mounted> {

    @Override
    public int compareTo(Mounted other) {
      return toString().compareTo(other.toString());
    }
  }

  @Test
  void everySecretThatAPodCannotDoWithoutHasItsEventOnThePage() throws IOException {
    Set<Mounted> told =
        EVENT
            .matcher(Files.readString(PAGE))
            .results()
            .map(it -> new Mounted(it.group(1), it.group(2)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Mounted> mounted =
        Stream.concat(Targets.SUITES.stream(), Targets.VARIANTS.stream())
            .flatMap(folder -> Resolution.of(Tree.asItIs(), folder).stream())
            .filter(Resource::isWorkload)
            .flatMap(MissingSecretTest::secrets)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(mounted, told);
  }

  private static Stream<Mounted> secrets(Resource workload) {
    String service = workload.podLabels().get("app.kubernetes.io/name");
    return workload.pod().items("volumes").stream()
        .flatMap(
            volume ->
                named(volume)
                    .map(
                        secret ->
                            new Mounted(
                                volume.at("name").text(),
                                secret.equals(service + "-bus")
                                        || secret.matches(service + "-(database|migration)")
                                    ? secret.replace(service, "SERVICE")
                                    : secret)));
  }

  private static Stream<String> named(Node volume) {
    List<Node> projected = volume.at("projected").items("sources");
    return Stream.concat(
            Stream.of(volume.at("secret")), projected.stream().map(it -> it.at("secret")))
        .filter(Node::isThere)
        .peek(it -> assertFalse(it.at("optional").is(true), "a pod would start without " + it))
        .map(
            it ->
                it.at("secretName").isThere() ? it.at("secretName").text() : it.at("name").text());
  }
}
