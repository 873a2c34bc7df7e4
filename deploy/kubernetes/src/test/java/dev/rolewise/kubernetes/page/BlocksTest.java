package dev.rolewise.kubernetes.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolewise.runtime.page.OperatorsPage;
import dev.rolewise.runtime.page.OperatorsPage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No block of the page for operators goes untried: a test that is named in a list runs it in
 * earnest, or it is run here with stand-ins for whatever acts on a cluster, a registry or the
 * build, which refuse what those would refuse.
 */
class BlocksTest {

  private static final Path LIST = Path.of("src/test/resources/blocks.csv");
  private static final Path ROOT = Path.of("..", "..");

  /** Commands within the text that are whole, not the mere name of one. */
  private static final Pattern WITHIN_TEXT =
      Pattern.compile("(?<!`)`((?:kubectl|mvn)\\s[^`]*\\s[^`]*)`(?!`)");

  @TempDir Path folder;

  static List<Block> dry() throws IOException {
    Set<String> elsewhere =
        listed().stream()
            .map(row -> row.getField("heading") + " (" + row.getField("block") + ")")
            .collect(Collectors.toSet());
    return OperatorsPage.blocks().stream()
        .filter(block -> !elsewhere.contains(block.toString()))
        .toList();
  }

  static List<String> withinText() throws IOException {
    return WITHIN_TEXT
        .matcher(Files.readString(OperatorsPage.FILE))
        .results()
        .map(it -> it.group(1).replaceAll("\\s+", " "))
        .map(it -> it.replace("FOLDER", "kubernetes/suite/production"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("dry")
  void runsWithStandIns(Block block) throws Exception {
    assumeTrue(!block.text().contains("openssl") || DryRun.isInstalled("openssl"), "no openssl");
    DryRun run = DryRun.of(block.text(), folder);
    assertEquals("", run.objections(), () -> block + ": " + run);
    assertEquals(0, run.exit(), () -> block + ": " + run);
    assertFalse(run.calls().isEmpty(), () -> "nothing is checked of " + block);
  }

  @ParameterizedTest
  @MethodSource("withinText")
  void aCommandWithinTheTextRunsToo(String command) throws Exception {
    DryRun run = DryRun.of(command, folder);
    assertEquals("", run.objections(), () -> command + ": " + run);
    assertEquals(0, run.exit(), () -> command + ": " + run);
  }

  @Test
  void whatIsRunElsewhereIsOnThePageAndNamedByItsTest() throws IOException {
    assertEquals(13, listed().size());
    for (NamedCsvRecord row : listed()) {
      int number = Integer.parseInt(row.getField("block"));
      Block block = OperatorsPage.block(row.getField("heading"), number);
      String test = Files.readString(ROOT.resolve(row.getField("test")));
      String call =
          Pattern.quote('"' + block.heading() + '"')
              + (number == 1 ? "(, 1)?\\)" : ", " + number + "\\)");
      assertTrue(Pattern.compile(call).matcher(test).find(), () -> row + " does not run " + block);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl apply -k kubernetes/suite/prodution",
        "kubectl apply -k kubernetes/platform/components/oidc",
        "kubectl --namespace=default rollout undo deployment/gateway",
        "kubectl rollout undo deployment/gateway",
        "kubectl --namespace=rolewise rollout undo deployment/gatway",
        "kubectl --namespace=rolewise rollout undo statefulset/gateway",
        "kubectl --namespace=rolewise rollout redo deployment/gateway",
        "kubectl --namespace=rolewise rollout status deployment/gateway --timeout=15",
        "kubectl --namespace=rolewise rollout status deployment/gateway --wait",
        "kubectl --namespace=rolewise delete job gateway-migrate --ignore-not-found",
        "kubectl --namespace=rolewise delete deployment gateway",
        "kubectl --namespace=rolewise wait --for=condition=done job/content-service-migrate",
        "kubectl --namespace=rolewise scale deployment/gateway --replicas=4",
        "kubectl --namespace=rolewise patch horizontalpodautoscaler gateway"
            + " --patch='{\"spec\": {\"minReplica\": 4}}'",
        "kubectl --namespace=rolewise patch horizontalpodautoscaler gateway"
            + " --patch='{\"spec\": {\"minReplicas\": 40}}'",
        "kubectl --namespace=rolewise patch secret gateway-bus --patch='{\"data\": {\"ca\": \"\"}}'",
        "kubectl --namespace=rolewise create secret generic gateway-buss --from-literal=ca.crt=a",
        "kubectl --namespace=rolewise create secret generic gateway-bus --from-literal=ca.crt=a",
        "kubectl --namespace=rolewise get pods --selector=app.kubernetes.io/part-of=rolwise",
        "kubectl --namespace=rolewise logs --selector=app=gateway",
        "kubectl --namespace=rolewise port-forward service/gateway 8080:8080",
        "kubectl --namespace=rolewise explode",
        "mvn -Pimages package",
        "mvn -Pimage -pl deploy/image package",
        "mvn -Dit.test=NothingIT verify",
        "mvn -Dimage.registri=here package",
        "docker run rolewise/gateway",
        "docker load --input deploy/images/gateway/target/content-service.tar",
        "cosign sign --yes registry.example/gateway:v1",
        "helm install rolewise",
        "kubectl --namespace=rolewise get events | grep-nothing",
      })
  void aMistakeIsNoticed(String command) throws Exception {
    DryRun run = DryRun.of(command, folder);
    assertTrue(run.exit() != 0 && !run.printed().isEmpty(), run::toString);
  }

  private static List<NamedCsvRecord> listed() throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(LIST)) {
      return rows.stream().toList();
    }
  }
}
