package dev.rolewise.kubernetes.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolewise.kubernetes.kustomize.Resolution;
import dev.rolewise.kubernetes.kustomize.Targets;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.manifest.Tree;
import dev.rolewise.kubernetes.rules.Inspection;
import dev.rolewise.runtime.machine.Needed;
import dev.rolewise.runtime.page.OperatorsPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page for operators says about Kubernetes is true, and its blocks do what they say. */
class PageTest {

  private static final Path PAGE = Path.of("../README.md");
  private static final Pattern APPLIED = Pattern.compile("apply -k deploy/kubernetes/([a-z/-]+)");
  private static final Pattern JOB = Pattern.compile("delete job ([a-z-]+)");
  private static final Pattern COMPONENT = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @TempDir Path folder;

  @Test
  void everythingThatIsAppliedIsThere() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> applied =
        APPLIED.matcher(page).results().map(it -> it.group(1)).collect(Collectors.toSet());
    assertTrue(applied.size() >= 5, applied.toString());
    List<String> targets = Targets.of(Tree.asItIs());
    assertTrue(targets.containsAll(applied), applied.toString());
    Matcher job = JOB.matcher(page);
    assertTrue(job.find(), "the last migration is not deleted");
    assertTrue(
        Resolution.of(Tree.asItIs(), "suite/production").stream()
            .anyMatch(it -> it.id().equals("Job/" + job.group(1))));
  }

  @Test
  void everyComponentIsExplained() throws IOException {
    String table = Files.readString(PAGE).replaceAll("(?s).*\\| component \\|(.*?)\\n\\n.*", "$1");
    try (var folders = Files.list(Path.of("platform/components"))) {
      assertEquals(
          folders.map(it -> it.getFileName().toString()).collect(Collectors.toSet()),
          COMPONENT.matcher(table).results().map(it -> it.group(1)).collect(Collectors.toSet()));
    }
  }

  @Test
  void theSecretsThatItMakesAreThoseThatThePodsNeed() throws Exception {
    Needed.here(works("kubectl", "version", "--client"), "kubectl is not installed: not tried");
    Needed.here(works("openssl", "version"), "openssl is not installed: not tried");
    String said = run("Make the secrets") + run("Make the secret of the demonstration's database");
    Map<String, Map<String, String>> made = new TreeMap<>();
    for (Map<String, Object> document : StrictYaml.documents(said, "kubectl")) {
      Resource secret = new Resource(document);
      assertEquals("Secret", secret.kind());
      assertEquals("rolewise", secret.at("metadata", "namespace").text());
      made.put(secret.name(), new TreeMap<>(secret.at("data").texts()));
    }
    assertEquals(
        needed(),
        made.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().keySet())));
    for (String schema : List.of("content", "assessment")) {
      String password = made.get(schema + "-service-database").get("database.password");
      assertEquals(password, made.get("demo-postgres").get(schema));
      assertEquals(
          made.get(schema + "-service-migration").get("database.migration-password"),
          made.get("demo-postgres").get(schema + "-owner"));
      assertEquals(48, new String(Base64.getDecoder().decode(password)).strip().length());
    }
    assertNotEquals(
        made.get("gateway-bus").get("tls.key"), made.get("content-service-bus").get("tls.key"));
    assertEquals(
        made.get("gateway-bus").get("ca.crt"), made.get("content-service-bus").get("ca.crt"));
    assertTrue(
        new String(Base64.getDecoder().decode(made.get("gateway-bus").get("tls.key")))
            .startsWith("-----BEGIN PRIVATE KEY-----"));
  }

  @Test
  void theImagesAreSetToThoseThatWereBuilt() throws Exception {
    List<String> services = List.of("content-service", "assessment-service", "gateway");
    Path work = Files.createDirectories(folder.resolve("work"));
    Map<String, String> built = new TreeMap<>();
    for (String service : services) {
      String overlay = service + "/overlays/production/kustomization.yaml";
      Path copy = work.resolve("deploy/kubernetes").resolve(overlay);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(overlay), copy);
      String digest = "sha256:" + String.format("%08x", service.hashCode()).repeat(8);
      Path target = Files.createDirectories(work.resolve("deploy/images/" + service + "/target"));
      Files.writeString(target.resolve(service + ".digest"), digest);
      built.put(service, "registry.example/" + service + "@" + digest);
    }
    run("Set the images");
    Tree tree = Tree.asItIs();
    for (String service : services) {
      String overlay = service + "/overlays/production/kustomization.yaml";
      tree = tree.with(overlay, Files.readString(work.resolve("deploy/kubernetes/" + overlay)));
      try (var left = Files.list(work.resolve("deploy/kubernetes/" + overlay).getParent())) {
        assertEquals(1, left.count());
      }
    }
    Map<String, String> set = new TreeMap<>();
    Resolution.of(tree, "suite/production").stream()
        .filter(Resource::isWorkload)
        .forEach(
            it ->
                it.containers()
                    .forEach(
                        container ->
                            set.put(
                                it.podLabels().get("app.kubernetes.io/name"),
                                container.at("image").text())));
    assertEquals(built, set);
    assertEquals(List.of(), Inspection.of(tree));
  }

  /** What operators get from elsewhere is left out. */
  private static Map<String, Set<String>> needed() throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/secrets.csv"))) {
      return rows.stream()
          .filter(
              row -> !Set.of("gateway-oidc", "database-authority").contains(row.getField("secret")))
          .collect(
              Collectors.groupingBy(
                  row -> row.getField("secret"),
                  Collectors.mapping(row -> row.getField("key"), Collectors.toSet())));
    }
  }

  /** Runs the block below a heading; what kubectl would send to a cluster it prints instead. */
  private String run(String heading) throws IOException, InterruptedException {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    Path dry =
        Files.writeString(
            programs.resolve("kubectl"),
            "#!/bin/sh\nPATH=\"$USUAL_PATH\"\nkubectl \"$@\" --dry-run=client --output=yaml\necho ---\n");
    Files.setPosixFilePermissions(dry, PosixFilePermissions.fromString("rwx------"));
    Path errors = folder.resolve("errors");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", OperatorsPage.block(heading, 1).text())
            .directory(Files.createDirectories(folder.resolve("work")).toFile())
            .redirectError(errors.toFile());
    String path = bash.environment().get("PATH");
    bash.environment().put("USUAL_PATH", path);
    bash.environment().put("PATH", programs + ":" + path);
    bash.environment()
        .put("PRIVATE", Files.createDirectories(folder.resolve("private")).toString());
    bash.environment().put("NAMESPACE", "rolewise");
    bash.environment().put("ROLLOUT", "3");
    bash.environment().put("REGISTRY", "registry.example");
    Process process = bash.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> heading + " failed: " + errors);
    return said;
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
