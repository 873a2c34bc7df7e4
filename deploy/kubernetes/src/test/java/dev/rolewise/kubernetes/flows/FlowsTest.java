package dev.rolewise.kubernetes.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolewise.kubernetes.kustomize.Resolution;
import dev.rolewise.kubernetes.manifest.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may talk to whom is what the list says, nothing less and nothing more. */
class FlowsTest {

  private static final Path LIST = Path.of("src/test/resources/flows.csv");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suite/dev",
        "suite/production",
        "src/test/variants/ingress-nginx",
        "src/test/variants/sign-in"
      })
  void theListedWaysAreOpenAndNoOther(String folder) throws IOException {
    SortedSet<String> open = open(Tree.asItIs(), folder);
    assertEquals(String.join("\n", listed(folder)), String.join("\n", open));
  }

  @Test
  void withoutTheDenialOthersGetIn() {
    String file = "platform/base/networkpolicies.yaml";
    Tree tree = Tree.asItIs();
    Tree open = tree.with(file, tree.read(file).replace("    - Ingress\n", ""));
    SortedSet<String> more = open(open, "suite/production");
    more.removeAll(open(tree, "suite/production"));
    assertEquals(
        List.of("content-service-migrate", "assessment-service-migrate", "stranger").stream()
            .sorted()
            .toList(),
        more.stream()
            .filter(flow -> flow.startsWith("internet ") && flow.endsWith(" TCP 22"))
            .map(flow -> flow.split(" ")[2])
            .toList());
  }

  @Test
  void onePortMoreIsSeen() {
    String file = "platform/components/prometheus/networkpolicy.yaml";
    Tree tree = Tree.asItIs();
    Tree open = tree.with(file, tree.read(file) + "        - protocol: TCP\n          port: 22\n");
    SortedSet<String> more = open(open, "suite/production");
    more.removeAll(open(tree, "suite/production"));
    assertEquals(
        List.of(
            "prometheus -> assessment-service TCP 22",
            "prometheus -> content-service TCP 22",
            "prometheus -> gateway TCP 22"),
        List.copyOf(more));
  }

  @Test
  void aWayThatIsClosedOnOneSideIsMissed() {
    String file = "gateway/base/networkpolicies.yaml";
    Tree tree = Tree.asItIs();
    Tree closed = tree.with(file, tree.read(file).replaceFirst("port: 5702", "port: 5703"));
    SortedSet<String> less = open(tree, "suite/dev");
    less.removeAll(open(closed, "suite/dev"));
    assertEquals(
        List.of(
            "assessment-service -> gateway TCP 5702",
            "content-service -> gateway TCP 5702",
            "gateway -> gateway TCP 5702"),
        List.copyOf(less));
  }

  private static SortedSet<String> open(Tree tree, String folder) {
    return new OpenFlows(Resolution.of(tree, folder)).list();
  }

  private static SortedSet<String> listed(String folder) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(LIST)) {
      return rows.stream()
          .filter(row -> List.of(row.getField("where").split(" ")).contains(name(folder)))
          .map(
              row ->
                  row.getField("from")
                      + " -> "
                      + row.getField("to")
                      + " "
                      + row.getField("protocol")
                      + " "
                      + row.getField("port"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String name(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
