package dev.rolewise.kubernetes.kustomize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.manifest.Tree;
import dev.rolewise.runtime.machine.Needed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the other tests look at is what kustomize itself makes, where it is installed. */
class KubectlTest {

  private static final List<List<String>> PROGRAMS =
      List.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"));
  private static final List<String> NAMES_OF_ITEMS = List.of("mountPath", "containerPort", "name");

  static List<String> targets() {
    return Targets.of(Tree.asItIs());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void kustomizeMakesTheSame(String folder) throws Exception {
    String made = made(folder);
    Needed.here(
        made != null, "Neither kubectl nor kustomize is installed: their output was not compared.");
    Map<String, Object> theirs =
        StrictYaml.documents(made, folder).stream()
            .collect(Collectors.toMap(body -> new Resource(body).id(), KubectlTest::sorted));
    Map<String, Object> ours =
        Resolution.of(Tree.asItIs(), folder).stream()
            .collect(Collectors.toMap(Resource::id, resource -> sorted(resource.body())));
    assertEquals(new TreeMap<>(theirs), new TreeMap<>(ours));
  }

  /** Null when there is no such program. */
  private static String made(String folder) throws InterruptedException, IOException {
    for (List<String> program : PROGRAMS) {
      List<String> command = new ArrayList<>(program);
      command.add(folder);
      Process process;
      try {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
      } catch (IOException notThere) {
        continue;
      }
      String said = new String(process.getInputStream().readAllBytes());
      assertEquals(0, process.waitFor(), said);
      return said;
    }
    return null;
  }

  /** In which order a patch adds an item to a list of named ones does not matter. */
  private static Object sorted(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(
              Collectors.toMap(
                  entry -> entry.getKey().toString(),
                  entry -> sorted(entry.getValue()),
                  (one, other) -> one,
                  TreeMap::new));
    }
    if (node instanceof List<?> items) {
      return items.stream()
          .map(KubectlTest::sorted)
          .sorted(Comparator.comparing(KubectlTest::nameOf))
          .toList();
    }
    return node;
  }

  private static String nameOf(Object item) {
    return item instanceof Map<?, ?> map
        ? NAMES_OF_ITEMS.stream()
            .filter(map::containsKey)
            .findFirst()
            .map(name -> map.get(name).toString())
            .orElse("")
        : "";
  }
}
