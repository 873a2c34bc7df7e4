package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The instrument that ships is data: nothing that asks, scores, stores or shows one knows an id of
 * it. What is forbidden is read out of the pack itself.
 */
class InstrumentIsDataTest {
  private static final Path HOUSE = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path PACK =
      HOUSE.resolve("content-service/service/src/main/resources/packs/rolewise-core");
  private static final Path SHIPPED = PACK.resolve("instruments/role-gap-scan.json");

  private static final List<String> PROGRAMS =
      List.of(
          "assessment-service/contract/src/main/java",
          "assessment-service/scoring/src/main",
          "assessment-service/service/src/main",
          "gateway/service/src/main/java",
          "gateway/web/src");

  /** Generated from the contract's examples and from a run of the simulation. */
  private static final Set<String> OURS = Set.of("schema.d.ts", "simulation.json");

  private static final Set<String> KINDS = Set.of("java", "json", "ts", "tsx", "css", "sql");

  @Test
  void nothingKnowsAnAreaAnItemOrAScenarioOfIt() throws Exception {
    JsonObject instrument = new JsonObject(Files.readString(SHIPPED));
    Set<String> ids = new TreeSet<>();
    for (String part : List.of("areas", "items", "scenarios")) {
      objects(instrument, part).forEach(it -> ids.add(it.getString("id")));
    }
    assertTrue(ids.contains("P3") && ids.contains("J4b"), ids.toString());
    assertEquals(List.of(), lines(anyOf("\\b(", ids, ")\\b")));
  }

  /** Names of ours may stand in a remark; as a text of the program they would be a decision. */
  @Test
  void nothingDecidesByItsNameItsRolesOrItsOptions() throws Exception {
    JsonObject instrument = new JsonObject(Files.readString(SHIPPED));
    Set<String> ids = new TreeSet<>(Set.of(instrument.getString("id")));
    for (JsonObject side : objects(instrument, "sides")) {
      ids.add(side.getString("role"));
      ids.add(side.getString("option"));
    }
    assertEquals(List.of(), lines(anyOf("[\"'`](", ids, ")[\"'`]")));
  }

  /** Nor by any other role of the pack, be it as a part of an address or put together of parts. */
  @Test
  void nothingLeadsToARoleOfIt() throws Exception {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> roles = Files.list(PACK.resolve("roles"))) {
      roles.forEach(role -> ids.add(role.getFileName().toString().replace(".json", "")));
    }
    assertTrue(ids.contains("team-agreement"), ids.toString());
    Set<String> ends = new TreeSet<>();
    ids.forEach(id -> ends.add(id.substring(id.lastIndexOf('-'))));
    assertEquals(List.of(), lines(anyOf("[\"'`/](", ids, ")\\b(?! )")));
    assertEquals(List.of(), lines(anyOf("[\"'`}](", ends, ")[\"'`]")));
  }

  private static Pattern anyOf(String before, Set<String> ids, String after) {
    return Pattern.compile(
        ids.stream().map(Pattern::quote).collect(Collectors.joining("|", before, after)));
  }

  private static List<JsonObject> objects(JsonObject parent, String list) {
    return parent.getJsonArray(list).stream().map(JsonObject.class::cast).toList();
  }

  private static List<String> lines(Pattern forbidden) throws IOException {
    int read = 0;
    List<String> found = new ArrayList<>();
    for (String program : PROGRAMS) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(HOUSE.resolve(program))) {
        files = walk.filter(InstrumentIsDataTest::isSource).sorted().toList();
      }
      assertTrue(files.size() > 10, program + " has " + files.size() + " files");
      for (Path file : files) {
        read++;
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (forbidden.matcher(lines.get(i)).find()) {
            found.add(HOUSE.relativize(file) + ":" + (i + 1) + " " + lines.get(i).strip());
          }
        }
      }
    }
    assertTrue(read > 300, "only " + read + " files read");
    return found;
  }

  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && KINDS.contains(name.substring(name.lastIndexOf('.') + 1))
        && !OURS.contains(name);
  }
}
