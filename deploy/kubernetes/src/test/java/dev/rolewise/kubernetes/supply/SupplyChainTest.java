package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of what is shipped is true, and holds nothing that must not be shipped. */
class SupplyChainTest {

  private static final Path LIST = Path.of("..", "security", "dependencies.csv");
  private static final Path LOCK = Path.of("..", "..", "gateway", "web", "package-lock.json");

  /** What the last build of the front end has put into it. */
  private static final Path FRONT_END =
      Path.of("..", "..", "gateway", "web", "target", "front-end.cdx.json");

  /** One of the licences that a library offers has to be among these. */
  private static final Set<String> FINE =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "MIT",
          "ISC",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0");

  private static List<NamedCsvRecord> listed(String registry) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(LIST)) {
      return reader.stream().filter(row -> row.getField("registry").equals(registry)).toList();
    }
  }

  @Test
  void everyLicenceIsKnownAndFine() throws IOException {
    assertEquals(68, listed("maven").size());
    assertEquals(14, listed("npm").size());
    for (String registry : List.of("maven", "npm")) {
      for (NamedCsvRecord row : listed(registry)) {
        List<String> offered = List.of(row.getField("licence").split(" OR "));
        assertTrue(offered.stream().anyMatch(FINE::contains), row::toString);
        assertFalse(
            offered.stream().anyMatch(it -> it.startsWith("GPL") || it.startsWith("AGPL")),
            row::toString);
      }
    }
  }

  @Test
  void theLibrariesOnTheClassPathHaveTheVersionsOfTheList() throws IOException {
    Set<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(path -> Path.of(path).getFileName().toString())
            .collect(Collectors.toSet());
    for (NamedCsvRecord row : listed("maven")) {
      String artifact = row.getField("name").split(":")[1];
      assertTrue(
          jars.contains(artifact + "-" + row.getField("version") + ".jar"),
          () -> row + " is not what the services are built with");
    }
  }

  @Test
  void theFrontEndShipsWhatIsListedAndChecksItsHashes() throws IOException {
    Map<String, String> shipped = new TreeMap<>();
    JsonObject packages = new JsonObject(Files.readString(LOCK)).getJsonObject("packages");
    for (String path : packages.fieldNames()) {
      JsonObject entry = packages.getJsonObject(path);
      if (!path.isEmpty()
          && !entry.getBoolean("dev", false)
          && !entry.getBoolean("optional", false)) {
        assertTrue(entry.getString("integrity", "").startsWith("sha512-"), path);
        shipped.put(
            path.replace("node_modules/", ""),
            entry.getString("version") + " " + entry.getString("license"));
      }
    }
    Map<String, String> listed =
        listed("npm").stream()
            .collect(
                Collectors.toMap(
                    row -> row.getField("name"),
                    row -> row.getField("version") + " " + row.getField("licence"),
                    (one, other) -> one,
                    TreeMap::new));
    assertEquals(shipped, listed);
  }

  @Test
  void whatIsInTheBundlesIsListedWithItsLicence() throws IOException {
    assumeTrue(Files.exists(FRONT_END), "The front end is not built here: its bill was not read.");
    List<String> listed =
        listed("npm").stream()
            .map(
                row ->
                    row.getField("name")
                        + " "
                        + row.getField("version")
                        + " "
                        + row.getField("licence"))
            .toList();
    List<String> bundled =
        new JsonObject(Files.readString(FRONT_END))
            .getJsonArray("components").stream()
                .map(JsonObject.class::cast)
                .map(
                    it ->
                        it.getString("name")
                            + " "
                            + it.getString("version")
                            + " "
                            + it.getJsonArray("licenses")
                                .getJsonObject(0)
                                .getJsonObject("license")
                                .getString("id"))
                .toList();
    assertTrue(bundled.stream().anyMatch(it -> it.startsWith("preact ")), bundled::toString);
    bundled.forEach(it -> assertTrue(listed.contains(it), () -> it + " is not listed"));
  }
}
