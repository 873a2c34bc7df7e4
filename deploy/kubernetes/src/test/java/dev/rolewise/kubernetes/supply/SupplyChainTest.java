package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolewise.runtime.machine.Needed;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of what is shipped is true, and holds nothing that must not be shipped. */
class SupplyChainTest {

  private static final Path LOCK = Path.of("..", "..", "gateway", "web", "package-lock.json");

  /** What the last build of the front end has put into it. */
  private static final Path FRONT_END =
      Path.of("..", "..", "gateway", "web", "target", "front-end.cdx.json");

  @Test
  void everyLicenceIsKnownAndFine() throws IOException {
    assertTrue(Lists.libraries("maven").size() > 50);
    assertTrue(Lists.libraries("npm").size() > 10);
    for (NamedCsvRecord row : Lists.libraries()) {
      List<String> offered = Lists.offered(row);
      assertTrue(offered.stream().anyMatch(Lists.FINE::contains), row::toString);
      assertFalse(
          offered.stream().anyMatch(it -> it.startsWith("GPL") || it.startsWith("AGPL")),
          row::toString);
    }
  }

  /** Both ways: nothing is shipped that is not listed, and nothing listed that is not shipped. */
  @Test
  void theProgramsAndTheSuiteInOneShipWhatIsListedAndNothingElse() throws IOException {
    SortedSet<String> shipped = new TreeSet<>();
    ShippedLibrary.all().values().forEach(it -> shipped.add(it.name() + " " + it.version()));
    SortedSet<String> listed = new TreeSet<>();
    for (NamedCsvRecord row : Lists.libraries("maven")) {
      assertTrue(listed.add(row.getField("name") + " " + row.getField("version")), row::toString);
    }
    assertEquals(String.join("\n", listed), String.join("\n", shipped));
  }

  /** A new version may come under other terms. */
  @Test
  void theListSaysOfEachWhatItsOwnPomSays() throws IOException {
    Map<String, ShippedLibrary> shipped = ShippedLibrary.all();
    for (NamedCsvRecord row : Lists.libraries("maven")) {
      ShippedLibrary library = shipped.get(row.getField("name"));
      assertNotNull(library, row::toString);
      assertEquals(PublishedLicence.of(library), Set.copyOf(Lists.offered(row)), row::toString);
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
        Lists.libraries("npm").stream()
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
    Needed.here(Files.exists(FRONT_END), "The front end is not built here: its bill was not read.");
    List<String> listed =
        Lists.libraries("npm").stream()
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
