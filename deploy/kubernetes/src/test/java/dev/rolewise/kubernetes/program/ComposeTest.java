package dev.rolewise.kubernetes.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.supply.ProjectVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose file, as far as it can be held against the programs without Docker. */
class ComposeTest {

  private static final Path FOLDER = Path.of("..", "compose").toAbsolutePath().normalize();
  private static final Set<String> PROGRAMS =
      Set.of("content-service", "assessment-service", "gateway");

  /** What may stand in a service here; compose itself passes over what it does not know. */
  private static final Set<String> FIELDS =
      Set.of(
          "image",
          "user",
          "command",
          "restart",
          "stop_grace_period",
          "depends_on",
          "environment",
          "secrets",
          "networks",
          "healthcheck",
          "ports",
          "volumes",
          "read_only",
          "cap_drop",
          "security_opt",
          "tmpfs",
          "mem_limit",
          "pids_limit");

  @TempDir Path folder;

  private final Node compose = read();

  private static Node read() {
    try {
      String text = Files.readString(FOLDER.resolve("compose.yaml"));
      return new Node(StrictYaml.documents(text, "compose.yaml").get(0));
    } catch (java.io.IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  private Map<String, Node> services() {
    return compose
        .at("services")
        .fields()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void everyServiceIsAsConfinedAsItCanBe() {
    assertEquals(6, services().size());
    services()
        .forEach(
            (name, service) -> {
              service.fields().forEach(it -> assertTrue(FIELDS.contains(it.getKey()), it::getKey));
              assertTrue(service.at("read_only").is(true), name);
              assertEquals(List.of("ALL"), service.at("cap_drop").value(), name);
              assertEquals(
                  List.of("no-new-privileges:true"), service.at("security_opt").value(), name);
              assertTrue(service.items("tmpfs").get(0).text().startsWith("/tmp:mode=1777"), name);
            });
    for (String closed : List.of("bus", "database")) {
      assertTrue(compose.at("networks", closed, "internal").is(true), closed);
    }
    assertEquals(List.of("127.0.0.1:8080:8080"), services().get("gateway").at("ports").value());
    services()
        .forEach(
            (name, it) -> assertEquals(name.equals("gateway"), it.at("ports").isThere(), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content-service",
        "assessment-service",
        "gateway",
        "content-service-migrate",
        "assessment-service-migrate"
      })
  void everyProgramFindsItsConfigurationFine(String name) throws Exception {
    Node service = services().get(name);
    String program = name.replace("-migrate", "");
    assertEquals(
        "rolewise/" + program + ":${ROLEWISE_TAG:-" + ProjectVersion.read() + "}",
        service.at("image").text());
    Map<String, String> environment = new TreeMap<>(service.at("environment").texts());
    environment.replaceAll((key, value) -> value.replaceFirst("^\\$\\{\\w+:-(.*)}$", "$1"));
    for (Node secret : service.items("secrets")) {
      Files.writeString(folder.resolve(secret.at("target").text()), "a secret\n");
      environment.put("ROLEWISE_SECRETS_DIRECTORY", folder.toString());
    }
    CheckedConfiguration checked = CheckedConfiguration.of(program, environment);
    assertEquals(0, checked.exit(), checked::said);
    assertEquals(
        name.endsWith("-migrate"),
        checked.said().contains("migration=Optional[Login["),
        checked::said);
    if (PROGRAMS.contains(name)) {
      assertEquals(
          List.of(
              "CMD",
              "/opt/java/bin/java",
              "-XX:SharedArchiveFile=" + name + ".jsa",
              "-jar",
              name + ".jar",
              "health"),
          service.at("healthcheck", "test").value());
      String address = service.at("networks", "bus", "ipv4_address").text();
      assertEquals(address, environment.get("ROLEWISE_CLUSTER_HOST"));
      assertTrue(environment.get("ROLEWISE_CLUSTER_MEMBERS").contains(address + ":5701"));
    }
  }

  @Test
  void everythingNamedIsThere() {
    Set<String> secrets = names(compose.at("secrets"));
    Set<String> networks = names(compose.at("networks"));
    Set<String> volumes = names(compose.at("volumes"));
    services()
        .forEach(
            (name, service) -> {
              service
                  .items("secrets")
                  .forEach(it -> assertTrue(secrets.contains(it.at("source").text()), name));
              service.items("networks").forEach(it -> assertTrue(networks.contains(it.text())));
              service
                  .at("networks")
                  .fields()
                  .forEach(it -> assertTrue(networks.contains(it.getKey()), name));
              service
                  .at("depends_on")
                  .fields()
                  .forEach(it -> assertTrue(services().containsKey(it.getKey()), name));
              for (Node volume : service.items("volumes")) {
                String source = volume.text().split(":")[0];
                assertTrue(
                    source.startsWith(".")
                        ? Files.isReadable(FOLDER.resolve(source))
                        : volumes.contains(source),
                    volume.text());
              }
            });
  }

  private static Set<String> names(Node map) {
    return map.fields().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
