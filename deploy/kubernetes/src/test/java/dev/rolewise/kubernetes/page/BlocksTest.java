package dev.rolewise.kubernetes.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolewise.runtime.machine.Needed;
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
        .map(it -> it.replace("FOLDER", "deploy/kubernetes/suite/production"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("dry")
  void runsWithStandIns(Block block) throws Exception {
    Needed.here(!block.text().contains("openssl") || DryRun.isInstalled("openssl"), "no openssl");
    DryRun run = DryRun.of(block.text(), folder, clusterOf(block));
    assertEquals("", run.objections(), () -> block + ": " + run);
    assertEquals(0, run.exit(), () -> block + ": " + run);
    assertFalse(run.calls().isEmpty(), () -> "nothing is checked of " + block);
  }

  @ParameterizedTest
  @MethodSource("withinText")
  void aCommandWithinTheTextRunsToo(String command) throws Exception {
    DryRun run = DryRun.of(command, folder, Migrations.none());
    assertEquals("", run.objections(), () -> command + ": " + run);
    assertEquals(0, run.exit(), () -> command + ": " + run);
  }

  @Test
  void whatIsRunElsewhereIsOnThePageAndNamedByItsTest() throws IOException {
    assertEquals(14, listed().size());
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
        "kubectl apply -k deploy/kubernetes/suite/prodution",
        "kubectl apply -k deploy/kubernetes/platform/components/oidc",
        "kubectl apply -k kubernetes/gateway/overlays/production",
        "kubectl kustomize kubernetes/gateway/overlays/production",
        "cd deploy && kubectl apply -k deploy/kubernetes/gateway/overlays/production",
        "cd \"$PRIVATE\" && kubectl apply -k deploy/kubernetes/gateway/overlays/production",
        "kubectl apply -k deploy/kubernetes/content-service/overlays/production",
        "kubectl --namespace=rolewise delete job content-service-migrate --ignore-not-found"
            + " && kubectl --namespace=rolewise wait --for=condition=complete"
            + " job/content-service-migrate",
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
        "cd deploy && mvn -Pimage package",
        "docker run rolewise/gateway",
        "cd deploy && docker load --input deploy/images/gateway/target/gateway.tar",
        "cd deploy && docker compose --file deploy/compose/compose.yaml up --detach",
        "docker load --input deploy/images/gateway/target/content-service.tar",
        "cosign sign --yes registry.example/gateway:v1",
        "helm install rolewise",
        "kubectl --namespace=rolewise get events | grep-nothing",
      })
  void aMistakeIsNoticed(String command) throws Exception {
    DryRun run = DryRun.of(command, folder, Migrations.ofThePreviousRelease());
    assertTrue(run.exit() != 0 && !run.printed().isEmpty(), run::toString);
  }

  @Test
  void aMigrationThatIsNotDeletedFirstIsRefused() throws Exception {
    Block upgrade = OperatorsPage.block("Upgrade one service", 1);
    String rest = upgrade.text().substring(upgrade.text().indexOf('\n') + 1);
    assertTrue(upgrade.text().contains(" delete job "), upgrade::text);
    assertFalse(rest.contains(" delete job "), rest);
    DryRun run = DryRun.of(rest, folder, Migrations.ofThePreviousRelease());
    assertTrue(run.objections().contains("field is immutable"), run::toString);
    assertEquals(1, run.calls().size(), run::toString);
  }

  /** Who installs has nothing yet, and all that follows is about what was installed. */
  private static Migrations clusterOf(Block block) throws IOException {
    List<Block> blocks = OperatorsPage.blocks();
    boolean before = blocks.indexOf(block) <= blocks.indexOf(OperatorsPage.block("Install", 1));
    return before ? Migrations.none() : Migrations.ofThePreviousRelease();
  }

  private static List<NamedCsvRecord> listed() throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(LIST)) {
      return rows.stream().toList();
    }
  }
}
